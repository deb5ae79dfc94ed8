internal import Diagnostics
package import Portal
internal import Reports

/// `data/filings.csv`: for each agency and year, the report that answers for it.
package enum FilingsTable {
  package enum Status: String, CaseIterable, Sendable {
    case own, joint, consolidated, covered, withdrawn, missing

    var meaning: LocalizedText {
      switch self {
      case .own: LocalizedText("有本机关的报告", en: "it has a report of its own")
      case .joint: LocalizedText("由联合编制的机关发布", en: "a partner's joint report answers for it")
      case .consolidated: LocalizedText("其报告汇总了其他机关", en: "its own report gathers other bodies")
      case .covered: LocalizedText("只在汇总报告之中", en: "only in a report that gathers it")
      case .withdrawn: LocalizedText("报告已撤回，别无其他", en: "its report was withdrawn, and there is no other")
      case .missing: LocalizedText("没有已发布的报告", en: "no published report")
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
      "filings", LocalizedText("各机关各年报告情况", en: "Who has reported, by agency and year"), columns,
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
      "status", LocalizedText("状态", en: "Status"),
      LocalizedText("本年度是否有报告、由谁发布；草稿和未到发布时间的算没有", en: "Whether there is a report, and whose; drafts count as none"),
      .choice(Status.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true
    ) { .text($0.status.rawValue) },
    TableColumn(
      "answered_by", LocalizedText("发布机关", en: "Answered by"),
      LocalizedText(
        "其报告包括本机关的机关，同 reports.csv 的 agency", en: "The agency whose report answers for it; `agency` of reports.csv"),
      .code
    ) { .text(ifPresent: $0.report?.agency) },
    TableColumn(ReportColumns.published) { .text(ifPresent: $0.report?.published?.iso) },
    TableColumn(
      "late", LocalizedText("逾期", en: "Late"),
      LocalizedText("发布是否晚于规定期限", en: "Whether it was published after the date set for it"),
      .choice([
        .init("true", LocalizedText("晚于规定期限", en: "after the date")),
        .init("false", LocalizedText("没有晚于规定期限", en: "not after the date")),
      ])
    ) { row in row.report.map { .text(row.portal.isLate($0) ? "true" : "false") } ?? .blank },
  ]
}
