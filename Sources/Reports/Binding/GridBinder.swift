internal import Diagnostics
internal import Languages

/// Binds the grids of a section to its statutory table, by the labels that bind Markdown tables too.
///
/// What files keep of a table differs: spans are empty cells at the end of a row, or in front; a label is broken over
/// lines; a cell is a line. So the cells of a row are counted, not the columns of the grid: what follows its label are
/// its values, in the order of the form.
package struct GridBinder {
  private let table: FormTable
  private var resolver: RowResolver
  /// The row whose label was read last, and its values so far.
  private var open: OpenRow?
  /// Parts of a label that is not complete.
  private var fragment: [Grid.Cell] = []
  private var hasValues = false
  private var binding = GridBinding()
  private var across: AcrossRow?

  private struct OpenRow {
    let place: AxisIndex.Place
    var values: [Grid.Cell] = []
  }

  package static func bind(_ grids: [Grid], to table: FormTable) -> GridBinding {
    var binder = GridBinder(table)
    for grid in grids { binder.bind(grid) }
    binder.finish()
    return binder.binding
  }

  private init(_ table: FormTable) {
    self.table = table
    resolver = RowResolver(form: table)
    if table.blocks.count == 1, table.blocks[0].isAcross { across = AcrossRow(table.blocks[0]) }
  }

  private mutating func bind(_ grid: Grid) {
    for row in grid.rows { bind(row) }
  }

  private mutating func bind(_ row: [Grid.Cell]) {
    guard let first = row.first(where: { !$0.isBlank }) else { return }
    if isHeader(row) {
      across?.add(header: row)
      return
    }
    let labels = labels(of: row)
    guard let last = labels.last else { return bind(values: row) }
    let values = Array(row[(last + 1)...])
    switch meaning(of: labels.map { row[$0] }, hasValues: values.contains { !$0.isBlank }) {
    case .row(let place):
      closeRow()
      open = OpenRow(place: place, values: values)
      if isFull { closeRow() }
    case .group:
      closeRow()
      leaveOut(values, .group)
    case .caption: closeRow()
    case .unknown:
      if values.contains(where: { !$0.isBlank }) {
        closeRow()
        leaveOut(row, .unknownRow)
      } else if !isPartOfLabel(first) {
        leaveOut(row, .unknownRow)
      }
    }
  }

  // MARK: Labels

  /// Whether all texts of a row are headings of columns, or what stands above the labels of rows.
  private func isHeader(_ row: [Grid.Cell]) -> Bool {
    let texts = row.filter { !$0.isBlank }
    if texts.count == 1, hasValues || Label(texts[0].text).enumerator != nil { return false }
    return texts.allSatisfy { cell in
      if cell.isValue { return false }
      let label = WrittenLabel(cell.text)
      return table.labels.isCorner(label) || !table.labels.columns.places(labelled: label).isEmpty
        || isNote(cell) || isCutColumn(cell) || across?.isLabel(label, in: table) == true
    }
  }

  private func isNote(_ cell: Grid.Cell) -> Bool {
    table.note.map { Label($0.chinese).words == Label(cell.text).words } ?? false
  }

  private func isCutColumn(_ cell: Grid.Cell) -> Bool {
    let words = Label(cell.text).words
    return words.count > 1
      && table.blocks.contains { $0.columns.items.contains { $0.keys.contains { $0.words.hasPrefix(words) } } }
  }

  /// Indexes of the cells in front that are labels: the row's own last, its groups before it.
  private func labels(of row: [Grid.Cell]) -> [Int] {
    var labels: [Int] = []
    for (index, cell) in row.enumerated() where !cell.isBlank {
      if cell.isValue, !isRowLabel(cell) { break }
      labels.append(index)
    }
    return labels
  }

  private func isRowLabel(_ cell: Grid.Cell) -> Bool {
    !table.labels.rows.places(labelled: WrittenLabel(cell.text)).isEmpty
  }

  private mutating func meaning(of labels: [Grid.Cell], hasValues: Bool) -> RowResolver.Meaning {
    let own = resolver.resolve(labels.map { WrittenLabel($0.text) })
    if case .unknown = own {
    } else {
      fragment = []
      return own
    }
    guard labels.count == 1 else { return .unknown }
    fragment += labels
    let whole = fragment.map(\.text).joined()
    let joined = resolver.resolve(WrittenLabel(whole))
    if case .unknown = joined {
    } else {
      fragment = []
      return joined
    }
    if !table.labels.rows.isBeginning(whole) { fragment = labels }
    guard hasValues, let place = table.labels.rows.onlyPlace(beginning: fragment.map(\.text).joined()) else {
      return .unknown
    }
    fragment = []
    return resolver.resolve(WrittenLabel(table.labels.rows.item(place).label.chinese))
  }

  /// Whether a text is a piece of a label, a note or a caption of the table: nothing is lost when it is left out.
  private func isPartOfLabel(_ cell: Grid.Cell) -> Bool {
    let words = Label(cell.text).words
    if words.isEmpty { return true }
    let labels = table.blocks.flatMap { block in
      (block.rows.items + block.columns.items).flatMap(\.keys).map(\.words) + block.keys.map(\.words)
        + [Label(block.corner.chinese).words]
    }
    return (labels + [table.note.map { Label($0.chinese).words } ?? ""]).contains { $0.contains(words) }
  }

  // MARK: Values

  /// Values without a label: those of the label before them, where it has none yet.
  private mutating func bind(values row: [Grid.Cell]) {
    if open == nil, !fragment.isEmpty,
      let place = table.labels.rows.onlyPlace(beginning: fragment.map(\.text).joined())
    {
      fragment = []
      if case .row(let place) = resolver.resolve(WrittenLabel(table.labels.rows.item(place).label.chinese)) {
        open = OpenRow(place: place)
      }
    }
    if open != nil {
      open?.values += row
      if isFull { closeRow() }
    } else if across != nil {
      across?.add(values: row)
    } else {
      leaveOut(row, .unknownRow)
    }
  }

  private func columns(of row: OpenRow) -> Int { table.blocks[row.place.block].columns.leaves.count }

  private var isFull: Bool {
    guard let open else { return false }
    return open.values.count { !$0.isBlank } >= columns(of: open)
  }

  private mutating func closeRow() {
    guard let row = open else { return }
    open = nil
    guard row.values.contains(where: { !$0.isBlank }) else {
      // Blank cells are stated as blank where there is one for each column.
      if row.values.count >= columns(of: row) { bind(Array(row.values.prefix(columns(of: row))), to: row.place) }
      return
    }
    var values = row.values[...]
    let count = columns(of: row)
    // Empty cells beyond the columns stand for a span, behind the values or in front of them.
    while values.count > count, values.last?.isBlank == true { values.removeLast() }
    while values.count > count, values.first?.isBlank == true { values.removeFirst() }
    if values.count == count {
      bind(Array(values), to: row.place)
    } else {
      leaveOut(Array(values), values.count > count ? .surplus : .tooFew)
    }
  }

  private mutating func bind(_ values: [Grid.Cell], to place: AxisIndex.Place) {
    let block = table.blocks[place.block]
    guard let leaf = block.rows.items[place.item].leaf else { return leaveOut(values, .group) }
    hasValues = true
    for (column, value) in values.enumerated() {
      set(block.cell(row: leaf, column: column), to: value, isByPosition: false)
    }
  }

  private mutating func set(_ cell: Int, to value: Grid.Cell, isByPosition: Bool) {
    if let present = binding.values[cell], !present.text.isEmpty {
      if !value.isBlank { leaveOut([value], .doubled) }
      return
    }
    binding.values[cell] = GridBinding.Value(
      text: value.trimmed, line: value.line, isByPosition: isByPosition)
  }

  private mutating func leaveOut(_ cells: [Grid.Cell], _ reason: GridBinding.Unplaced.Reason) {
    for cell in cells where !cell.isBlank {
      binding.unplaced.append(GridBinding.Unplaced(text: cell.trimmed, line: cell.line, reason: reason))
    }
  }

  private mutating func finish() {
    closeRow()
    guard let across else { return }
    guard let values = across.completed else {
      leaveOut(across.values, across.values.count > across.count ? .surplus : .tooFew)
      return
    }
    let block = table.blocks[0]
    for (index, value) in values.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: block.columns.leaves.count)
      set(block.cell(row: row, column: column), to: value, isByPosition: !across.isIntact(column, in: table))
    }
  }
}

