/// Percent-encodes file paths for URLs and decodes them. Every link to a file whose name somebody chose is made here.
package enum AddressPath {
  /// Percent-encodes every byte (`%41`) except the unreserved characters of RFC 3986 (ASCII letters and digits, `-`,
  /// `.`, `_`, `~`) and the slash between folders.
  package static func encoded(_ path: String) -> String {
    if path.utf8.allSatisfy(standsForItself) { return path }
    var buffer = ByteBuffer(capacity: path.utf8.count * 3)
    append(path, to: &buffer)
    return String(buffer)
  }

  package static func append(_ path: String, to buffer: inout ByteBuffer) {
    for byte in path.utf8 {
      if standsForItself(byte) {
        buffer.append(byte)
      } else {
        buffer.append(UInt8(ascii: "%"))
        buffer.append(digits[Int(byte >> 4)])
        buffer.append(digits[Int(byte & 15)])
      }
    }
  }

  /// Decodes a percent-encoded path. A percent sign that is not followed by two hexadecimal digits is kept.
  ///
  /// - Returns: `nil` when the result is not UTF-8.
  package static func decoded(_ address: some StringProtocol) -> String? {
    let written = Array(address.utf8)
    guard written.contains(UInt8(ascii: "%")) else { return String(address) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.count)
    var index = 0
    while index < written.count {
      if written[index] == UInt8(ascii: "%"), index + 2 < written.count, let high = value(of: written[index + 1]),
        let low = value(of: written[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(written[index])
        index += 1
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func standsForItself(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
