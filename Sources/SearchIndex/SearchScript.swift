internal import Bytes

/// Bytes as a classic script that calls `gongkaiSearch` with them: the one form of data that a page may load over the
/// network and from a disk alike.
enum SearchScript {
  static func script(_ name: String, _ bytes: [UInt8]) -> ByteBuffer {
    var script = ByteBuffer(capacity: bytes.count * 4 / 3 + 64)
    script.append("gongkaiSearch(\"\(name)\",\"")
    script.appendBase64(bytes)
    script.append("\")\n")
    return script
  }
}
