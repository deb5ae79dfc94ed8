internal import Diagnostics
internal import Markup

/// Binds table blocks to a statutory table of the form, cell by cell, by their labels.
///
/// One binder serves all the blocks of a section: 主动公开 may be written as one to four of them.
struct TableBinder {
  let document: Document
  let form: Form
  private let formTable: FormTable
  private let printedLayouts: [PrintedLayout]
  private(set) var cells: [Cell]
  private(set) var notes: [CellNote]
  private(set) var findings: [Finding] = []
  private var resolver: RowResolver

  private var source: SourceFile { document.source }

  init(document: Document, form: Form, table: Int, cells: [Cell], notes: [CellNote]) {
    self.document = document
    self.form = form
    formTable = form.tables[table]
    printedLayouts = form.printedLayouts[table]
    self.cells = cells
    self.notes = notes
    resolver = RowResolver(form: form.tables[table])
  }

  /// Binds one table block.
  mutating func bind(_ table: Table) {
    if let printed = printedLayouts.first(where: { $0.isHeading(of: table, in: document) }) {
      return bindRows(table, printed.layout)
    }
    let header = (0..<table.columns).map { document.label(table.cell(row: 0, column: $0)) }
    if let wide = WideLayout(header, in: formTable) {
      bindWide(table, wide)
    } else {
      let layout = TableLayout(header, in: formTable)
      let written = header.filter { !$0.isEmpty }
      if written.count == 1, case .caption = resolver.resolve(written) {
        // A grid that starts with its clause: the headings follow in a row of the body.
      } else {
        reportUnknownColumns(layout, of: table)
      }
      bindRows(table, layout)
    }
  }

  // MARK: A row of the block is a row of the form

  private mutating func bindRows(_ table: Table, _ first: TableLayout) {
    var layout = first
    var labels = layout.labelColumns
    for row in table.rows.indices.dropFirst() {
      if isBlank(row, of: table) { continue }
      reportSurplus(table.rows[row])
      if let inner = innerHeader(row, of: table, labels: labels) {
        layout = inner
        labels = layout.labelColumns
        continue
      }
      switch meaning(of: row, of: table, labels: labels) {
      case .row(let place): bind(place, row: row, of: table, layout)
      case .group(let place): reportGroupValues(place, row: row, of: table, layout)
      case .caption: break
      case .unknown: reportUnknownRow(row, of: table, labels: labels)
      }
    }
  }

  private mutating func meaning(of row: Int, of table: Table, labels: [Int]) -> RowResolver.Meaning {
    if labels.count == 1 {
      let label = document.label(table.cell(row: row, column: labels[0]))
      return label.isEmpty ? .unknown : resolver.resolve(label)
    }
    return resolver.resolve(path(of: row, of: table, labels: labels))
  }

  /// The labels of a row, groups first.
  private func path(of row: Int, of table: Table, labels: [Int]) -> [WrittenLabel] {
    labels.map { document.label(table.cell(row: row, column: $0)) }.filter { !$0.isEmpty }
  }

  private func text(_ table: Table, _ row: Int, _ column: Int) -> String {
    document.string(table.cell(row: row, column: column).text)
  }

  private func isBlank(_ row: Int, of table: Table) -> Bool {
    (0..<table.columns).allSatisfy { table.cell(row: row, column: $0).text.isEmpty }
  }

  /// A header row inside of a block: `信息内容 | 本年处理决定数量 | |` in a grid that holds all of 主动公开.
  private func innerHeader(_ row: Int, of table: Table, labels: [Int]) -> TableLayout? {
    // Rows of figures, which nearly all are, show in their first value that they are no header.
    let firstValue = labels.count < table.columns ? table.cell(row: row, column: labels.count) : nil
    guard let firstValue, !firstValue.text.isEmpty, document.text[Int(firstValue.text.start)] >= 0x80 else {
      return nil
    }
    let texts = (0..<table.columns).map { document.label(table.cell(row: row, column: $0)) }
    guard formTable.labels.isCorner(texts[0]) else { return nil }
    let rest = texts.dropFirst().filter { !$0.isEmpty }
    guard rest.allSatisfy({ !formTable.labels.columns.places(labelled: $0).isEmpty }) else { return nil }
    return TableLayout(texts, in: formTable)
  }

  private mutating func bind(_ place: AxisIndex.Place, row: Int, of table: Table, _ layout: TableLayout) {
    let block = formTable.blocks[place.block]
    guard let rowLeaf = block.rows.items[place.item].leaf else { return }
    let rowUnit = layout.unitColumn.map { table.cell(row: row, column: $0) }
    let leaves = layout.leaves[place.block]
    for column in leaves.indices {
      let leaf: Int
      let written = table.cell(row: row, column: column)
      switch leaves[column] {
      case .none: continue
      case .own(let own): leaf = own
      case .foreign:
        if holdsValue(written) {
          findings.append(
            Finding(
              BindingFindings.unknownColumn, at: source.range(of: written.span),
              LocalizedText(
                "“\(block.rows.items[place.item].label.chinese)”没有这一列",
                en: "the row “\(block.rows.items[place.item].label.english)” has no such column")))
        }
        continue
      }
      let index = block.cell(row: rowLeaf, column: leaf)
      let headed = layout.statedUnits.isEmpty ? nil : layout.statedUnits[column]
      bind(index, to: written, unit: rowUnit.flatMap { unit(of: index, in: $0) } ?? headed)
    }
  }

