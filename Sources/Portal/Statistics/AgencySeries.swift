package import Reports

/// The reports of one agency over the years, with what breaks their comparison.
///
/// A class, since each of the charts and rows made of it takes hold of it.
package final class AgencySeries: Sendable {
  /// A place between two years where numbers before and after it are not of the same thing.
  package struct Break: Sendable {
    package enum Kind: Sendable {
      case form(from: String, to: String)
      case name(from: String, to: String)
      case scope
      /// 行政复议法 of 2023, art. 23: refusals go to reconsideration first, before a lawsuit.
      case reconsiderationLaw
    }

    /// The first year after it.
    package let year: Int
    package let kind: Kind

    /// Whether it is about reconsiderations and lawsuits only.
    package var isOfDisputes: Bool { if case .reconsiderationLaw = kind { true } else { false } }
  }

  /// One report a year, oldest first, withdrawn ones left out; its own before a joint one.
  package let reports: [ReportSummary]
  package let breaks: [Break]
  /// Places of their forms in the library.
  private let forms: [Int?]
  /// By measure, then by report.
  private let values: [[DecimalNumber?]]
  /// Those of all reports, one behind the other, and where each report's begin.
  private let numbers: CompactNumbers
  private let starts: [Int]

  package init(of agency: Agency, _ all: [ReportSummary], _ statistics: Statistics) {
    var reports: [ReportSummary] = []
    for report in all.sorted(by: { $0.year < $1.year }) where report.status == .published {
      if let last = reports.last, last.year == report.year {
        if report.agency == agency.id, last.agency != agency.id { reports[reports.count - 1] = report }
      } else {
        reports.append(report)
      }
    }
    self.reports = reports
    breaks = zip(reports, reports.dropFirst()).flatMap { Self.breaks(of: agency, between: $0, and: $1, statistics) }
    let forms = reports.map { statistics.form(of: $0) }
    self.forms = forms
    values = Measure.allCases.map { measure in
      reports.indices.map { place in
        forms[place].flatMap { statistics.value(measure, of: reports[place], form: $0) }
      }
    }
    var numbers = CompactNumbers()
    starts = reports.map { report in
      defer { numbers.append(report.numbers) }
      return numbers.count
    }
    self.numbers = numbers
  }

  private static func breaks(
    of agency: Agency, between before: ReportSummary, and after: ReportSummary, _ statistics: Statistics
  ) -> [Break] {
    var breaks: [Break] = []
    func add(_ kind: Break.Kind) { breaks.append(Break(year: after.year, kind: kind)) }
    if before.form != after.form { add(.form(from: before.form, to: after.form)) }
    let (old, new) = (agency.name(in: before.year), agency.name(in: after.year))
    if old != new { add(.name(from: old, to: new)) }
    if before.scope != after.scope || before.agency != after.agency || before.joint != after.joint { add(.scope) }
    if before.year < 2024, after.year >= 2024, statistics.isOfRegulations(before) { add(.reconsiderationLaw) }
    return breaks
  }

  package func report(of year: Int) -> ReportSummary? { reports.first { $0.year == year } }

  /// What the reports state, in their order.
  package func values(of measure: Measure) -> [DecimalNumber?] { values[measure.rawValue] }

  /// What one of the reports states.
  package func value(_ measure: Measure, at place: Int) -> DecimalNumber? { values[measure.rawValue][place] }

  /// What the reports state, in their order.
  package func values(of column: RowMeasure.Column) -> [DecimalNumber?] {
    zip(forms, starts).map { form, start in
      form.flatMap { Statistics.sum(column.places[$0], of: numbers, from: start) }
    }
  }

  /// From the first to the last year, those without a report too; none where a mistyped year is far from the others.
  package func points(of measure: Measure) -> [(year: Int, value: DecimalNumber?)] {
    guard let first = reports.first?.year, let last = reports.last?.year, last - first < 100 else { return [] }
    var place = 0
    return (first...last).map { year in
      guard reports[place].year == year else { return (year, nil) }
      defer { place += 1 }
      return (year, value(measure, at: place))
    }
  }
}
