internal import Diagnostics

/// File names as the file system stores them: any bytes except zero and the slash.
enum FileName {
  /// The name as a string. `nil` if it is not UTF-8 or contains invisible characters, which would end up in URLs, file
  /// lists and terminals.
  static func usable(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let name = String(validating: bytes, as: UTF8.self) else { return nil }
    var isPlain = true
    for byte in bytes where byte < 0x20 || byte >= 0x7F { isPlain = false }
    return isPlain || !name.unicodeScalars.contains(where: isUnseen) ? name : nil
  }

  /// The name with invisible characters escaped, `a\u{A}b.pdf`; if it is not UTF-8, with its bytes escaped, `20\xFF`.
  static func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let name = String(validating: bytes, as: UTF8.self) else {
      return bytes.map { (0x20..<0x7F).contains($0) ? String(Unicode.Scalar($0)) : escaped($0) }.joined()
    }
    return name.unicodeScalars.map { isUnseen($0) ? VisibleText.number(of: $0) : String($0) }.joined()
  }

  /// Control characters, line separators, bidirectional controls and zero-width characters.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "\\x\(digits.count == 1 ? "0" : "")\(digits)"
  }
}
