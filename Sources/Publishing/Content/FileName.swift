internal import Diagnostics

/// Names of files as the file system gives them: any bytes but zero and the slash.
enum FileName {
  /// The name as a text; `nil` where it is no UTF-8, or has characters that nobody sees: they would go into addresses,
  /// lists of files and terminals.
  static func usable(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let name = String(validating: bytes, as: UTF8.self) else { return nil }
    var isPlain = true
    for byte in bytes where byte < 0x20 || byte >= 0x7F { isPlain = false }
    return isPlain || !name.unicodeScalars.contains(where: isUnseen) ? name : nil
  }

  /// The name with the numbers of characters that cannot be seen, `a\u{A}b.pdf`; of a name that is no UTF-8 the bytes,
  /// `20\xFF`.
  static func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let name = String(validating: bytes, as: UTF8.self) else {
      return bytes.map { (0x20..<0x7F).contains($0) ? String(Unicode.Scalar($0)) : escaped($0) }.joined()
    }
    return name.unicodeScalars.map { isUnseen($0) ? VisibleText.number(of: $0) : String($0) }.joined()
  }

  /// Controls, separators of lines, and what turns the direction of a text or has no width.
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