/// The one row of values of a table that is printed across, and the headings above it.
private struct AcrossRow {
  private let block: FormBlock
  private(set) var values: [Grid.Cell] = []
  /// A row that has a cell for each of the table, some of them blank.
  private var whole: [Grid.Cell]?
  private var headings: [Grid.Cell] = []

  init(_ block: FormBlock) {
    self.block = block
  }

  var count: Int { block.rows.leaves.count * block.columns.leaves.count }

  /// Whether a text is the label of rows or columns: rows are headings here.
  func isLabel(_ label: WrittenLabel, in table: FormTable) -> Bool {
    !table.labels.rows.places(labelled: label).isEmpty
  }

  mutating func add(header row: [Grid.Cell]) { headings += row }

  mutating func add(values row: [Grid.Cell]) {
    values += row.filter { !$0.isBlank }
    if row.count == count { whole = whole ?? row }
  }

  /// A value for each cell; `nil` when there are more or fewer.
  var completed: [Grid.Cell]? {
    if let whole, values.count <= count { return whole }
    return values.count == count ? values : nil
  }

  /// Whether a column is headed by its label, to the last word, as often as there are rows.
  func isIntact(_ column: Int, in table: FormTable) -> Bool {
    let item = block.columns.leaves[column]
    return headings.count { cell in
      table.labels.columns.places(labelled: WrittenLabel(cell.text)).contains { $0.item == item }
    } == block.rows.leaves.count
  }
}

