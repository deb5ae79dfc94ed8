internal import Diagnostics
internal import Markup
internal import Narrative

/// Licences, penalties, coercive measures and fees in the prose against the table of disclosure.
enum NarrativeDecisions: ProseRule {
  static let kind = FindingKind(
    "narrative-decisions", .hint,
    title: LocalizedText(
      "正文与表格的许可、处罚、强制、收费数不一致", en: "The text and the table count decisions differently"),
    explanation: LocalizedText(
      "正文写明的行政许可、行政处罚、行政强制处理决定件数和行政事业性收费金额，应与第二部分的表格一致。只说公示、公开了多少条信息的不核对。",
      en:
        "Decisions on licences, penalties and coercive measures, and the fees charged, should be as many in the text as in the table. How much information on them was published is another matter."
    ),
    example: "作出行政处罚决定9件\n| 行政处罚 | 7 |",
    source: LocalizedText(
      "《政府信息公开条例》第二十条第（五）（六）（八）项",
      en: "Regulations on Open Government Information, art. 20 (5), (6), (8)"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    let statutory = prose.report.form.statutory
    for statement in prose.statements where !statement.isOfRequests {
      switch statement.subject {
      case .decisions(let decision):
        let readings = cell(of: decision, statutory).map { [[$0]] } ?? []
        if let finding = prose.mismatch(kind, statement, readings) { findings.append(finding) }
      case .charges:
        if let cell = statutory.fees { checkCharges(statement, cell, prose, &findings) }
      default: break
      }
    }
  }

  private static func cell(of decision: Statement.Decision, _ statutory: StatutoryCells) -> Int? {
    if decision == .coercion { return statutory.coercion }
    return statutory.decisions.count == 2 ? statutory.decisions[decision.rawValue] : nil
  }

  /// The table is in 万元, the text in 元 or 万元 and mostly rounded.
  private static func checkCharges(
    _ statement: Statement, _ cell: Int, _ prose: Prose, _ findings: inout [Finding]
  ) {
    guard let amount = prose.report.cells[cell].number else { return }
    let written = prose.written(statement.token)
    let stated = statement.number.value.approximation / 10_000
    let isRounded = statement.number.isRounded || written.contains("万")
    let difference = abs(stated - amount.approximation)
    if difference < 0.000_05 || isRounded && difference < max(1, amount.approximation / 100) {
      return
    }
    findings.append(
      Finding(
        kind, at: prose.range(ofToken: statement.token),
        LocalizedText(
          "正文写 \(written)，表中为 \(amount) 万元",
          en: "the text says \(written), the table \(amount) × 10,000 yuan"),
        cell: prose.report.form.cells[cell].id, related: [prose.report.related(cell)]))
  }
}
