internal import Diagnostics
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
    "title", LocalizedText("标题", en: "Title"), LocalizedText("报告的标题", en: "Title of the report"),
    isRequired: true)

  static let published = DataColumn(
    "published", LocalizedText("发布日期", en: "Published"), LocalizedText("发布日期", en: "Date of publication"), .date)

  package static let url = DataColumn(
    "url", LocalizedText("网址", en: "Address"), LocalizedText("报告网页的网址", en: "Address of the report's page"),
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
        "covers", LocalizedText("汇总的机关", en: "Covers"),
        LocalizedText("汇总报告包括的机关，以分号分隔", en: "The bodies that a consolidated report gathers, divided by semicolons"),
        .code
      ) { list($0.metadata.covers) },
      TableColumn(
        "joint", LocalizedText("联合编制的机关", en: "Joint"),
        LocalizedText("联合编制报告的其他机关，以分号分隔", en: "The other bodies that file the report jointly, divided by semicolons"),
        .code
      ) { list($0.metadata.joint) },
      TableColumn(title) { .text($0.metadata.title) },
      TableColumn(published) { .text(ifPresent: $0.metadata.published?.iso) },
      TableColumn(
        "first_published", LocalizedText("首次发布", en: "First published"),
        LocalizedText("首次发布的日期", en: "Date of the first publication"), .date
      ) { .text(ifPresent: $0.metadata.firstPublished?.iso) },
      TableColumn(
        "modified", LocalizedText("更新日期", en: "Modified"), LocalizedText("最后更新的日期", en: "Date of the last change"),
        .date
      ) { .text(ifPresent: $0.metadata.modified?.iso) },
      TableColumn(
        "period_from", LocalizedText("统计期限起", en: "Period from"),
        LocalizedText("统计期限的第一天", en: "First day of the period"), .date
      ) { .text(ifPresent: $0.metadata.period?.from.iso) },
      TableColumn(
        "period_to", LocalizedText("统计期限止", en: "Period to"), LocalizedText("统计期限的最后一天", en: "Last day of the period"),
        .date
      ) { .text(ifPresent: $0.metadata.period?.to.iso) },
      TableColumn(
        "language", LocalizedText("语言", en: "Language"), LocalizedText("报告的语言", en: "Language of the report"), .code,
        isRequired: true
      ) { .text($0.metadata.language) },
    ] + MetadataKey.all.filter(\.isColumn).map(column(of:)) + [
      TableColumn(
        "corrections", LocalizedText("更正次数", en: "Corrections"),
        LocalizedText("发布后更正的次数", en: "How often it was corrected after publication"), .integer, isRequired: true
      ) { .integer($0.metadata.corrections.count) },
      TableColumn(
        "findings", LocalizedText("提示数", en: "Findings"),
        LocalizedText("随报告发布的检查结果数，见 findings.csv", en: "Findings it is published with, see findings.csv"), .integer,
        isRequired: true
      ) { .integer($0.findings.count) },
      TableColumn(url) {
        .text($0.site.absolute(Route.report(year: $0.metadata.year, agency: $0.metadata.agency).path))
      },
      TableColumn(
        "source_sha256", LocalizedText("来源校验值", en: "Source SHA-256"),
        LocalizedText("来源文件的 SHA-256", en: "SHA-256 of the source file"), .code, isRequired: true
      ) { .text($0.digest) },
    ]

  /// Ids divided by semicolons.
  static func list(_ ids: [String]) -> DataValue { ids.isEmpty ? .blank : .text(ids.joined(separator: ";")) }

  private static func column(of key: MetadataKey) -> TableColumn<Row> {
    TableColumn(key.published, key.label, key.definition, .code) { .text(ifPresent: $0.metadata[key]) }
  }

  package static let all = columns.map(\.description)
}
