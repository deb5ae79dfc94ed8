internal import Diagnostics
internal import Reports

/// Everything that index pages need: the registry, and the published and withdrawn reports by year, agency and region.
package final class Portal: Sendable {
  package let site: Site
  package let registry: Registry
  /// By year, newest first, then in the order of the registry.
  package let reports: [ReportSummary]
  /// Newest first.
  package let years: [Int]
  /// The numbers in the reports that count in totals, by index of their form in the library.
  let stated: [StatedNumbers]
  /// Looks up measures in reports of each form.
  package let statistics: Statistics
  /// The rows of the forms that its reports use.
  package let rows: [RowMeasure]
  /// Functions shared by several agencies, sorted by name.
  package let functions: [String]
  private let byYear: [Int: [Int]]
  private let totalsByYear: [Int: Totals]
  private let byAgency: [String: [Int]]
  private let byRegion: [String: [Int]]
  private let agenciesByRegion: [String: [Int]]

  package init(site: Site, registry: Registry, reports: [ReportSummary], statistics: Statistics) {
    self.site = site
    self.statistics = statistics
    let forms = Set(reports.map(\.form)).compactMap { statistics.form(named: $0) }
    rows = statistics.rows.filter { row in
      row.columns.contains { column in forms.contains { !column.places[$0].isEmpty } }
    }
    self.registry = registry
    functions = Dictionary(grouping: registry.agencies.compactMap(\.function)) { $0 }.filter { $1.count > 1 }.keys
      .sorted()
    let placed = reports.map { (summary: $0, place: registry.index(of: $0.agency)) }.sorted {
      ($1.summary.year, $0.place ?? .max) < ($0.summary.year, $1.place ?? .max)
    }
    let sorted = placed.map(\.summary)
    let places = placed.map(\.place)
    self.reports = sorted
    byYear = Dictionary(grouping: sorted.indices) { sorted[$0].year }
    years = byYear.keys.sorted(by: >)
    stated = Self.stated(in: sorted, places, years, statistics)
    totalsByYear = byYear.mapValues { Totals($0.lazy.map { sorted[$0] }) }
    var byAgency: [String: [Int]] = [:]
    for (index, report) in sorted.enumerated() {
      for agency in report.bodies { byAgency[agency, default: []].append(index) }
    }
    self.byAgency = byAgency
    byRegion = Dictionary(grouping: sorted.indices) { places[$0].map { registry.agencies[$0].region } ?? "" }
    agenciesByRegion = Dictionary(grouping: registry.agencies.indices) { registry.agencies[$0].region }
  }

  /// - Parameter agencies: For each report, the index of its agency in the registry.
  private static func stated(
    in reports: [ReportSummary], _ agencies: [Int?], _ years: [Int], _ statistics: Statistics
  ) -> [StatedNumbers] {
    let places = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
    var stated = [StatedNumbers](repeating: StatedNumbers(), count: statistics.formCount)
    for (report, agency) in zip(reports, agencies) where report.isInTotals {
      guard let form = statistics.form(of: report), let year = places[report.year] else { continue }
      stated[form].append(report, year: year, agency: agency)
    }
    return stated
  }

  package func reports(of year: Int) -> [ReportSummary] { (byYear[year] ?? []).map { reports[$0] } }

  package func totals(of year: Int) -> Totals { totalsByYear[year] ?? Totals([]) }

  /// Newest first, including joint reports.
  package func reports(of agency: String) -> [ReportSummary] { (byAgency[agency] ?? []).map { reports[$0] } }

  /// The reports of a region's own agencies, newest first. A joint report belongs to the region of the agency that
  /// files it.
  package func reports(ofRegion code: String) -> [ReportSummary] { (byRegion[code] ?? []).map { reports[$0] } }

  /// The reports of a region and of all regions below it.
  package func reports(within region: String) -> [ReportSummary] {
    registry.regions.children(of: region).reduce(reports(ofRegion: region)) { $0 + reports(within: $1.code) }
  }

  /// The agencies of a region itself, not of the regions below it.
  package func agencies(of region: String) -> [Agency] {
    (agenciesByRegion[region] ?? []).map { registry.agencies[$0] }
  }

  /// The number of published reports of a region and of all regions below it, each counted once.
  package func reportCount(within region: String) -> Int {
    let own = (byRegion[region] ?? []).count { reports[$0].status == .published }
    return registry.regions.children(of: region).reduce(own) { $0 + reportCount(within: $1.code) }
  }
}

/// Sums of key figures over reports that agencies make about themselves. Including consolidated reports would count
/// every request twice.
package struct Totals: Sendable {
  package var figures: [ReportSummary.Figure] = []
  /// The number of reports added.
  package var reports = 0
  /// How many of them have no tables, and therefore no figures.
  package var withoutTables = 0
  /// The number of reports left out because they consolidate those of other bodies.
  package var consolidated = 0

  package init(_ reports: some Sequence<ReportSummary>) {
    for report in reports where report.status == .published {
      guard report.isInTotals else {
        consolidated += 1
        continue
      }
      self.reports += 1
      if !report.hasTables { withoutTables += 1 }
      for place in report.figures.indices { add(report.figures, place) }
    }
  }

  private mutating func add(_ stated: [ReportSummary.Figure], _ index: Int) {
    guard let place = figures.place(of: stated[index], near: index) else {
      figures.append(stated[index])
      return
    }
    guard let value = stated[index].value else { return }
    figures[place].value = (figures[place].value ?? .zero) + value
  }
}
