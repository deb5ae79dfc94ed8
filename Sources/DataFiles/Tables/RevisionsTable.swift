package import Diagnostics
package import Portal
package import Reports

/// `data/revisions.csv`: every change of a published figure, newest first.
package enum RevisionsTable {
  package static let title = LocalizedText("更正与撤回", en: "Corrections and withdrawals")

  package static func table(of portal: Portal) -> DataTable {
    DataTable("revisions", title, columns(in: portal), key: [], of: Revision.all(in: portal))
  }

  /// The table beside the page, which also has the kind of change and the URL of the report.
  package static func list(of revisions: [Revision], in portal: Portal) -> DataTable {
    let more: [TableColumn<Revision>] = [
      TableColumn(
        "change", LocalizedText("变动", en: "Change"), LocalizedText("更正还是撤回", en: "What was done"),
        .choice(Revision.Change.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true
      ) { .text($0.change.rawValue) },
      TableColumn(ReportColumns.url) { .text(portal.site.absolute($0.report.route.path)) },
    ]
    return DataTable("revisions", title, columns(in: portal) + more, key: [], of: revisions)
  }

  private static func columns(in portal: Portal) -> [TableColumn<Revision>] {
    [
      TableColumn(
        "date", LocalizedText("日期", en: "Date"), LocalizedText("更正或撤回的日期", en: "Date of the change"), .date,
        isRequired: true
      ) { .text($0.date.iso) },
      TableColumn(CellColumns.agency) { .text($0.report.agency) },
      TableColumn(CellColumns.agencyName) { .text(portal.registry.name(of: $0.report.agency, in: $0.report.year)) },
      TableColumn(CellColumns.year) { .integer($0.report.year) },
      TableColumn(
        "cell", LocalizedText("单元格", en: "Cell"),
        LocalizedText(
          "所更正的单元格：表.行.列；章节和单元格都空的是撤回全文", en: "The cell: table.row.column. Neither cell nor section: withdrawn"),
        .code
      ) { .text(ifPresent: $0.correction?.cell) },
      TableColumn("section", LocalizedText("章节", en: "Section"), LocalizedText("所更正的章节", en: "The section"), .code) {
        .text(ifPresent: $0.correction?.section)
      },
      TableColumn("from", LocalizedText("原为", en: "From"), LocalizedText("更正前所载", en: "What was stated before")) {
        .text(ifPresent: $0.correction?.from)
      },
      TableColumn("to", LocalizedText("改为", en: "To"), LocalizedText("更正后所载", en: "What is stated now")) {
        .text(ifPresent: $0.correction?.to)
      },
      TableColumn(
        "reason", LocalizedText("理由", en: "Reason"), LocalizedText("报告所述的理由", en: "The reason that the report gives"),
        isRequired: true
      ) { .text($0.reason) },
    ]
  }
}

/// A correction of a report, or its withdrawal.
package struct Revision: Sendable {
  package enum Change: String, CaseIterable, Sendable {
    case corrected, withdrawn

    var meaning: LocalizedText {
      switch self {
      case .corrected: LocalizedText("更正", en: "corrected")
      case .withdrawn: LocalizedText("撤回", en: "withdrawn")
      }
    }
  }

  package let report: ReportSummary
  package let date: CalendarDate
  /// `nil` for a withdrawal.
  package let correction: ReportMetadata.Correction?
  package let reason: String

  package var change: Change { correction == nil ? .withdrawn : .corrected }

  /// Newest first; those of one day are in the order of the reports.
  package static func all(in portal: Portal) -> [Revision] {
    all(of: portal.reports)
  }

  package static func all(of reports: [ReportSummary]) -> [Revision] {
    reports.flatMap(all).enumerated()
      .sorted { ($1.element.date, $0.offset) < ($0.element.date, $1.offset) }.map(\.element)
  }

  private static func all(of report: ReportSummary) -> [Revision] {
    let withdrawal = report.withdrawn.map {
      Revision(report: report, date: $0.date, correction: nil, reason: $0.reason)
    }
    return report.corrections.map { Revision(report: report, date: $0.date, correction: $0, reason: $0.reason) }
      + [withdrawal].compactMap { $0 }
  }
}
