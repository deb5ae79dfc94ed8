internal import Diagnostics
internal import Markup

/// Parses the content of a cell: a number with its unit, remark and style, or one of the ways to say that there is
/// none.
struct CellReader {
  struct Reading {
    var status: Cell.Status
    var value = DecimalNumber.zero
    var unit: String?
    /// The number as written, if it has been converted.
    var ownValue: DecimalNumber?
    var remark: String?
    /// A mark that refers to a note below the table.
    var mark: String?
    /// The number is written in a way that the form does not ask for: `１２`, `1,234`, `3件`, `+19`.
    var isIrregular = false
    /// 元 was written although the form counts in 万元; the value has been converted.
    var isConverted = false
    /// A non-zero amount whose unit is not stated anywhere.
    var lacksUnit = false
    /// `<1` where the form counts days.
    var isUnmeasured = false

    /// Applies a stated unit. 元 are converted to 万元 if the form counts in 万元.
    fileprivate mutating func take(as stated: String, formUnit: String) {
      unit = stated
      guard StatedUnit.isConvertible(stated, to: formUnit) else { return }
      isConverted = true
      ownValue = value
      value = value.movedPoint(by: 4).withoutEndingZeros
    }
  }

  /// - Parameter statedUnit: A unit stated outside the cell, in the heading of its column or for its row.
  static func read(_ written: String, for cell: FormCell, statedUnit: String? = nil) -> Reading {
    guard cell.kind.isNumber else { return readText(written) }
    var reading = read(written, kind: cell.kind, unit: cell.unit)
    guard reading.status == .number || reading.status == .zero else {
      // FOIA reports state response times of less than a day this way.
      if cell.kind == .days, written.hasPrefix("<") { reading.isUnmeasured = true }
      return reading
    }
    // 8.0 is a count, though not written as one.
    if !cell.kind.mayHaveDecimals, reading.value.scale > 0, reading.value.isInteger {
      reading.value = reading.value.withoutEndingZeros
      reading.isIrregular = true
    }
    if let statedUnit, reading.unit == nil { reading.take(as: statedUnit, formUnit: cell.unit) }
    reading.lacksUnit = cell.hasStatedUnit && reading.unit == nil && reading.status == .number
    return reading
  }

  private static func readText(_ written: String) -> Reading {
    let text = written.trimmingSpaces()
    return Reading(status: text.isEmpty ? .blank : notApplicable.contains(text) ? .notApplicable : .text)
  }

  /// Parses plain digits, as in nearly all cells, without creating a string.
  static func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> DecimalNumber? {
    guard (1...DecimalNumber.mostDigits).contains(bytes.count) else { return nil }
    var digits: Int64 = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      digits = digits * 10 + Int64(byte - 0x30)
    }
    // 007 is a number, but not a plain one.
    if bytes.count > 1, bytes.first == UInt8(ascii: "0") { return nil }
    return DecimalNumber(digits: digits)
  }

  static func read(_ written: String, kind: FormCell.Kind, unit: String) -> Reading {
    let folded = String(String.UnicodeScalarView(written.unicodeScalars.map(fold)))
    let text = folded.trimmingSpaces()
    if text.isEmpty { return Reading(status: .blank) }
    if notApplicable.contains(text) { return Reading(status: .notApplicable) }
    // $251,000
    let currency = kind == .money && !unit.isEmpty && text.hasPrefix(unit) ? unit.count : 0
    guard var scanner = NumberScanner(String(text.dropFirst(currency))) else { return Reading(status: .text) }
    var reading = Reading(status: scanner.value.isZero ? .zero : .number, value: scanner.value)
    let number = text.dropLast(scanner.rest.count)
    reading.isIrregular = scanner.isIrregular || !written.hasPrefix(number)
    scanner.skipSpaces()
    var rest = scanner.rest
    if let mark = FootnoteMark.ending(rest) {
      rest = String(rest.dropLast(mark.count)).trimmingSpaces()
      reading.mark = String(written.trimmingSpaces().suffix(mark.count))
    }
    guard !rest.isEmpty else { return reading }
    let (words, remark) = splitRemark(rest)
    if let remark { reading.remark = originalRemark(written) ?? remark }
    if !words.isEmpty {
      guard StatedUnit.isAccepted(words, kind: kind, formUnit: unit) else { return Reading(status: .text) }
      reading.take(as: words, formUnit: unit)
      // The unit belongs there if the author has to state it, or if the number has a sign of its own.
      if !(kind == .percent || kind == .days || kind == .money && unit.isEmpty) { reading.isIrregular = true }
    } else if remark == nil {
      return Reading(status: .text)
    }
    return reading
  }

  private static let notApplicable: Set<String> = ["-", "--", "—", "——", "–", "―", "/", "\\", "无", "不适用", "N/A", "n/a"]

  /// Full-width digits, signs and brackets in their ASCII forms.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    default: scalar
    }
  }

  /// `件（其中修订 16 件）` → `件`, `其中修订 16 件`
  private static func splitRemark(_ text: String) -> (words: String, remark: String?) {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return (text, nil) }
    let words = text[..<open]
    let remark = text[text.index(after: open)..<text.index(before: text.endIndex)]
    return (String(words).trimmingSpaces(), String(remark).trimmingSpaces())
  }

  private static func originalRemark(_ written: String) -> String? {
    guard let open = written.firstIndex(where: { $0 == "（" || $0 == "(" }),
      let close = written.lastIndex(where: { $0 == "）" || $0 == ")" }), open < close
    else { return nil }
    return String(written[written.index(after: open)..<close]).trimmingSpaces()
  }
}

/// Parses a decimal number at the start of a text.
private struct NumberScanner {
  private(set) var value = DecimalNumber.zero
  private(set) var isIrregular = false
  private(set) var rest: String

  init?(_ text: String) {
    var view = Substring(text)
    var isNegative = false
    if let sign = view.first, sign == "+" || sign == "-" || sign == "−" {
      isNegative = sign != "+"
      isIrregular = sign != "-"
      view = view.dropFirst()
    }
    var digits: Int64 = 0
    var count = 0
    var scale: UInt8 = 0
    var isBehindPoint = false
    var grouped: Int?
    scan: while let character = view.first {
      switch character {
      case "0"..."9":
        guard character.isASCII, let digit = character.wholeNumberValue, count < DecimalNumber.mostDigits else {
          return nil
        }
        digits = digits * 10 + Int64(digit)
        count += 1
        if isBehindPoint { scale += 1 }
        if grouped != nil { grouped? += 1 }
      case ".":
        guard !isBehindPoint, count > 0, view.dropFirst().first?.isASCIIDigit == true else { return nil }
        isBehindPoint = true
        if let grouped, grouped != 3 { return nil }
        grouped = nil
      case ",":
        guard !isBehindPoint, count > 0, grouped ?? 3 == 3 else { return nil }
        grouped = 0
        isIrregular = true
      default: break scan
      }
      view = view.dropFirst()
    }
    guard count > 0, grouped ?? 3 == 3 else { return nil }
    if text.first == "0", count - Int(scale) > 1 { isIrregular = true }
    value = DecimalNumber(digits: isNegative ? -digits : digits, scale: scale)
    rest = String(view)
  }

  mutating func skipSpaces() {
    rest = rest.trimmingSpaces()
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension String {
  func trimmingSpaces() -> String {
    var view = Substring(self)
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
