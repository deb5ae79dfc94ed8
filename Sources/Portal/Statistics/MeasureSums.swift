package import Reports

/// Sums of measures over reports that agencies make about themselves, for a year or a region. Blank cells are left out.
package struct MeasureSums: Sendable {
  package let measures: [Measure]
  package private(set) var totals: [MeasureTotal]
  /// The number of reports added.
  package private(set) var reports = 0

  package init(_ measures: [Measure], of reports: some Sequence<ReportSummary>, _ statistics: Statistics) {
    self.measures = measures
    totals = measures.map { _ in MeasureTotal() }
    for report in reports where report.isInTotals {
      self.reports += 1
      let form = statistics.form(of: report)
      for (place, measure) in measures.enumerated() {
        totals[place].add(form.flatMap { statistics.value(measure, of: report, form: $0) })
      }
    }
  }

  package subscript(measure: Measure) -> DecimalNumber? {
    measures.firstIndex(of: measure).flatMap { totals[$0].sum }
  }
}

extension Portal {
  /// By region, over the reports of its own agencies. Regions without any are left out.
  package func sumsByRegion(of year: Int, _ measures: [Measure]) -> [(region: Region, sums: MeasureSums)] {
    let byRegion = Dictionary(grouping: reports(of: year)) { registry[agency: $0.agency]?.region ?? "" }
    return registry.regions.regions.compactMap { region in
      byRegion[region.code].map { (region, MeasureSums(measures, of: $0, statistics)) }
    }.filter { $0.sums.reports > 0 }
  }

  /// The sums for a region's own agencies, and for each region directly below it including everything in it. Parts
  /// without a report that counts are left out. Empty if there are no regions below it.
  package func sumsOfParts(
    of region: Region, in year: Int, _ measures: [Measure]
  ) -> [(part: Region, sums: MeasureSums)] {
    let children = registry.regions.children(of: region.code)
    if children.isEmpty { return [] }
    let parts = [(region, reports(ofRegion: region.code))] + children.map { ($0, reports(within: $0.code)) }
    return parts.map { part, reports in
      (part, MeasureSums(measures, of: reports.lazy.filter { $0.year == year }, statistics))
    }.filter { $0.sums.reports > 0 }
  }

  /// By year, newest first, over the reports of a region and of all regions below it.
  package func sumsByYear(within region: String, _ measures: [Measure]) -> [(year: Int, sums: MeasureSums)] {
    Dictionary(grouping: reports(within: region), by: \.year).sorted { $0.key > $1.key }
      .map { ($0.key, MeasureSums(measures, of: $0.value, statistics)) }.filter { $0.1.reports > 0 }
  }
}

/// What a report states of a row.
package enum StatedValue: Sendable {
  case number(DecimalNumber)
  case notStated
  /// An amount whose unit nobody states.
  case withoutUnit
}

/// The numbers of the reports in one form that count in totals, in one array, since every row iterates over all of
/// them.
struct StatedNumbers: Sendable {
  private var reports: [(year: Int, agency: Int?, start: Int)] = []
  private var numbers = CompactNumbers()

  /// - Parameters:
  ///   - year: Index of the report's year in `Portal.years`.
  ///   - agency: Index of its agency in the registry.
  mutating func append(_ report: ReportSummary, year: Int, agency: Int?) {
    reports.append((year, agency, numbers.count))
    numbers.append(report.numbers)
  }

  func forEach(_ places: [Int], _ body: (_ year: Int, _ agency: Int?, _ value: StatedValue) -> Void) {
    for (year, agency, start) in reports {
      if let sum = Statistics.sum(places, of: numbers, from: start) {
        body(year, agency, .number(sum))
      } else {
        body(year, agency, Statistics.lacksUnit(places, in: numbers, from: start) ? .withoutUnit : .notStated)
      }
    }
  }
}

extension Portal {
  /// Calls `body` for the values of a column in all reports that count in totals and whose form has the column.
  ///
  /// - Parameters:
  ///   - year: Index of the report's year in `years`.
  ///   - agency: Index of its agency in the registry.
  package func forEachStated(
    in column: RowMeasure.Column, _ body: (_ year: Int, _ agency: Int?, _ value: StatedValue) -> Void
  ) {
    for (numbers, places) in zip(stated, column.places) where !places.isEmpty { numbers.forEach(places, body) }
  }
}