  /// The unit that a report states for a row, where it is not that of the form.
  private mutating func unit(of index: Int, in written: Table.Cell) -> String? {
    let unit = document.string(written.text)
    let cell = form.cells[index]
    if unit.isEmpty || Label(unit).words == cell.unit { return nil }
    // 元 and 万元 are converted, and said with the figure.
    if !StatedUnit.isConvertible(unit, to: cell.unit), !cell.hasStatedUnit {
      findings.append(
        Finding(
          CellFindings.unit, at: source.range(of: written.span),
          LocalizedText(
            "表单以“\(cell.unit)”计，这里写的是“\(unit)”", en: "the form counts in “\(cell.unit)”, here stands “\(unit)”"),
          cell: cell.id))
      return nil
    }
    return unit
  }

  // MARK: All of the form in one row

  private mutating func bindWide(_ table: Table, _ layout: WideLayout) {
    let block = formTable.blocks[0]
    for row in table.rows.indices.dropFirst() {
      let texts = (0..<table.columns).map { text(table, row, $0) }
      if texts.allSatisfy(\.isEmpty) || layout.isHeader(texts, in: formTable) { continue }
      reportSurplus(table.rows[row])
      for (column, place) in layout.places.enumerated() {
        guard let place else { continue }
        bind(block.cell(row: place.row, column: place.column), to: table.cell(row: row, column: column))
      }
    }
  }

  // MARK: Cells

  /// - Parameter unit: stated outside of the cell, for its row or its column.
  private mutating func bind(_ index: Int, to written: Table.Cell, unit: String? = nil) {
    if cells[index].status != .missing {
      // The first stands; a second one that is blank says nothing.
      guard holdsValue(written) else { return }
      findings.append(
        Finding(
          BindingFindings.doubled, at: source.range(of: written.span),
          LocalizedText(
            "“\(form.describe(index).chinese)”填了两次", en: "“\(form.describe(index).english)” is filled in twice"),
          cell: form.cells[index].id,
          related: [.init(LocalizedText("第一次在这里", en: "first here"), at: source.range(of: cells[index].span))]))
      return
    }
    cells[index].span = written.span
    let bytes = document.text[Int(written.text.start)..<Int(written.text.end)]
    if unit == nil, form.cells[index].kind.isNumber, let number = CellReader.plainNumber(bytes) {
      cells[index].value = number
      cells[index].status = number.isZero ? .zero : .number
      return
    }
    if bytes.isEmpty {
      cells[index].status = .blank
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let reading = CellReader.read(text, for: form.cells[index], statedUnit: unit)
    cells[index].status = reading.status
    cells[index].value = reading.value
    if reading.status != .blank,
      reading.isIrregular || reading.remark != nil || reading.unit != nil || reading.status == .text
        || reading.status == .notApplicable
    {
      cells[index].note = Int32(notes.count)
      notes.append(
        CellNote(
          written: text, unit: reading.unit, remark: reading.remark,
          statedUnit: form.cells[index].hasStatedUnit ? reading.unit : nil))
    }
    findings += reading.findings(
      for: index, written: text,
      isVerbatim: source.bytes[Int(written.span.start)..<Int(written.span.end)].elementsEqual(bytes), in: form,
      at: source.range(of: written.span))
  }

  private func holdsValue(_ cell: Table.Cell) -> Bool {
    if cell.text.isEmpty { return false }
    let text = document.string(cell.text)
    let status = CellReader.read(text, kind: .count, unit: "").status
    return status != .blank && status != .notApplicable
  }

  // MARK: Findings

  private mutating func reportUnknownColumns(_ layout: TableLayout, of table: Table) {
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

  private mutating func reportUnknownRow(_ row: Int, of table: Table, labels: [Int]) {
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

  /// Sets a note apart from the table that it follows without a blank line.
  private func blankLine(before span: Span) -> Fix {
    let start = source.offset(ofLine: source.line(at: Int(span.start)))
    let hasReturn =
      start > 1 && source.bytes[start - 1] == UInt8(ascii: "\n") && source.bytes[start - 2] == UInt8(ascii: "\r")
    return Fix(replacing: source.range(of: Span(start, start)), with: hasReturn ? "\r\n" : "\n")
  }

  private mutating func reportGroupValues(
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

  private mutating func reportSurplus(_ row: Table.Row) {
    guard !row.surplus.isEmpty else { return }
    findings.append(
      Finding(
        BindingFindings.surplus, at: source.range(of: row.surplus),
        LocalizedText("这一行比表头多出单元格，会丢失", en: "this row has more cells than the header; they would be lost")))
  }
}