extension Grid.Cell {
  var trimmed: String { String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }

  var isBlank: Bool { text.allSatisfy { $0.isWhitespace || $0 == "\u{A0}" } }

  /// Whether it is a number or what stands for none, and no words.
  var isValue: Bool {
    if isBlank { return true }
    let text = trimmed
    if CellReader.read(text, kind: .money, unit: "").status != .text { return true }
    // `3件`, `减3`; and not `1.属于国家秘密`.
    let number = text.drop { "增减+-−".contains($0) }
    return number.first?.isWholeNumber == true && Label(text).enumerator == nil
  }
}

// MARK: - What belongs to a table

extension GridBinder {
  /// How many cells of a grid are labels of rows or columns of a table.
  package static func recognizedLabels(in grid: Grid, of table: FormTable) -> Int {
    grid.rows.joined().count { cell in
      if cell.isBlank { return false }
      let label = WrittenLabel(cell.text)
      return !table.labels.rows.places(labelled: label).isEmpty
        || !table.labels.columns.places(labelled: label).isEmpty || table.labels.block(captioned: label) != nil
    }
  }

  /// Whether a line holds nothing but labels, or pieces of them, and values.
  package static func isRow(_ row: [Grid.Cell], of table: FormTable) -> Bool {
    let binder = GridBinder(table)
    return row.allSatisfy { $0.isValue || binder.isRowLabel($0) || binder.isPartOfLabel($0) }
  }

  /// The cells of a line of text: what wide gaps divide, and the numbers at its end.
  package static func cells(of line: String, line number: Int) -> [Grid.Cell] {
    var cells: [Grid.Cell] = []
    for part in line.split(separator: /\s{2,}/) {
      let words = part.split(whereSeparator: \.isWhitespace)
      let values = words.reversed().prefix { Grid.Cell(String($0), line: number).isValue }.count
      let label = words.dropLast(values).joined(separator: " ")
      if !label.isEmpty { cells.append(Grid.Cell(label, line: number)) }
      cells += words.suffix(values).map { Grid.Cell(String($0), line: number) }
    }
    return cells
  }
}
