internal import Diagnostics
internal import Markup
internal import Portal
internal import Reports

/// The columns of `data/reports.csv`, one row per report. The first of them are also the first columns of every other
/// file with one row per report (`WideTable.facts`).
package enum ReportColumns {
  package static let key = ["agency", "year"]

  package static let all: [DataColumn] =
    CellColumns.all.prefix(5) + [
      DataColumn(
        "scope", LocalizedText("口径", en: "Scope"),
        LocalizedText("数据包括哪些机关", en: "Whose figures they are"),
        .choice(ReportMetadata.Scope.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true),
      DataColumn(
        "title", LocalizedText("标题", en: "Title"), LocalizedText("报告的标题", en: "Title of the report"),
        isRequired: true),
      DataColumn(
        "published", LocalizedText("发布日期", en: "Published"), LocalizedText("发布日期", en: "Date of publication"), .date),
      DataColumn(
        "first_published", LocalizedText("首次发布", en: "First published"),
        LocalizedText("首次发布的日期", en: "Date of the first publication"), .date),
      DataColumn(
        "modified", LocalizedText("更新日期", en: "Modified"), LocalizedText("最后更新的日期", en: "Date of the last change"),
        .date),
      DataColumn(
        "period_from", LocalizedText("统计期限起", en: "Period from"),
        LocalizedText("统计期限的第一天", en: "First day of the period"), .date),
      DataColumn(
        "period_to", LocalizedText("统计期限止", en: "Period to"), LocalizedText("统计期限的最后一天", en: "Last day of the period"),
        .date),
      DataColumn(
        "language", LocalizedText("语言", en: "Language"), LocalizedText("报告的语言", en: "Language of the report"), .code,
        isRequired: true),
      DataColumn(
        "index_number", LocalizedText("索引号", en: "Index number"), LocalizedText("公开信息索引号", en: "Index number"), .code),
      DataColumn(
        "document_number", LocalizedText("文号", en: "Document number"), LocalizedText("发文字号", en: "Document number"),
        .code),
      DataColumn(
        "corrections", LocalizedText("更正次数", en: "Corrections"),
        LocalizedText("发布后更正的次数", en: "How often it was corrected after publication"), .integer, isRequired: true),
      DataColumn(
        "findings", LocalizedText("提示数", en: "Findings"),
        LocalizedText("随报告发布的检查结果数，见 findings.csv", en: "Findings it is published with, see findings.csv"), .integer,
        isRequired: true),
      DataColumn(
        "url", LocalizedText("网址", en: "Address"), LocalizedText("报告网页的网址", en: "Address of the report's page"),
        .address,
        isRequired: true),
      DataColumn(
        "source_sha256", LocalizedText("来源校验值", en: "Source SHA-256"),
        LocalizedText("来源文件的 SHA-256", en: "SHA-256 of the source file"), .code, isRequired: true),
    ]

  /// The values of a report, one for each column.
  static func values(of report: Report, digest: String, findings: Int, site: Site, registry: Registry) -> [DataValue] {
    let metadata = report.metadata
    return [
      .text(metadata.agency), .text(registry.name(of: metadata.agency, in: metadata.year)),
      .text(registry[agency: metadata.agency]?.region ?? ""), .integer(metadata.year), .text(report.form.id),
      .text(metadata.scope.rawValue), .text(metadata.title), .text(ifPresent: metadata.published?.iso),
      .text(ifPresent: metadata.firstPublished?.iso), .text(ifPresent: metadata.modified?.iso),
      .text(ifPresent: metadata.period?.from.iso), .text(ifPresent: metadata.period?.to.iso), .text(metadata.language),
      .text(ifPresent: metadata.indexNumber), .text(ifPresent: metadata.documentNumber),
      .integer(metadata.corrections.count), .integer(findings),
      .text(site.absolute(Route.report(year: metadata.year, agency: metadata.agency).path)), .text(digest),
    ]
  }
}

/// The columns of `data/findings.csv`, one row per finding that a report is published with.
package enum FindingColumns {
  package static let all: [DataColumn] = [
    CellColumns.agency, CellColumns.year,
    DataColumn(
      "number", LocalizedText("序号", en: "Number"), LocalizedText("在报告中的序号", en: "Place among the report's findings"),
      .integer, isRequired: true),
    DataColumn(
      "finding", LocalizedText("规则", en: "Finding"),
      LocalizedText("规则的标识，gongkai explain 可查", en: "Id of the rule; `gongkai explain` explains it"), .code,
      isRequired: true),
    DataColumn(
      "severity", LocalizedText("程度", en: "Severity"), LocalizedText("问题的程度", en: "How grave it is"),
      .choice(Severity.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true),
    DataColumn(
      "cell", LocalizedText("单元格", en: "Cell"),
      LocalizedText("所涉单元格：表.行.列", en: "The cell it is about: table.row.column"),
      .code),
    DataColumn("line", LocalizedText("行号", en: "Line"), LocalizedText("来源文件的行号", en: "Line of the source"), .integer),
    DataColumn(
      "message", LocalizedText("说明", en: "Message"), LocalizedText("说明（中文）", en: "Message in Chinese"), isRequired: true
    ),
    DataColumn(
      "message_en", LocalizedText("英文说明", en: "Message in English"),
      LocalizedText("说明（英文）", en: "Message in English"), isRequired: true),
    DataColumn(
      "accepted", LocalizedText("接受理由", en: "Accepted"),
      LocalizedText("机关保留原数的理由；空为没有声明", en: "Why the agency stands by it; empty when it does not say so")),
  ]

  package static let key = ["agency", "year", "number"]

  static func values(of finding: Finding, number: Int, of metadata: ReportMetadata) -> [DataValue] {
    [
      .text(metadata.agency), .integer(metadata.year), .integer(number), .text(finding.kind.id),
      .text(finding.severity.rawValue), .text(ifPresent: finding.cell),
      finding.range.map { .integer($0.line) } ?? .blank, .text(finding.message.chinese),
      .text(finding.message.english), .text(ifPresent: finding.acceptance?.reason),
    ]
  }
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
