package import Reports

/// Sums of measures over the reports of a year or a region: of their own agency only, blanks left out.
package struct MeasureSums: Sendable {
  package let measures: [Measure]
  package private(set) var totals: [MeasureTotal]
  /// How many reports were added.
  package private(set) var reports = 0

  package init(_ measures: [Measure], of reports: some Sequence<ReportSummary>, _ statistics: Statistics) {
    self.measures = measures
    totals = measures.map { _ in MeasureTotal() }
    for report in reports where report.isInTotals {
      self.reports += 1
      for (place, measure) in measures.enumerated() { totals[place].add(statistics.value(measure, of: report)) }
    }
  }

  package subscript(measure: Measure) -> DecimalNumber? {
    measures.firstIndex(of: measure).flatMap { totals[$0].sum }
  }
}
