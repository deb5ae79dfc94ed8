/// Comma-separated values according to RFC 4180, written so that no spreadsheet runs a text as a formula.
package enum CSV {
  /// Lets Excel recognize UTF-8.
  package static let byteOrderMark: StaticString = "\u{FEFF}"
  package static let lineEnd: StaticString = "\r\n"

  /// Whether a spreadsheet would take a text for a formula. A lone sign, such as the `-` of an empty cell, and a plain
  /// number are not formulas.
  package static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 1 else { return false }
    switch text[0] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !text.dropFirst().allSatisfy(isNumeric)
    case 0xEF where text.count > 3 && text[1] == 0xBC:
      // Full-width ＝ ＋ － ＠, which some spreadsheets fold to ASCII first.
      return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
    default: return false
    }
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
  }

  /// The text for a data file: an apostrophe is put before anything that would run as a formula.
  package static func neutralized(_ text: String) -> String {
    var copy = text
    return copy.withUTF8(isFormula) ? "'" + text : text
  }
}

extension ByteBuffer {
  /// Appends a field, quoted if it needs quotes.
  package mutating func appendCSV(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first, let last = text.last else { return }
    let isFormula = CSV.isFormula(text)
    let needsQuotes =
      first == UInt8(ascii: " ") || last == UInt8(ascii: " ")
      || text.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      }
    if needsQuotes { append(UInt8(ascii: "\"")) }
    if isFormula { append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in text {
        if byte == UInt8(ascii: "\"") { append(byte) }
        append(byte)
      }
      append(UInt8(ascii: "\""))
    } else {
      append(text)
    }
  }

  package mutating func appendCSV(_ text: String) {
    var text = text
    text.withUTF8 { appendCSV($0) }
  }
}
