internal import Diagnostics
internal import Languages
internal import Markup

/// Reports the missing cells of statutory tables, once for each gap: a table, adjacent rows, or a column.
struct MissingCells {
  private let report: Report
  /// Cells that are missing for a reason that is already reported.
  private let explained: Set<Int>

  init(_ report: Report, explained: Set<Int>) {
    self.report = report
    self.explained = explained
  }

  func report(_ findings: inout [Finding]) {
    for section in report.sections {
      guard case .form(let index) = section.kind, let owned = report.form.sections[index].table else { continue }
      let table = report.form.tables[owned]
      let missing = table.cells.filter { report.cells[$0].status == .missing && report.form.cells[$0].isDemanded }
      guard missing.contains(where: { !explained.contains($0) }) else { continue }
      let heading = report.document.source.range(of: section.headingSpan)
      if table.cells.allSatisfy({ report.cells[$0].status == .missing }) {
        findings.append(
          Finding(
            BindingFindings.missingTable, at: heading,
            LocalizedText("缺少“\(table.title.chinese)”表", en: "the table “\(table.title.english)” is missing")))
        continue
      }
      findings += gaps(missing.filter { !explained.contains($0) }, table, heading: heading)
    }
  }

  /// The missing cells of a row of the form.
  private struct RowGap {
    let cells: [Int]
    let isWhole: Bool
  }

  private func gaps(_ missing: [Int], _ table: FormTable, heading: SourceRange) -> [Finding] {
    let form = report.form
    let rows = Dictionary(grouping: missing) { [form.cells[$0].block, form.cells[$0].row] }.values
      .sorted { $0[0] < $1[0] }
      .map { cells in
        RowGap(
          cells: cells,
          isWhole: cells.count == table.blocks[form.cells[cells[0]].block].columns.leaves.count)
      }
    var findings: [Finding] = []
    var rest = rows[...]
    while let first = rest.first {
      // Adjacent rows, and rows that lack the same columns, are one gap.
      let gap = rest.prefix { row in row.isWhole == first.isWhole && (row.isWhole ? true : sameColumns(row, first)) }
        .enumerated().prefix { offset, row in offset == 0 || follows(row, rest[rest.startIndex + offset - 1], table) }
        .map(\.element)
      findings.append(first.isWhole ? missingRows(gap, table, heading) : missingColumns(gap, heading))
      rest = rest.dropFirst(gap.count)
    }
    return findings.count <= Self.mostGaps ? findings : [summary(rows, table, heading)]
  }

  /// More gaps in one table are summarised.
  private static let mostGaps = 4

  private func columns(of gap: RowGap) -> [String] { gap.cells.map { report.form.label(ofColumn: $0).id } }

  private func sameColumns(_ one: RowGap, _ other: RowGap) -> Bool { columns(of: one) == columns(of: other) }

  /// Whether all rows between two are missing too.
  private func follows(_ row: RowGap, _ before: RowGap, _ table: FormTable) -> Bool {
    let between = table.cells.filter { $0 > before.cells[0] && $0 < row.cells[0] }
    return row.isWhole ? between.allSatisfy { report.cells[$0].status == .missing } : true
  }

  private func missingRows(_ gap: [RowGap], _ table: FormTable, _ heading: SourceRange) -> Finding {
    let form = report.form
    let labels = gap.map { form.label(ofRow: $0.cells[0]).label }
    let first = gap[0].cells[0]
    let before = table.cells.last { $0 < first && report.cells[$0].status != .missing }
    let (chinese, english) = (labels.map(\.chinese), labels.map(\.english))
    return Finding(
      BindingFindings.missing, at: before.map { line(of: $0) } ?? heading,
      labels.count == 1
        ? LocalizedText("缺少“\(chinese[0])”一行", en: "the row “\(english[0])” is missing")
        : LocalizedText(
          "从“\(chinese[0])”起缺少 \(labels.count) 行，到“\(chinese[labels.count - 1])”为止",
          en: "\(labels.count) rows are missing, from “\(english[0])” to “\(english[labels.count - 1])”"),
      cell: form.cells[first].id,
      help: before == nil ? nil : LocalizedText("应接在这一行之后", en: "it belongs behind this row"))
  }

  private func missingColumns(_ gap: [RowGap], _ heading: SourceRange) -> Finding {
    let form = report.form
    let row = form.label(ofRow: gap[0].cells[0]).label
    let names = gap[0].cells.map { form.label(ofColumn: $0).label }
    let (chinese, english) = (names.map(\.chinese).joined(separator: "、"), names.map(\.english).joined(separator: ", "))
    let block = form.tables[form.cells[gap[0].cells[0]].table].blocks[form.cells[gap[0].cells[0]].block]
    let present = block.columns.leaves.indices.map { block.cell(row: form.cells[gap[0].cells[0]].row, column: $0) }
      .first { report.cells[$0].status != .missing }
    return Finding(
      BindingFindings.missing, at: present.map { line(of: $0) } ?? heading,
      gap.count == 1
        ? LocalizedText("“\(row.chinese)”缺少：\(chinese)", en: "“\(row.english)” lacks: \(english)")
        : LocalizedText("\(gap.count) 行缺少：\(chinese)", en: "\(gap.count) rows lack: \(english)"),
      cell: form.cells[gap[0].cells[0]].id)
  }

  private func summary(_ rows: [RowGap], _ table: FormTable, _ heading: SourceRange) -> Finding {
    let first = report.form.label(ofRow: rows[0].cells[0]).label
    return Finding(
      BindingFindings.missing, at: heading,
      LocalizedText(
        "“\(table.title.chinese)”表缺少 \(rows.count) 行的单元格，第一行是“\(first.chinese)”",
        en: "the table “\(table.title.english)” lacks cells of \(rows.count) rows, the first is “\(first.english)”"),
      cell: report.form.cells[rows[0].cells[0]].id)
  }

  private func line(of cell: Int) -> SourceRange {
    let source = report.document.source
    return source.range(ofLine: source.line(at: Int(report.cells[cell].span.start)))
  }
}
