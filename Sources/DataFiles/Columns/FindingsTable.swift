internal import Diagnostics
internal import Reports

/// `data/findings.csv`: the findings that reports are published with.
enum FindingsTable {
  private struct Item {
    let finding: Finding
    /// Counted from 1, among the findings of the report.
    let number: Int
  }

  static let table = ReportTable(
    "findings", LocalizedText("检查结果", en: "Findings"), key: ["number"], columns
  ) { row in
    row.findings.enumerated().map { Item(finding: $1, number: $0 + 1) }
  }

  private static let columns: [TableColumn<Item>] = [
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
