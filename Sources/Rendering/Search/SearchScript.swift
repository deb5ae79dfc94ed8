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

  /// FNV-1a, eight bytes at a time.
  static func hash(_ bytes: [UInt8], _ seed: UInt64) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var hash = seed
      var index = 0
      while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        hash = (hash ^ word) &* 0x100_0000_01B3
        hash ^= hash >> 29
        index += 8
      }
      while index < bytes.count {
        hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
        index += 1
      }
      return hash
    }
  }

  /// Tells one build's files from another's, so that a browser never mixes them.
  static func version(of files: [[UInt8]]) -> String {
    String(files.reduce(0xCBF2_9CE4_8422_2325) { hash($1, $0) }, radix: 36)
  }
}

extension ByteBuffer {
  mutating func appendBase64(_ bytes: [UInt8]) {
    let digits = Self.base64Digits
    var index = 0
    while index < bytes.count {
      let rest = bytes.count - index
      let group =
        UInt32(bytes[index]) << 16 | (rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
        | (rest > 2 ? UInt32(bytes[index + 2]) : 0)
      append(digits[Int(group >> 18)])
      append(digits[Int(group >> 12 & 63)])
      append(rest > 1 ? digits[Int(group >> 6 & 63)] : UInt8(ascii: "="))
      append(rest > 2 ? digits[Int(group & 63)] : UInt8(ascii: "="))
      index += 3
    }
  }

  private static let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
