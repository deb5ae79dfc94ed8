package import Languages
package import Reports

/// Dates as people write them.
package enum DateText {
  private static let day: StringKey = "date.day"
  private static let between: StringKey = "date.period"
  private static let months: [StringKey] = [
    "date.month_1", "date.month_2", "date.month_3", "date.month_4", "date.month_5", "date.month_6", "date.month_7",
    "date.month_8", "date.month_9", "date.month_10", "date.month_11", "date.month_12",
  ]

  package static func date(_ date: CalendarDate) -> Text {
    day.with([
      "year": .number(date.year), "month": .text(Text(months[date.month - 1])), "day": .number(date.day),
    ])
  }

  package static func date(_ date: CalendarDate, _ strings: Strings) -> String { self.date(date)[strings] }

  package static func period(_ period: ReportMetadata.Period, _ strings: Strings) -> String {
    between.with(["from": .text(date(period.from)), "to": .text(date(period.to))])[strings]
  }
}
