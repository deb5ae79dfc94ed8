internal import Diagnostics
internal import Languages
internal import Markup

/// The rows of the statutory tables must be numbered as in the form.
enum RowNumber: ReportRule {
  static let kind = FindingKind(
    "row-number", .hint,
    title: LocalizedText("表格行的序号与格式不同", en: "Rows numbered otherwise than in the form"),
    explanation: LocalizedText(
      "表格各行的名称以“一、”“（一）”“1.”编号。序号缺少、写错或层次不对不影响识别，但读者会找错地方；全角半角、“1、”与“1.”不论。只看文字本身就能认出的行。gongkai fix 可以改正。",
      en:
        "The rows of the tables are numbered 一、, （一） or 1. A missing or wrong number, or one of another level, does not keep a row from being recognised, but misleads readers; width, and 1、 for 1., do not matter. Only rows that their words alone identify are looked at. `gongkai fix` puts them right."
    ),
    example: "| 属于国家秘密 | 0 | …\n| （五）不予公开 | | …")

  static func check(_ report: Report, _ findings: inout [Finding]) {
    var rest = report.otherwiseNumbered[...]
    while let table = rest.first?.table {
      let rows = rest.prefix { $0.table == table }.compactMap { numberedRow($0, in: report) }
      if let first = rows.first { findings.append(finding(rows, first, in: report)) }
      rest = rest.drop { $0.table == table }
    }
  }

  /// A row label and the number that the form gives it.
  private struct NumberedRow {
    let cell: Table.Cell
    let label: String
    let wanted: String
    let formLabel: LocalizedText
  }

  /// - Returns: `nil` if the row was bound to another row of the form.
  private static func numberedRow(_ place: RowLabelPlace, in report: Report) -> NumberedRow? {
    let form = report.form.tables[place.formTable]
    let index = form.labels.rows
    let table = report.document.tables[place.table]
    let cell = table.cell(row: place.row, column: place.column)
    let text = report.document.string(cell.text)
    guard let item = index.onlyPlace(worded: Label(text)), let wanted = index.number(of: item),
      isBound(item, to: table.rows[place.row], in: report, form)
    else { return nil }
    return NumberedRow(cell: cell, label: text, wanted: wanted.text, formLabel: index.item(item).label.message)
  }

  /// Groups have no cells that could be bound to another row.
  private static func isBound(
    _ place: AxisIndex.Place, to row: Table.Row, in report: Report, _ form: FormTable
  ) -> Bool {
    let block = form.blocks[place.block]
    guard let leaf = block.rows.items[place.item].leaf else { return true }
    return block.columns.leaves.indices.contains { column in
      let span = report.cells[block.cell(row: leaf, column: column)].span
      return span != .none && row.span.start <= span.start && span.end <= row.span.end
    }
  }

  private static func finding(_ rows: [NumberedRow], _ first: NumberedRow, in report: Report) -> Finding {
    let source = report.document.source
    let replacements = rows.compactMap { replacement(of: $0, in: report) }
    return Finding(
      kind, at: source.range(of: first.cell.span),
      rows.count == 1
        ? LocalizedText(
          "“\(first.label)”的序号与格式不同，格式中是“\(first.formLabel.chinese)”",
          en: "“\(first.label)” is “\(first.formLabel.chinese)” in the form")
        : LocalizedText(
          "\(rows.count) 行的序号与格式不同，第一个是“\(first.label)”，格式中是“\(first.formLabel.chinese)”",
          en:
            "\(rows.count) rows are numbered otherwise than in the form; the first, “\(first.label)”, is “\(first.formLabel.chinese)” there"
        ),
      fix: replacements.isEmpty ? nil : Fix(replacements))
  }

  /// Only if the source contains the label exactly as it was read.
  private static func replacement(of row: NumberedRow, in report: Report) -> Fix.Replacement? {
    let source = report.document.source
    let start = Int(row.cell.span.start)
    guard source.bytes[start..<Int(row.cell.span.end)].elementsEqual(row.label.utf8) else { return nil }
    let old = WrittenEnumerator.length(in: row.label)
    return Fix.Replacement(source.range(of: Span(start, start + old)), with: row.wanted)
  }
}
