internal import Diagnostics
internal import Markup

/// Findings about the structure of a table block: its columns, rows and groups.
extension TableBinder {
  mutating func reportUnknownColumns(_ layout: TableLayout, of table: Table) {
    for column in layout.columns.indices {
      guard case .unknown = layout.columns[column] else { continue }
      let header = table.cell(row: 0, column: column)
      let label = document.string(header.text)
      let isUsed = table.rows.indices.dropFirst().contains { holdsValue(table.cell(row: $0, column: column)) }
      if label.isEmpty, !isUsed { continue }
      findings.append(
        Finding(
          BindingFindings.unknownColumn, at: source.range(of: header.span),
          label.isEmpty
            ? LocalizedText("这一列没有标题", en: "this column has no heading")
            : LocalizedText("表单没有“\(label)”这一列", en: "the form has no column “\(label)”"),
          help: Suggestion.help(for: label, among: formTable.labels.columns.labels, isLabel: true)))
    }
  }

  mutating func reportUnknownRow(_ row: Int, of table: Table, labels: [Int]) {
    let label = path(of: row, of: table, labels: labels).last?.text ?? ""
    let cell = labels.reversed().map { table.cell(row: row, column: $0) }.first { !$0.text.isEmpty }
    let isNote = ["注", "说明", "备注"].contains { label.hasPrefix($0) }
    let suggestion = Suggestion.nearest(to: label, among: formTable.labels.rows.labels)
    findings.append(
      Finding(
        BindingFindings.unknownRow, at: source.range(of: cell?.span ?? table.rows[row].span),
        label.isEmpty
          ? LocalizedText("这一行没有名称", en: "this row has no label")
          : LocalizedText("表单没有“\(label)”这一行", en: "the form has no row “\(label)”"),
        help: isNote
          ? LocalizedText("表格后的说明前请空一行", en: "leave a blank line between the table and its note")
          : suggestion.map { Suggestion.help($0, isLabel: true) },
        fix: isNote ? blankLine(before: table.rows[row].span) : nil))
  }

  /// Separates a note from a table that it follows without a blank line.
  private func blankLine(before span: Span) -> Fix {
    let start = source.offset(ofLine: source.line(at: Int(span.start)))
    let hasReturn =
      start > 1 && source.bytes[start - 1] == UInt8(ascii: "\n") && source.bytes[start - 2] == UInt8(ascii: "\r")
    return Fix(replacing: source.range(of: Span(start, start)), with: hasReturn ? "\r\n" : "\n")
  }

  mutating func reportGroupValues(
    _ place: AxisIndex.Place, row: Int, of table: Table, _ layout: TableLayout
  ) {
    var filled: (first: Table.Cell, last: Table.Cell)?
    for column in layout.columns.indices where layout.isOfValues(column) {
      let cell = table.cell(row: row, column: column)
      if holdsValue(cell) { filled = (filled?.first ?? cell, cell) }
    }
    guard let (first, last) = filled else { return }
    let label = formTable.labels.rows.item(place).label
    findings.append(
      Finding(
        BindingFindings.groupValue, at: source.range(of: Span(Int(first.span.start), Int(last.span.end))),
        LocalizedText("“\(label.chinese)”是分组行，不填数字", en: "“\(label.english)” is a group; it holds no numbers"),
        help: LocalizedText("请删去这一行的数字", en: "remove the numbers of this row")))
  }

  mutating func reportSurplus(_ row: Table.Row) {
    guard !row.surplus.isEmpty else { return }
    findings.append(
      Finding(
        BindingFindings.surplus, at: source.range(of: row.surplus),
        LocalizedText("这一行比表头多出单元格，会丢失", en: "this row has more cells than the header; they would be lost")))
  }
}
