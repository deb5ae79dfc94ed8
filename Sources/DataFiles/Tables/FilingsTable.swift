internal import Languages
package import Portal
internal import Reports

/// `data/filings.csv`: for each agency and year, the report that answers for it.
package enum FilingsTable {
  package enum Status: String, CaseIterable, Sendable {
    case own, joint, consolidated, covered, withdrawn, missing

    var meaning: Text {
      switch self {
      case .own: Text("filing.own")
      case .joint: Text("filing.joint")
      case .consolidated: Text("filing.consolidated")
      case .covered: Text("filing.covered")
      case .withdrawn: Text("filing.withdrawn")
      case .missing: Text("filing.missing")
      }
    }
  }

  struct Filing {
    let agency: Agency
    let year: Int
    let status: Status
    fileprivate let report: ReportSummary?
    fileprivate let portal: Portal

    var name: String { agency.name(in: year) }
  }

  package static func table(of portal: Portal) -> DataTable {
    DataTable(
      "filings", Text("table.filings"), columns,
      key: ["agency", "year"], of: filings(of: portal))
  }

  /// By year, then in the order of the registry.
  private static func filings(of portal: Portal) -> [Filing] {
    let years = portal.site.years
    guard let newest = portal.years.first, let oldest = portal.years.last else { return [] }
    let (first, last) = (years.from ?? oldest, min(years.to ?? newest, newest))
    // Years too far apart mean that one is mistyped.
    guard first <= last, last - first < 100 else { return [] }
    return (first...last).flatMap { filings(of: $0, in: portal) }
  }

  /// Of the agencies that had to report on a year.
  static func filings(of year: Int, in portal: Portal) -> [Filing] {
    var covering: [String: ReportSummary] = [:]
    for report in portal.reports(of: year) where report.status == .published {
      for body in report.covers { covering[body] = covering[body] ?? report }
    }
    return portal.registry.agencies.filter { $0.isBound(in: year) }.map { agency in
      filing(of: agency, year, portal.reports(of: agency.id).filter { $0.year == year }, covering[agency.id], portal)
    }
  }

  private static func filing(
    of agency: Agency, _ year: Int, _ reports: [ReportSummary], _ covering: ReportSummary?, _ portal: Portal
  ) -> Filing {
    let published = reports.filter { $0.status == .published }
    let own = published.first { $0.agency == agency.id }
    let (status, report): (Status, ReportSummary?) =
      if let own {
        (own.scope == .consolidated ? .consolidated : .own, own)
      } else if let joint = published.first {
        (.joint, joint)
      } else if let covering {
        (.covered, covering)
      } else if !reports.isEmpty {
        (.withdrawn, nil)
      } else {
        (.missing, nil)
      }
    return Filing(agency: agency, year: year, status: status, report: report, portal: portal)
  }

  private static let columns: [TableColumn<Filing>] = [
    TableColumn(CellColumns.agency) { .text($0.agency.id) },
    TableColumn(CellColumns.agencyName) { .text($0.agency.name(in: $0.year)) },
    TableColumn(CellColumns.region) { .text($0.agency.region) },
    TableColumn(CellColumns.year) { .integer($0.year) },
    TableColumn(
      "status", Text("column.status"),
      Text("column.filings.status.definition"),
      .choice(Status.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true
    ) { .text($0.status.rawValue) },
    TableColumn(
      "answered_by", Text("column.filings.answered_by"),
      Text("column.filings.answered_by.definition"),
      .code
    ) { .text(ifPresent: $0.report?.agency) },
    TableColumn(ReportColumns.published) { .text(ifPresent: $0.report?.published?.iso) },
    TableColumn(
      "late", Text("column.filings.late"),
      Text("column.filings.late.definition"),
      .choice([
        .init("true", Text("filing.late")),
        .init("false", Text("filing.not_late")),
      ])
    ) { row in row.report.map { .text(row.portal.isLate($0) ? "true" : "false") } ?? .blank },
  ]
}
