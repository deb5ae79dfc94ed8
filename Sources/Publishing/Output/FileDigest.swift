internal import CCrypto

/// The SHA-256 of a published file, or of a source, in which case it identifies the exact text that a page was made
/// from.
struct FileDigest: Sendable, Hashable {
  /// An array, and so a reference: every file of a portal has a field for a digest, and most of them are empty.
  private let bytes: [UInt8]

  init(of content: UnsafeBufferPointer<UInt8>) {
    self.init { SHA256(content.baseAddress, content.count, $0) != nil }
  }

  /// - Parameter write: Writes the 32 bytes. Returns false if the library failed, which must never pass for a hash.
  init(_ write: (UnsafeMutablePointer<UInt8>?) -> Bool) {
    bytes = Array(unsafeUninitializedCapacity: 32) { bytes, count in
      precondition(write(bytes.baseAddress), "libcrypto computes no SHA-256")
      count = 32
    }
  }

  /// - Parameter text: 64 hexadecimal digits.
  init?(hexadecimal text: some Collection<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var high: UInt8?
    for byte in text {
      guard bytes.count < 32, let digit = Self.value(ofDigit: byte) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    guard bytes.count == 32, high == nil else { return nil }
    self.bytes = bytes
  }

  private static func value(ofDigit byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
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

  /// The 32 bytes of the digest of `content`.
  static func bytes(of content: [UInt8]) -> [UInt8] { content.withUnsafeBufferPointer { FileDigest(of: $0).bytes } }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

/// The SHA-256 of some bytes, for modules that do not import a crypto library.
package func sha256(_ bytes: [UInt8]) -> [UInt8] { FileDigest.bytes(of: bytes) }
