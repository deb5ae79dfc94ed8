internal import Diagnostics
package import Markup

/// A date, with the time of day if it was stated. Dates of reports are never converted between time zones.
package struct CalendarDate: Sendable, Hashable, Comparable {
  package var year: Int
  package var month: Int
  package var day: Int
  /// `HH:MM`, if stated.
  package var time: String?

  /// Parses `2024-01-30` or `2024-01-30 09:00`; `nil` if there is no such date or time.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: " "))
    guard (1...2).contains(parts.count),
      let date = Self.numbers(parts[0], widths: [4, 2, 2], separator: UInt8(ascii: "-"))
    else { return nil }
    self.init(year: date[0], month: date[1], day: date[2])
    guard parts.count == 2 else { return }
    guard let clock = Self.numbers(parts[1], widths: [2, 2], separator: UInt8(ascii: ":")), clock[0] < 24,
      clock[1] < 60
    else { return nil }
    time = String(parts[1])
  }

  /// Reads other common notations: `2024年1月30日`, `2024/1/30`, `2024.1.30`.
  init?(written text: String) {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { Label.append(scalar, to: &scalars) }
    let folded = String(String.UnicodeScalarView(scalars))
    let numbers = folded.split { !$0.isNumber }
    let others = folded.filter { !$0.isNumber }
    guard numbers.count == 3, ["年月日", "年月", "//", "..", "--"].contains(others), numbers[0].count == 4,
      let year = Int(numbers[0]), let month = Int(numbers[1]), let day = Int(numbers[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Years that a date can have; a report for any other is none.
  package static let years = 1...9999

  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Parses numbers with the given numbers of digits, separated by `separator`.
  private static func numbers(_ text: Substring.UTF8View, widths: [Int], separator: UInt8) -> [Int]? {
    var numbers: [Int] = []
    var rest = text
    for width in widths {
      if !numbers.isEmpty, rest.popFirst() != separator { return nil }
      let digits = rest.prefix(width)
      guard digits.count == width, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      rest = rest.dropFirst(width)
    }
    return rest.isEmpty ? numbers : nil
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    if left.dayNumber != right.dayNumber { return left.dayNumber < right.dayNumber }
    return (left.time ?? "") < (right.time ?? "")
  }

  private var dayNumber: Int { (year * 100 + month) * 100 + day }

  /// `2024-01-30`
  package var iso: String {
    String(unsafeUninitializedCapacity: 10) { text in
      func put(_ number: Int, _ width: Int, at place: Int) {
        var rest = number
        for index in stride(from: place + width - 1, through: place, by: -1) {
          text[index] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      put(year, 4, at: 0)
      put(month, 2, at: 5)
      put(day, 2, at: 8)
      text[4] = UInt8(ascii: "-")
      text[7] = UInt8(ascii: "-")
      return 10
    }
  }
}

extension Fields {
  package mutating func date(_ key: String) -> CalendarDate? {
    optional(key).flatMap { date(of: $0) }
  }

  package mutating func requiredDate(_ key: String) -> CalendarDate? {
    required(key).flatMap { date(of: $0) }
  }

  private mutating func date(of value: YAMLValue) -> CalendarDate? {
    if let date = value.text.flatMap({ CalendarDate($0) }) { return date }
    let meant = value.text.flatMap { CalendarDate(written: $0) }
    let range = source.range(of: value.span)
    findings.append(
      .invalidValue(
        expected: LocalizedText("日期，如 2024-01-30", en: "a date such as 2024-01-30"), at: range, suggestion: meant?.iso,
        fix: meant.map { Fix(replacing: range, with: $0.iso) }))
    return nil
  }
}
