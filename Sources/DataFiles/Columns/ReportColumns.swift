internal import Diagnostics
internal import Languages
internal import Markup
internal import Portal
internal import Reports

/// The columns of `data/reports.csv`, one row per report. The first of them are also the first columns of every other
/// file with one row per report (`WideTable.facts`).
package enum ReportColumns {
  package static let key = ["agency", "year"]

  /// What a row is made of.
  struct Row {
    let report: Report
    /// SHA-256 of the source, in hexadecimal.
    let digest: String
    /// How many findings the report is published with.
    let findings: Int
    let site: Site
    let registry: Registry

    var metadata: ReportMetadata { report.metadata }
  }

  static let scope = DataColumn(
    "scope", Text("column.scope"),
    Text("column.scope.definition"),
    .choice(ReportMetadata.Scope.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true)

  static let title = DataColumn(
    "title", Text("column.title"), Text("column.title.definition"),
    isRequired: true)

  static let published = DataColumn(
    "published", Text("column.published"), Text("column.published.definition"), .date)

  package static let url = DataColumn(
    "url", Text("column.url"), Text("column.url.definition"),
    .address,
    isRequired: true)

  static let columns: [TableColumn<Row>] =
    [
      TableColumn(CellColumns.agency) { .text($0.metadata.agency) },
      TableColumn(CellColumns.agencyName) { .text($0.registry.name(of: $0.metadata.agency, in: $0.metadata.year)) },
      TableColumn(CellColumns.region) { .text($0.registry[agency: $0.metadata.agency]?.region ?? "") },
      TableColumn(CellColumns.year) { .integer($0.metadata.year) },
      TableColumn(CellColumns.form) { .text($0.report.form.id) },
      TableColumn(scope) { .text($0.metadata.scope.rawValue) },
      TableColumn(title) { .text($0.metadata.title) },
      TableColumn(published) { .text(ifPresent: $0.metadata.published?.iso) },
      TableColumn(
        "first_published", Text("column.first_published"),
        Text("column.first_published.definition"), .date
      ) { .text(ifPresent: $0.metadata.firstPublished?.iso) },
      TableColumn(
        "modified", Text("column.modified"), Text("column.modified.definition"),
        .date
      ) { .text(ifPresent: $0.metadata.modified?.iso) },
      TableColumn(
        "period_from", Text("column.period_from"),
        Text("column.period_from.definition"), .date
      ) { .text(ifPresent: $0.metadata.period?.from.iso) },
      TableColumn(
        "period_to", Text("column.period_to"), Text("column.period_to.definition"),
        .date
      ) { .text(ifPresent: $0.metadata.period?.to.iso) },
      TableColumn(
        "language", Text("column.language"), Text("column.language.definition"), .code,
        isRequired: true
      ) { .text($0.metadata.language) },
    ] + MetadataKey.all.filter(\.isColumn).map(column(of:)) + [
      TableColumn(
        "corrections", Text("column.corrections"),
        Text("column.corrections.definition"), .integer, isRequired: true
      ) { .integer($0.metadata.corrections.count) },
      TableColumn(
        "findings", Text("column.findings"),
        Text("column.findings.definition"), .integer,
        isRequired: true
      ) { .integer($0.findings) },
      TableColumn(url) {
        .text($0.site.absolute(Route.report(year: $0.metadata.year, agency: $0.metadata.agency).path))
      },
      TableColumn(
        "source_sha256", Text("column.source_sha256"),
        Text("column.source_sha256.definition"), .code, isRequired: true
      ) { .text($0.digest) },
    ]

  private static func column(of key: MetadataKey) -> TableColumn<Row> {
    TableColumn(key.published, key.label, key.definition, .code) { .text(ifPresent: $0.metadata[key]) }
  }

  package static let all = columns.map(\.description)
}

/// The columns of `data/findings.csv`, one row per finding that a report is published with.
package enum FindingColumns {
  /// What a row is made of.
  struct Row {
    let finding: Finding
    /// Counted from 1, among the findings of the report.
    let number: Int
    let metadata: ReportMetadata
  }

  static let columns: [TableColumn<Row>] = [
    TableColumn(CellColumns.agency) { .text($0.metadata.agency) },
    TableColumn(CellColumns.year) { .integer($0.metadata.year) },
    TableColumn(
      "number", Text("column.findings.number"), Text("column.findings.number.definition"),
      .integer, isRequired: true
    ) { .integer($0.number) },
    TableColumn(
      "finding", Text("column.findings.finding"),
      Text("column.findings.finding.definition"), .code,
      isRequired: true
    ) { .text($0.finding.kind.id) },
    TableColumn(
      "severity", Text("column.findings.severity"), Text("column.findings.severity.definition"),
      .choice(Severity.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true
    ) { .text($0.finding.severity.rawValue) },
    TableColumn(
      "cell", Text("column.findings.cell"),
      Text("column.findings.cell.definition"),
      .code
    ) { .text(ifPresent: $0.finding.cell) },
    TableColumn("line", Text("column.findings.line"), Text("column.findings.line.definition"), .integer) {
      $0.finding.range.map { .integer($0.line) } ?? .blank
    },
    TableColumn(
      "message", Text("column.findings.message"), Text("column.findings.message.definition"), isRequired: true
    ) { .text($0.finding.message.chinese) },
    TableColumn(
      "message_en", Text("column.findings.message_en"),
      Text("column.findings.message_en.definition"), isRequired: true
    ) { .text($0.finding.message.english) },
    TableColumn(
      "accepted", Text("column.findings.accepted"),
      Text("column.findings.accepted.definition")
    ) { .text(ifPresent: $0.finding.acceptance?.reason) },
  ]

  package static let all = columns.map(\.description)

  package static let key = ["agency", "year", "number"]
}

extension ReportMetadata.Scope {
  fileprivate var meaning: Text {
    switch self {
    case .own: Text("scope.own")
    case .consolidated: Text("scope.consolidated")
    }
  }
}

extension Severity {
  fileprivate var meaning: Text {
    switch self {
    case .hint: Text("severity.hint")
    case .warning: Text("severity.warning")
    case .error: Text("severity.error")
    }
  }
}
