internal import Reports

/// Reads dates in Arabic and Chinese numerals.
enum DateReader {
  static func date(in text: String) -> CalendarDate? {
    if let match = text.firstMatch(of: /(\d{4})\s*[-年\/.]\s*(\d{1,2})\s*[-月\/.]\s*(\d{1,2})/) {
      guard let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
        var date = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      if let time = text[match.range.upperBound...].firstMatch(of: /(?:^|\D)(([01]\d|2[0-3]):([0-5]\d))/) {
        date.time = String(time.1)
      }
      return date
    }
    guard
      let match = text.firstMatch(
        of: /([二〇零○一三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/),
      let year = digits(match.1), let month = number(match.2), let day = number(match.3)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static let values: [Character: Int] = [
    "〇": 0, "零": 0, "○": 0, "Ｏ": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// 二〇二五
  static func digits(_ text: some StringProtocol) -> Int? {
    text.reduce(0 as Int?) { sum, character in values[character].flatMap { digit in sum.map { $0 * 10 + digit } } }
  }

  /// 十六, 二十, 三十一
  private static func number(_ text: some StringProtocol) -> Int? {
    guard text.contains("十") else { return digits(text) }
    let parts = text.split(separator: "十", maxSplits: 1, omittingEmptySubsequences: false)
    guard let tens = parts[0].isEmpty ? 1 : digits(parts[0]), let ones = parts[1].isEmpty ? 0 : digits(parts[1]) else {
      return nil
    }
    return tens * 10 + ones
  }
}
