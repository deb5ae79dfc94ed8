internal import Diagnostics
internal import Languages
internal import Markup

/// Findings about the structure of a table block: its columns, rows and groups.
extension TableBinder {
  /// - Returns: whether there is a heading that means nothing to the form.
  mutating func reportUnknownColumns(_ layout: TableLayout, _ header: TableHeader, of table: Table) -> Bool {
    for (column, place) in layout.reworded {
      reportReworded(table.cell(row: 0, column: column), formTable.labels.columns.item(place).label.message)
    }
    let unknown = layout.columns.indices.filter { column in
      guard case .unknown = layout.columns[column] else { return false }
      return !header.labels[column].isEmpty
        || table.rows.indices.dropFirst().contains { holdsValue(table.cell(row: $0, column: column)) }
    }
    guard let first = unknown.first else { return false }
    let labels = unknown.map { header.labels[$0].text }.filter { !$0.isEmpty }
    let names = labels.map { "“\($0)”" }
    findings.append(
      Finding(
        BindingFindings.unknownColumn, at: source.range(of: table.cell(row: 0, column: first).span),
        labels.isEmpty
          ? LocalizedText("这一列没有标题", en: "this column has no heading")
          : LocalizedText(
            "表单没有\(names.joined(separator: "、"))这\(names.count == 1 ? "一" : " \(names.count) ")列",
            en: "the form has no column \(names.joined(separator: ", "))"),
        help: labels.count == 1
          ? Suggestion.help(for: labels[0], among: formTable.labels.columns.labels, isLabel: true) : nil))
    return true
  }

  /// A block of which no heading is one of the form.
  mutating func reportUnknownHeader(_ header: TableHeader, of table: Table) {
    explained.formUnion(formTable.cells)
    let labels = formTable.blocks[0].columns.leaves.map { formTable.blocks[0].columns.items[$0].label }
    findings.append(
      Finding(
        BindingFindings.unknownColumn, at: source.range(of: table.rows[0].span),
        LocalizedText("这张表的表头没有一列是表单的", en: "no heading of this table is one of the form"),
        help: LocalizedText(
          "“\(formTable.title.chinese)”表的列是：\(labels.map(\.chinese).joined(separator: "、"))；自己的表格，表前请加“表：标题”一行",
          en:
            "the columns of “\(formTable.title.english)” are: \(labels.map(\.english).joined(separator: ", ")); a table of your own needs a line `表：caption` before it"
        )))
  }

  /// A label in other words than those of the form.
  mutating func reportReworded(_ cell: Table.Cell, _ label: LocalizedText) {
    let written = document.string(cell.text)
    findings.append(
      Finding(
        BindingFindings.reworded, at: source.range(of: cell.span),
        LocalizedText("“\(written)”按“\(label.chinese)”计", en: "“\(written)” is taken as “\(label.english)”"),
        help: LocalizedText("请改为“\(label.chinese)”", en: "write “\(label.chinese)”")))
  }

  mutating func reportForeign(_ written: Table.Cell, _ row: LocalizedText) {
    findings.append(
      Finding(
        BindingFindings.unknownColumn, at: source.range(of: written.span),
        LocalizedText("“\(row.chinese)”没有这一列", en: "the row “\(row.english)” has no such column")))
  }

  mutating func reportUnknownRow(_ row: Int, of table: Table, labels: [Int]) {
    let label = path(of: row, of: table, labels: labels).last?.text ?? ""
    if label.contains("｜") { return reportWidePipes(row, of: table) }
    extraRows.append(
      ExtraRow(
        table: tableOfForm, label: label,
        cells: (0..<table.columns).filter { !labels.contains($0) }.map {
          document.string(table.cell(row: row, column: $0).text)
        }))
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

  /// Pipes of full width divide nothing.
  private mutating func reportWidePipes(_ row: Int, of table: Table) {
    let range = source.range(of: table.rows[row].span)
    let text = source.text(of: table.rows[row].span)
    for part in text.split(whereSeparator: { "｜|".contains($0) }) {
      for place in formTable.labels.rows.places(labelled: String(part).trimmingSpaces()) {
        let block = formTable.blocks[place.block]
        if let leaf = block.rows.items[place.item].leaf { explain(leaf, of: block) }
      }
    }
    findings.append(
      Finding(
        BindingFindings.unknownRow, at: range,
        LocalizedText("这一行用了全角竖线“｜”，单元格没有分开", en: "this row has pipes of full width, which divide no cells"),
        help: LocalizedText("请改为半角竖线“|”", en: "write “|” in place of “｜”"),
        fix: Fix(replacing: range, with: text.replacing("｜", with: "|"))))
  }

  /// Sets a note apart from the table that it follows without a blank line.
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
        help: LocalizedText("请删去这一行的数字", en: "remove the numbers of this row"),
        fix: zeros(inRow: row, of: table, layout)))
  }

  /// Zeros of a group row, which say nothing, are taken out; other numbers belong somewhere.
  private func zeros(inRow row: Int, of table: Table, _ layout: TableLayout) -> Fix? {
    let cells = layout.columns.indices.filter(layout.isOfValues).map { table.cell(row: row, column: $0) }
      .filter { !$0.text.isEmpty }
    guard cells.allSatisfy({ document.string($0.text) == "0" }) else { return nil }
    return Fix(cells.map { Fix.Replacement(source.range(of: $0.span), with: "") })
  }
}
