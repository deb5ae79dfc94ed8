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
    /// Those that the report is published with.
    let findings: [Finding]
    let site: Site
    let registry: Registry

    var metadata: ReportMetadata { report.metadata }
  }

  static let title = DataColumn(
    "title", Text("column.title"), Text("column.title.definition"),
    isRequired: true)

  static let published = DataColumn(
    "published", Text("column.published"), Text("column.published.definition"), .date)

  package static let url = DataColumn(
    "url", Text("column.url"), Text("column.url.definition"),
    .address,
    isRequired: true)

  private static let agency = TableColumn<Row>(CellColumns.agency) { .text($0.metadata.agency) }
  private static let agencyName = TableColumn<Row>(CellColumns.agencyName) {
    .text($0.registry.name(of: $0.metadata.agency, in: $0.metadata.year))
  }
  private static let region = TableColumn<Row>(CellColumns.region) {
    .text($0.registry[agency: $0.metadata.agency]?.region ?? "")
  }
  private static let year = TableColumn<Row>(CellColumns.year) { .integer($0.metadata.year) }
  private static let scope = TableColumn<Row>(CellColumns.scope) { .text($0.metadata.scope.rawValue) }

  /// The report that a row is about, where a report may have several rows.
  static let identity = [agency, agencyName, region, year, scope]

  static let columns: [TableColumn<Row>] =
    [
      agency, agencyName, region, year, TableColumn(CellColumns.form) { .text($0.report.form.id) }, scope,
      TableColumn(
        "covers", Text("column.covers"),
        Text("column.covers.definition"),
        .code
      ) { list($0.metadata.covers) },
      TableColumn(
        "joint", Text("column.joint"),
        Text("column.joint.definition"),
        .code
      ) { list($0.metadata.joint) },
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
      ) { .integer($0.findings.count) },
      TableColumn(url) {
        .text($0.site.absolute(Route.report(year: $0.metadata.year, agency: $0.metadata.agency).path))
      },
      TableColumn(
        "source_sha256", Text("column.source_sha256"),
        Text("column.source_sha256.definition"), .code, isRequired: true
      ) { .text($0.digest) },
    ]

  /// Ids divided by semicolons.
  static func list(_ ids: [String]) -> DataValue { ids.isEmpty ? .blank : .text(ids.joined(separator: ";")) }

  private static func column(of key: MetadataKey) -> TableColumn<Row> {
    TableColumn(key.published, key.label, key.definition, .code) { .text(ifPresent: $0.metadata[key]) }
  }

  package static let all = columns.map(\.description)
}
