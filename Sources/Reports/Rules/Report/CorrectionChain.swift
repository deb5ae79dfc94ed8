internal import Diagnostics
internal import Markup

/// Each correction of a cell must start from the result of the previous one, and change it.
enum CorrectionChain: ReportRule {
  static let kind = FindingKind(
    "correction-chain", .error,
    title: LocalizedText("更正记录前后不接", en: "Corrections do not follow from each other"),
    explanation: LocalizedText(
      "同一单元格多次更正时，后一次的 from 应等于前一次的 to；from 与 to 不能相同。",
      en: "When a cell is corrected more than once, from is what the correction before it led to; from and to differ."),
    example:
      "corrections:\n  - {date: 2024-03-01, cell: requests.new.total, from: 3, to: 4, reason: 漏计}\n  - {date: 2024-04-01, cell: requests.new.total, from: 3, to: 5, reason: 漏计}"
  )

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let source = report.document.source
    for (cell, corrections) in report.correctionsByCell() {
      let form = report.form.cells[cell]
      let name = report.form.describe(cell)
      for (index, correction) in corrections.enumerated() {
        let from = CorrectedValue(correction.from, of: form)
        if from == CorrectedValue(correction.to, of: form) {
          findings.append(
            Finding(
              kind, at: source.range(of: correction.span),
              LocalizedText("“\(name.chinese)”更正前后相同", en: "the correction of “\(name.english)” changes nothing"),
              cell: form.id))
        }
        guard index > 0 else { continue }
        let before = corrections[index - 1]
        let reached = CorrectedValue(before.to, of: form)
        if from == reached { continue }
        findings.append(
          Finding(
            kind, at: source.range(of: correction.span),
            LocalizedText(
              "“\(name.chinese)”上一次更正为 \(reached.described.chinese)，这一次却从 \(from.described.chinese) 更正",
              en:
                "“\(name.english)” was corrected to \(reached.described.english) before, but this correction starts from \(from.described.english)"
            ),
            cell: form.id,
            related: [.init(LocalizedText("上一次更正", en: "the correction before"), at: source.range(of: before.span))]))
      }
    }
  }
}
