internal import Diagnostics
internal import Languages
internal import Reports

/// `data/findings.csv`: the findings that reports are published with.
enum FindingsTable {
  private struct Item {
    let finding: Finding
    /// Counted from 1, among the findings of the report.
    let number: Int
  }

  static let table = ReportTable(
    "findings", Text("table.findings"), key: ["number"], columns
  ) { row in
    row.findings.enumerated().map { Item(finding: $1, number: $0 + 1) }
  }

  private static let columns: [TableColumn<Item>] = [
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
