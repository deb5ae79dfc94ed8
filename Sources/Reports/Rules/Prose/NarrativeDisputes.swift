internal import Diagnostics
internal import Markup

/// Numbers of reconsiderations and lawsuits in the prose must agree with the table.
enum NarrativeDisputes: ProseRule {
  static let kind = FindingKind(
    "narrative-disputes", .warning,
    title: LocalizedText("正文与复议诉讼表的数字不一致", en: "The text and the table of disputes differ"),
    explanation: LocalizedText(
      "正文中因政府信息公开发生的行政复议数对应复议总计，行政诉讼数对应两类诉讼总计之和，维持、纠正等结果同理。各类案件的总数（其中涉及政府信息公开若干件）不核对。正文只说本年新发生的、或把一审二审分开说的，可写明后不予理会。",
      en:
        "Reconsiderations in the text are compared with their total, lawsuits with the two totals of lawsuits together, and results likewise. Numbers of cases of all kinds, of which some are of disclosure, are passed over. A text that counts new cases only, or each instance, may differ for that reason."
    ),
    example: "因政府信息公开工作被申请行政复议3件\n| 行政复议 | 1 | 0 | 0 | 0 | 1 |",
    source: LocalizedText("《政府信息公开条例》第五十条第（三）项", en: "Regulations on Open Government Information, art. 50 (3)"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard let table = prose.report.form.statutory.disputes else { return }
    for statement in prose.statements where !statement.isOfRequests {
      let readings = readings(of: statement, table)
      if let finding = prose.mismatch(kind, statement, readings) { findings.append(finding) }
    }
  }

  /// The cells of each sum that a statement may refer to, most likely first; empty if it is not about disputes.
  static func readings(of statement: Statement, _ table: StatutoryCells.Disputes) -> [[Int]] {
    guard case .disputes(let disputes, let outcome) = statement.subject else { return [] }
    var cells: [Int] = []
    if disputes.contains(.review) { cells.append(table.review[outcome.rawValue]) }
    let lawsuits = [table.litigationDirect[outcome.rawValue], table.litigationAfterReview[outcome.rawValue]]
    if disputes.contains(.litigation) { cells += lawsuits }
    // The text may distinguish kinds of lawsuits as the table does.
    return [cells] + (disputes == .litigation ? lawsuits.map { [$0] } : [])
  }
}
