internal import Bytes

/// Wraps bytes in a classic script that calls `gongkaiSearch` with them: the only kind of data that a page can load
/// both over the network and from disk.
enum SearchScript {
  static func script(_ name: String, _ bytes: [UInt8]) -> ByteBuffer {
    var script = ByteBuffer(capacity: bytes.count * 4 / 3 + 64)
    script.append("gongkaiSearch(\"\(name)\",\"")
    script.appendBase64(bytes)
    script.append("\")\n")
    return script
  }
}
