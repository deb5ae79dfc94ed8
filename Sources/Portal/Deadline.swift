internal import Diagnostics
package import Markup
package import Reports

/// The dates by which reports have to be published, by kind, level and year.
///
/// 《政府信息公开条例》第四十九条: departments at county level and above by 31 January, governments by 31 March. Towns, streets and
/// the bodies of art. 54 and 55 have no statutory date. Up to the reports for 2018, the Regulations of 2007 required 31
/// March of everyone.
package struct Deadline: Sendable {
  package var kind: Agency.Kind?
  package var level: Agency.Level?
  package var years = YearRange()
  /// Month and day in the year after the reporting year; `nil` for no date.
  package var day: (month: Int, day: Int)?

  private func applies(to agency: Agency, year: Int) -> Bool {
    (kind == nil || kind == agency.kind) && (level == nil || level == agency.level) && years.contains(year)
  }

  private static let lastOfJanuary = (month: 1, day: 31)
  private static let lastOfMarch = (month: 3, day: 31)

  private static let statutory: [Deadline] = [
    Deadline(years: YearRange(to: 2018), day: lastOfMarch),
    Deadline(level: .township, day: nil), Deadline(kind: .dispatched, day: nil),
    Deadline(kind: .institution, day: nil), Deadline(kind: .government, day: lastOfMarch),
    Deadline(kind: .governmentOffice, day: lastOfJanuary), Deadline(kind: .department, day: lastOfJanuary),
  ]

  /// The deadline that a report missed. Deadlines set by the portal take precedence.
  ///
  /// - Parameter isOfRegulations: Whether the report's form is one of the Regulations, whose dates do not apply to
  ///   other laws.
  /// - Returns: `nil` if the report was in time or has no deadline.
  static func missed(
    by published: CalendarDate, _ agency: Agency, year: Int, ofRegulations isOfRegulations: Bool, own: [Deadline]
  ) -> CalendarDate? {
    let deadline =
      own.first { $0.applies(to: agency, year: year) }
      ?? (isOfRegulations ? statutory.first { $0.applies(to: agency, year: year) } : nil)
    let last = deadline?.day.flatMap { CalendarDate(year: year + 1, month: $0.month, day: $0.day) }
    return last.flatMap { published.isOnLaterDay(than: $0) ? $0 : nil }
  }

  /// Reads `{kind: department, level: county, from: 2022, date: 01-28}`; `date: none` means no deadline.
  package init?(_ fields: inout Fields) {
    kind = fields.choice("kind", Agency.Kind.self)
    level = fields.choice("level", Agency.Level.self)
    years = YearRange(&fields)
    guard let value = fields.required("date") else { return nil }
    if value.text == "none" { return }
    let parts = (value.text ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let isDate = parts.count == 2 && CalendarDate(year: 2023, month: parts[0], day: parts[1]) != nil
    let expected = LocalizedText("月-日，如 01-31，或 none", en: "a month and day such as 01-31, or none")
    guard let read = fields.typed(value, isDate ? (month: parts[0], day: parts[1]) : nil, expected) else { return nil }
    day = read
  }

  private init(
    kind: Agency.Kind? = nil, level: Agency.Level? = nil, years: YearRange = YearRange(), day: (month: Int, day: Int)?
  ) {
    self.kind = kind
    self.level = level
    self.years = years
    self.day = day
  }
}

extension CalendarDate {
  /// Ignores the time of day.
  fileprivate func isOnLaterDay(than other: CalendarDate) -> Bool {
    (year, month, day) > (other.year, other.month, other.day)
  }
}
