internal import CCrypto

/// A SHA-256: of a published file, or of a source, to name the exact text that a page was made from.
struct FileDigest: Sendable, Hashable {
  /// Behind a reference: a portal keeps a place for one with each of its files, and mostly leaves it empty.
  private let bytes: [UInt8]

  init(of content: UnsafeBufferPointer<UInt8>) {
    self.init { SHA256(content.baseAddress, content.count, $0) != nil }
  }

  /// - Parameter write: writes the 32 bytes; false when the library could not, which must never pass for a hash.
  init(_ write: (UnsafeMutablePointer<UInt8>?) -> Bool) {
    bytes = Array(unsafeUninitializedCapacity: 32) { bytes, count in
      precondition(write(bytes.baseAddress), "libcrypto computes no SHA-256")
      count = 32
    }
  }

  /// - Parameter text: 64 hexadecimal digits.
  init?(hexadecimal text: some StringProtocol) {
    let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    bytes = (0..<32).map { UInt8(digits[2 * $0] << 4 | digits[2 * $0 + 1]) }
  }

  var hexadecimal: String {
    String(unsafeUninitializedCapacity: 64) { text in
      for index in bytes.indices {
        text[2 * index] = Self.digit(bytes[index] >> 4)
        text[2 * index + 1] = Self.digit(bytes[index] & 15)
      }
      return 64
    }
  }

  /// The digest of some bytes, 32 of them.
  static func bytes(of content: [UInt8]) -> [UInt8] { content.withUnsafeBufferPointer { FileDigest(of: $0).bytes } }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

/// The SHA-256 of some bytes, for those who have no library for it.
package func sha256(_ bytes: [UInt8]) -> [UInt8] { FileDigest.bytes(of: bytes) }
