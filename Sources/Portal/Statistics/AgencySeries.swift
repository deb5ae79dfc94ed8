package import Reports

/// The reports of one agency over the years, and the breaks that make them incomparable.
///
/// It is a class because each chart and row made from it keeps a reference to it.
package final class AgencySeries: Sendable {
  /// A point between two years where the numbers before and after it do not measure the same thing.
  package struct Break: Sendable {
    package enum Kind: Sendable {
      case form(from: String, to: String)
      case name(from: String, to: String)
      case scope
      /// 行政复议法 of 2023, art. 23: refusals go to reconsideration before they can be taken to court.
      case reconsiderationLaw
    }

    /// The first year after the break.
    package let year: Int
    package let kind: Kind

    /// Whether it affects only reconsiderations and lawsuits.
    package var isOfDisputes: Bool { if case .reconsiderationLaw = kind { true } else { false } }
  }

  /// One report per year, oldest first, without withdrawn ones. The agency's own report is preferred to a joint one.
  package let reports: [ReportSummary]
  package let breaks: [Break]
  /// The indexes of their forms in the library.
  private let forms: [Int?]
  /// By measure, then by report.
  private let values: [[DecimalNumber?]]
  /// The numbers of all reports in one array, and the index at which each report starts.
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

  /// The letters by which charts and data mark the breaks before a year.
  package func mark(of year: Int) -> String? { BreakMark.of(year, in: breaks.map(\.year)) }

  package func report(of year: Int) -> ReportSummary? { reports.first { $0.year == year } }

  /// The values stated in the reports, in their order.
  package func values(of measure: Measure) -> [DecimalNumber?] { values[measure.rawValue] }

  /// The value stated in one of the reports.
  package func value(_ measure: Measure, at place: Int) -> DecimalNumber? { values[measure.rawValue][place] }

  /// The values stated in the reports, in their order.
  package func values(of column: RowMeasure.Column) -> [DecimalNumber?] {
    zip(forms, starts).map { form, start in
      form.flatMap { Statistics.sum(column.places[$0], of: numbers, from: start) }
    }
  }

  /// One point per year from the first to the last, including years without a report. Empty if the years are too far
  /// apart, which means that one is mistyped.
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
