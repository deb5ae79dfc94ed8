/// Hashes of file contents that detect changes. For caches, not for security.
package enum ContentFingerprint {
  /// FNV-1a, eight bytes at a time.
  package static func hash(_ bytes: [UInt8], _ seed: UInt64) -> UInt64 {
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

  /// The version of a set of files, short enough for a URL.
  package static func version(of files: [[UInt8]]) -> String {
    String(files.reduce(0xCBF2_9CE4_8422_2325) { hash($1, $0) }, radix: 36)
  }
}
