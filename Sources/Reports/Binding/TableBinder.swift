internal import Diagnostics
internal import Markup

/// Binds table blocks to a statutory table of the form, cell by cell, according to their labels.
///
/// One binder handles all blocks of a section: 主动公开 may be written as one to four of them.
struct TableBinder {
  let document: Document
  let form: Form
  private let tableOfForm: Int
  let formTable: FormTable
  private let printedLayouts: [PrintedLayout]
  private(set) var cells: [Cell]
  private(set) var notes: [CellNote]
  var findings: [Finding] = []
  private(set) var otherwiseNumbered: [RowLabelPlace] = []
  private var resolver: RowResolver

  var source: SourceFile { document.source }

  init(document: Document, form: Form, table: Int, cells: [Cell], notes: [CellNote]) {
    self.document = document
    self.form = form
    tableOfForm = table
    formTable = form.tables[table]
    printedLayouts = form.printedLayouts[table]
    self.cells = cells
    self.notes = notes
    resolver = RowResolver(form: form.tables[table])
  }

  /// Binds one table block, given its index in `Document.tables`.
  mutating func bind(_ number: Int) {
    let table = document.tables[number]
    if let printed = printedLayouts.first(where: { $0.isHeading(of: table, in: document) }) {
      return bindRows(number, printed.layout)
    }
    let header = (0..<table.columns).map { document.label(table.cell(row: 0, column: $0)) }
    if let wide = WideLayout(header, in: formTable) {
      bindWide(table, wide)
    } else {
      let layout = TableLayout(header, in: formTable)
      let written = header.filter { !$0.isEmpty }
      if written.count == 1, case .caption = resolver.resolve(written) {
        // A grid that starts with its clause; the column headings follow in a body row.
      } else {
        reportUnknownColumns(layout, of: table)
      }
      bindRows(number, layout)
    }
  }

  // MARK: Blocks whose rows are rows of the form

  private mutating func bindRows(_ number: Int, _ first: TableLayout) {
    let table = document.tables[number]
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
      switch meaning(of: row, of: table, numbered: number, labels: labels) {
      case .row(let place): bind(place, row: row, of: table, layout)
      case .group(let place): reportGroupValues(place, row: row, of: table, layout)
      case .caption: break
      case .unknown: reportUnknownRow(row, of: table, labels: labels)
      }
    }
  }

  private mutating func meaning(
    of row: Int, of table: Table, numbered number: Int, labels: [Int]
  ) -> RowResolver.Meaning {
    func place(_ column: Int) -> RowLabelPlace {
      RowLabelPlace(formTable: tableOfForm, table: number, row: row, column: column)
    }
    if labels.count == 1 {
      let label = document.label(table.cell(row: row, column: labels[0]))
      if label.isEmpty { return .unknown }
      let meaning = resolver.resolve(label)
      if resolver.isOtherwiseNumbered { otherwiseNumbered.append(place(labels[0])) }
      return meaning
    }
    otherwiseNumbered += labels.filter { column in
      formTable.labels.rows.reading(of: document.label(table.cell(row: row, column: column))).isOtherwiseNumbered
    }.map(place)
    return resolver.resolve(path(of: row, of: table, labels: labels))
  }

  /// The labels of a row, groups first.
  func path(of row: Int, of table: Table, labels: [Int]) -> [WrittenLabel] {
    labels.map { document.label(table.cell(row: row, column: $0)) }.filter { !$0.isEmpty }
  }

  private func text(_ table: Table, _ row: Int, _ column: Int) -> String {
    document.string(table.cell(row: row, column: column).text)
  }

  private func isBlank(_ row: Int, of table: Table) -> Bool {
    (0..<table.columns).allSatisfy { table.cell(row: row, column: $0).text.isEmpty }
  }

  /// A header row within a block: `信息内容 | 本年处理决定数量 | |` in a grid that contains all of 主动公开.
  private func innerHeader(_ row: Int, of table: Table, labels: [Int]) -> TableLayout? {
    // Nearly all rows contain figures, and their first value shows that they are not headers.
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

  /// The unit that a report states for a row, if it differs from that of the form.
  private mutating func unit(of index: Int, in written: Table.Cell) -> String? {
    let unit = document.string(written.text)
    let cell = form.cells[index]
    if unit.isEmpty || Label(unit).words == cell.unit { return nil }
    // 元 and 万元 are converted, which is reported with the figure.
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

  // MARK: Blocks with the whole form in one row

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

  /// - Parameter unit: The unit stated outside the cell, for its row or its column.
  private mutating func bind(_ index: Int, to written: Table.Cell, unit: String? = nil) {
    if cells[index].status != .missing {
      // The first value is kept. A second one that is blank is ignored.
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
    if unit == nil, form.cells[index].kind.isNumber, let number = plainNumber(written.text) {
      cells[index].value = number
      cells[index].status = number.isZero ? .zero : .number
      return
    }
    if written.text.isEmpty {
      cells[index].status = .blank
      return
    }
    let bytes = document.text[Int(written.text.start)..<Int(written.text.end)]
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

  private func plainNumber(_ range: TextRange) -> DecimalNumber? {
    document.text.withUnsafeBufferPointer { text in
      CellReader.plainNumber(UnsafeBufferPointer(rebasing: text[Int(range.start)..<Int(range.end)]))
    }
  }

  func holdsValue(_ cell: Table.Cell) -> Bool {
    if cell.text.isEmpty { return false }
    let text = document.string(cell.text)
    let status = CellReader.read(text, kind: .count, unit: "").status
    return status != .blank && status != .notApplicable
  }
}
