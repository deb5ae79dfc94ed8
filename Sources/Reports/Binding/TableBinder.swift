internal import Diagnostics
internal import Languages
internal import Markup

/// Binds table blocks to a statutory table of the form, cell by cell, according to their labels.
///
/// One binder handles all blocks of a section: 主动公开 may be written as one to four of them.
struct TableBinder {
  let document: Document
  let form: Form
  let tableOfForm: Int
  let formTable: FormTable
  /// Indexes into `Document.tables` of all blocks of the section.
  private let blocks: [Int]
  private let printedLayouts: [PrintedLayout]
  var cells: [Cell]
  var notes: [CellNote]
  var findings: [Finding] = []
  private(set) var otherwiseNumbered: [RowLabelPlace] = []
  /// Rows that the form does not have.
  var extraRows: [ExtraRow] = []
  /// Cells that are missing for a reason that is already reported.
  var explained: Set<Int> = []
  /// Second values for cells, in the current block.
  var doubled: [DoubledCell] = []
  /// How many cells the current block has filled in.
  var filledIn = 0
  var resolver: RowResolver
  /// The unit of amounts that the text around the current block states, and that a caption within it states.
  private(set) var surroundingUnit: String?
  private(set) var captionUnit: String?
  /// The rows that the labels of any block name exactly. Computed when a label does not name any.
  private var namedRows: Set<AxisIndex.Place>?

  var source: SourceFile { document.source }

  init(document: Document, form: Form, table: Int, blocks: [Int], cells: [Cell], notes: [CellNote]) {
    self.document = document
    self.form = form
    tableOfForm = table
    formTable = form.tables[table]
    self.blocks = blocks
    printedLayouts = form.printedLayouts[table]
    self.cells = cells
    self.notes = notes
    resolver = RowResolver(form: form.tables[table])
  }

  /// Binds one table block, given its index in `Document.tables`.
  ///
  /// - Parameter unit: The unit of amounts that the text around the block states.
  mutating func bind(_ number: Int, unit: String? = nil) {
    let table = document.tables[number]
    filledIn = 0
    surroundingUnit = unit
    captionUnit = nil
    if let printed = printedLayouts.first(where: { $0.isHeading(of: table, in: document) }) {
      bindRows(number, printed.layout, from: 1)
    } else {
      bindUnprinted(number, table)
    }
    if !doubled.isEmpty { reportDoubled(table) }
  }

  /// Binds a block whose headings are not exactly those of the form.
  private mutating func bindUnprinted(_ number: Int, _ table: Table) {
    let top = TableHeader.labels(of: 0, table, document)
    if let wide = WideLayout(top, in: formTable) { return bindWide(table, wide) }
    let written = top.filter { !$0.isEmpty }
    if written.count == 1, case .caption = resolver.resolve(written) {
      // A grid that starts with its clause: the headings follow in a row of the body.
      captionUnit = StatedUnit.ofHeading(written[0].text)
      return bindRows(number, TableLayout(top, in: formTable), from: 1)
    }
    let header = TableHeader(table, in: document, formTable)
    var layout = TableLayout(header.labels, in: formTable)
    guard layout.hasValues else { return reportUnknownHeader(header, of: table) }
    layout.hasUnknownHeading = reportUnknownColumns(layout, header, of: table)
    bindRows(number, layout, from: header.rows)
  }

  // MARK: Blocks whose rows are rows of the form

  private mutating func bindRows(_ number: Int, _ first: TableLayout, from start: Int) {
    let table = document.tables[number]
    var layout = first
    var labels = layout.labelColumns
    for row in start..<max(start, table.rows.count) {
      if isBlank(row, of: table) { continue }
      if !table.rows[row].surplus.isEmpty, bindSurplus(row, of: table, layout) { continue }
      if let inner = innerHeader(row, of: table, labels: labels) {
        layout = inner
        labels = layout.labelColumns
        continue
      }
      var meaning = meaning(of: row, of: table, numbered: number, labels: labels)
      if case .unknown = meaning {
        if isFurniture(row, of: table) { continue }
        meaning = guess(row, of: table, labels: labels)
      }
      switch meaning {
      case .row(let place):
        if !reportShort(place, row: row, of: table, layout) { bind(place, row: row, of: table, layout) }
      case .group(let place): reportGroupValues(place, row: row, of: table, layout)
      case .caption:
        captionUnit = path(of: row, of: table, labels: labels).lazy.compactMap { StatedUnit.ofHeading($0.text) }.first
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

  private func isBlank(_ row: Int, of table: Table) -> Bool {
    (0..<table.columns).allSatisfy { table.cell(row: row, column: $0).text.isEmpty }
  }

  /// Whether a row has no content of its own: headings repeated on the next page, or the delimiter row of a table that was
  /// pasted into this one.
  private func isFurniture(_ row: Int, of table: Table) -> Bool {
    let labels = TableHeader.labels(of: row, table, document)
    if labels.allSatisfy({ $0.bytes.bytes.allSatisfy { "-: ".utf8.contains($0) } }) { return true }
    return labels.first?.isEmpty ?? false && TableHeader.isOfColumns(labels, in: formTable)
  }

  /// A header row inside of a block: `信息内容 | 本年处理决定数量 | |` in a grid that holds all of 主动公开.
  private func innerHeader(_ row: Int, of table: Table, labels: [Int]) -> TableLayout? {
    // Nearly all rows contain figures, and their first value shows that they are not headers.
    let firstValue = labels.count < table.columns ? table.cell(row: row, column: labels.count) : nil
    guard let firstValue, !firstValue.text.isEmpty, document.text[Int(firstValue.text.start)] >= 0x80 else {
      return nil
    }
    let texts = TableHeader.labels(of: row, table, document)
    guard formTable.labels.isCorner(texts[0]), TableHeader.isOfColumns(texts.dropFirst(), in: formTable) else {
      return nil
    }
    // The first of several heading rows, repeated on the next page, does not name the columns.
    let layout = TableLayout(texts, in: formTable)
    return layout.hasValues ? layout : nil
  }

  /// The row of the form whose label is most similar to one that does not name any.
  private mutating func guess(_ row: Int, of table: Table, labels: [Int]) -> RowResolver.Meaning {
    guard let column = labels.last(where: { !table.cell(row: row, column: $0).text.isEmpty }) else { return .unknown }
    let cell = table.cell(row: row, column: column)
    let named = rowsNamed()
    let guess = formTable.labels.rows.guess(document.label(cell)) { named.contains($0) }
    guard let guess, let place = guess.places.first else { return .unknown }
    namedRows?.insert(place)
    if !guess.isSame { reportReworded(cell, formTable.labels.rows.item(place).label.message) }
    return resolver.resolve(to: guess.places)
  }

  /// The rows that the labels of any block name exactly.
  private mutating func rowsNamed() -> Set<AxisIndex.Place> {
    if let namedRows { return namedRows }
    var named: Set<AxisIndex.Place> = []
    for block in blocks {
      let table = document.tables[block]
      for row in table.rows.indices {
        for column in 0..<min(table.columns, 3) {
          let places = formTable.labels.rows.places(labelled: document.label(table.cell(row: row, column: column)))
          if places.count == 1 { named.insert(places[0]) }
        }
      }
    }
    namedRows = named
    return named
  }
}

/// A row of a statutory table that the form does not have.
package struct ExtraRow: Sendable {
  /// Index into `Form.tables`.
  package var table: Int
  package var label: String
  /// The cells as written.
  package var cells: [String]
}
