internal import Diagnostics
internal import Languages
internal import Markup

/// Blank cells, reported once for each table.
enum BlankCells: ReportRule {
  static let kind = FindingKind(
    "blank-cells", .warning,
    title: LocalizedText("有空白单元格", en: "Cells are blank"),
    explanation: LocalizedText(
      "没有发生的应填 0。空白在数据中是“未填”，不是 0；只在核对勾稽关系时按 0 计，不计入汇总。",
      en:
        "Write 0 for what did not happen. A blank is published as not stated, not as 0; it counts as 0 only where sums are checked and never in totals."
    ),
    example: "| 行政许可 | |",
    source: LocalizedText("填报实践：空白或“/”计为差错", en: "practice of review: blank or “/” counts as a fault"))

  static func check(_ report: Report, _ findings: inout [Finding]) {
    for table in report.form.tables {
      var blank = table.cells.filter { cell in
        switch report.cells[cell].status {
        case .blank: true
        case .notApplicable: !report.form.cells[cell].kind.mayNotApply
        default: false
        }
      }
      if blank.isEmpty { continue }
      // A row with blank totals that should not be 0 has a finding of its own.
      let totals = TotalsFromParts.all(in: report, among: table.cells)
      let lines = Set(totals.filter { !$0.value.isZero }.map { report.line(of: $0.cell) })
      if !lines.isEmpty { blank.removeAll { lines.contains(report.line(of: $0)) } }
      let zeros = totals.filter { !lines.contains(report.line(of: $0.cell)) }
      guard let first = blank.first else { continue }
      let place = report.form.describe(first)
      findings.append(
        Finding(
          kind, at: report.document.source.range(of: report.cells[first].span),
          LocalizedText(
            "“\(table.title.chinese)”表有 \(blank.count) 个单元格空白或不适用，第一个是“\(place.chinese)”",
            en:
              "the table “\(table.title.english)” has \(blank.count) cells that are blank or not applicable, the first is “\(place.english)”"
          ),
          cell: report.form.cells[first].id, help: LocalizedText("没有发生的请填 0", en: "write 0 for what did not happen"),
          fix: TotalsFromParts.fix(zeros, in: report)))
    }
  }
}
