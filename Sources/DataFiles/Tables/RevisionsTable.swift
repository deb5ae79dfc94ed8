package import Languages
package import Portal
package import Reports

/// `data/revisions.csv`: every change of a published figure, newest first.
package enum RevisionsTable {
  package static let title = Text("revisions.title")

  package static func table(of portal: Portal) -> DataTable {
    DataTable("revisions", title, columns(in: portal), key: [], of: Revision.all(in: portal))
  }

  /// The table beside the page, which also has the kind of change and the URL of the report.
  package static func list(of revisions: [Revision], in portal: Portal) -> DataTable {
    let more: [TableColumn<Revision>] = [
      TableColumn(
        "change", Text("column.revisions.change"), Text("column.revisions.change.definition"),
        .choice(Revision.Change.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true
      ) { .text($0.change.rawValue) },
      TableColumn(ReportColumns.url) { .text(portal.site.absolute($0.report.route.path)) },
    ]
    return DataTable("revisions", title, columns(in: portal) + more, key: [], of: revisions)
  }

  private static func columns(in portal: Portal) -> [TableColumn<Revision>] {
    [
      TableColumn(
        "date", Text("revisions.date"), Text("column.revisions.date.definition"), .date,
        isRequired: true
      ) { .text($0.date.iso) },
      TableColumn(CellColumns.agency) { .text($0.report.agency) },
      TableColumn(CellColumns.agencyName) { .text(portal.registry.name(of: $0.report.agency, in: $0.report.year)) },
      TableColumn(CellColumns.year) { .integer($0.report.year) },
      TableColumn(
        "cell", Text("column.revisions.cell"),
        Text("column.revisions.cell.definition"),
        .code
      ) { .text(ifPresent: $0.correction?.cell) },
      TableColumn("section", Text("column.revisions.section"), Text("column.revisions.section.definition"), .code) {
        .text(ifPresent: $0.correction?.section)
      },
      TableColumn("from", Text("revisions.from"), Text("column.revisions.from.definition")) {
        .text(ifPresent: $0.correction?.from)
      },
      TableColumn("to", Text("revisions.to"), Text("column.revisions.to.definition")) {
        .text(ifPresent: $0.correction?.to)
      },
      TableColumn(
        "reason", Text("revisions.reason"), Text("column.revisions.reason.definition"),
        isRequired: true
      ) { .text($0.reason) },
    ]
  }
}

/// A correction of a report, or its withdrawal.
package struct Revision: Sendable {
  package enum Change: String, CaseIterable, Sendable {
    case corrected, withdrawn

    var meaning: Text {
      switch self {
      case .corrected: Text("change.corrected")
      case .withdrawn: Text("change.withdrawn")
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
