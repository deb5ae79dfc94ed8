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
    /// How many findings the report is published with.
    let findings: Int
    let site: Site
    let registry: Registry

    var metadata: ReportMetadata { report.metadata }
  }

  static let scope = DataColumn(
    "scope", LocalizedText("口径", en: "Scope"),
    LocalizedText("数据包括哪些机关", en: "Whose figures they are"),
    .choice(ReportMetadata.Scope.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true)

  static let title = DataColumn(
    "title", LocalizedText("标题", en: "Title"), LocalizedText("报告的标题", en: "Title of the report"),
    isRequired: true)

  static let published = DataColumn(
    "published", LocalizedText("发布日期", en: "Published"), LocalizedText("发布日期", en: "Date of publication"), .date)

  package static let url = DataColumn(
    "url", LocalizedText("网址", en: "Address"), LocalizedText("报告网页的网址", en: "Address of the report's page"),
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
      ) { .integer($0.findings) },
      TableColumn(url) {
        .text($0.site.absolute(Route.report(year: $0.metadata.year, agency: $0.metadata.agency).path))
      },
      TableColumn(
        "source_sha256", LocalizedText("来源校验值", en: "Source SHA-256"),
        LocalizedText("来源文件的 SHA-256", en: "SHA-256 of the source file"), .code, isRequired: true
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
      "number", LocalizedText("序号", en: "Number"), LocalizedText("在报告中的序号", en: "Place among the report's findings"),
      .integer, isRequired: true
    ) { .integer($0.number) },
    TableColumn(
      "finding", LocalizedText("规则", en: "Finding"),
      LocalizedText("规则的标识，gongkai explain 可查", en: "Id of the rule; `gongkai explain` explains it"), .code,
      isRequired: true
    ) { .text($0.finding.kind.id) },
    TableColumn(
      "severity", LocalizedText("程度", en: "Severity"), LocalizedText("问题的程度", en: "How grave it is"),
      .choice(Severity.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true
    ) { .text($0.finding.severity.rawValue) },
    TableColumn(
      "cell", LocalizedText("单元格", en: "Cell"),
      LocalizedText("所涉单元格：表.行.列", en: "The cell it is about: table.row.column"),
      .code
    ) { .text(ifPresent: $0.finding.cell) },
    TableColumn("line", LocalizedText("行号", en: "Line"), LocalizedText("来源文件的行号", en: "Line of the source"), .integer) {
      $0.finding.range.map { .integer($0.line) } ?? .blank
    },
    TableColumn(
      "message", LocalizedText("说明", en: "Message"), LocalizedText("说明（中文）", en: "Message in Chinese"), isRequired: true
    ) { .text($0.finding.message.chinese) },
    TableColumn(
      "message_en", LocalizedText("英文说明", en: "Message in English"),
      LocalizedText("说明（英文）", en: "Message in English"), isRequired: true
    ) { .text($0.finding.message.english) },
    TableColumn(
      "accepted", LocalizedText("接受理由", en: "Accepted"),
      LocalizedText("机关保留原数的理由；空为没有声明", en: "Why the agency stands by it; empty when it does not say so")
    ) { .text(ifPresent: $0.finding.acceptance?.reason) },
  ]

  package static let all = columns.map(\.description)

  package static let key = ["agency", "year", "number"]
}

extension ReportMetadata.Scope {
  fileprivate var meaning: LocalizedText {
    switch self {
    case .own: LocalizedText("本机关", en: "the agency's own")
    case .consolidated: LocalizedText("汇总了其他机关，不可与其相加", en: "gathers other bodies, not to be added to theirs")
    }
  }
}

extension Severity {
  fileprivate var meaning: LocalizedText {
    switch self {
    case .hint: LocalizedText("提示", en: "a matter of style")
    case .warning: LocalizedText("警告", en: "to be looked at")
    case .error: LocalizedText("错误，说明理由后照原件发布", en: "a fault that the report is published with, for a reason")
    }
  }
}
