internal import Diagnostics
internal import Markup

/// A cell must hold the value of its last correction.
enum CorrectionValue: ReportRule {
  static let kind = FindingKind(
    "correction-value", .error,
    title: LocalizedText("更正后的数与表中的不同", en: "The corrected value is not that of the table"),
    explanation: LocalizedText(
      "一个单元格最后一次更正的 to 应等于表中现在的数；没有写 to 的，单元格应是空白。更正记录要与表格同时修改。",
      en:
        "to of a cell's last correction is what its table says today; without to the cell is blank. The record and the table are changed together."
    ),
    example: "corrections:\n  - {date: 2024-03-01, cell: requests.new.total, from: 3, to: 4, reason: 漏计}\n（而表中仍是 3）")

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let source = report.document.source
    for (cell, corrections) in report.correctionsByCell() {
      guard let last = corrections.last else { continue }
      let stated = CorrectedValue(last.to, of: report.form.cells[cell])
      let today = CorrectedValue(report.cells[cell], note: report.note(of: report.cells[cell]))
      if stated == today { continue }
      let name = report.form.describe(cell)
      findings.append(
        Finding(
          kind, at: source.range(of: last.span),
          LocalizedText(
            "“\(name.chinese)”更正为 \(stated.described.chinese)，而表中是 \(today.described.chinese)",
            en:
              "“\(name.english)” was corrected to \(stated.described.english), but the table says \(today.described.english)"
          ),
          cell: report.form.cells[cell].id,
          related: [
            .init(
              LocalizedText("表中：\(today.described.chinese)", en: "in the table: \(today.described.english)"),
              at: source.range(of: report.cells[cell].span))
          ]))
    }
  }
}
