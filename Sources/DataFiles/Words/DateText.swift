package import Diagnostics
package import Reports

/// Dates as people write them.
package enum DateText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  package static func date(_ date: CalendarDate, _ language: Language) -> String {
    switch language {
    case .simplifiedChinese: "\(date.year)年\(date.month)月\(date.day)日"
    case .english: "\(date.day) \(months[date.month - 1]) \(date.year)"
    }
  }

  package static func period(_ period: ReportMetadata.Period, _ language: Language) -> String {
    switch language {
    case .simplifiedChinese: "\(date(period.from, language))至\(date(period.to, language))"
    case .english: "\(date(period.from, language)) to \(date(period.to, language))"
    }
  }
}
