internal import Diagnostics
internal import Languages

/// Binds rows to the form by their labels, in reading order.
///
/// What files retain of a table differs: spans are empty cells at the end of a row, or in front; a label is broken over
/// lines; each cell is a line. Therefore the cells of a row are counted, not the columns of the grid: the values are those
/// that follow its label, in the order of the form.
struct LabelReading {
  private let table: FormTable
  private let vocabulary: GridVocabulary
  private let rows: GridRows
  private var resolver: RowResolver
  /// The row whose label was read last, and its values so far.
  private var open: OpenRow?
  /// Parts of a label that is not complete.
  private var fragment: [Grid.Cell] = []
  private var binding = GridBinding()
  private var across: AcrossRow?
  private var padding: [Padding] = []
  /// The rows that some label of the grids names.
  private lazy var namedRows = Set(
    rows.rows.compactMap(\.labels.last).flatMap { table.labels.rows.places(labelled: WrittenLabel($0.text)) })

  private struct OpenRow {
    let place: AxisIndex.Place
    var label = ""
    var values: [Grid.Cell] = []
    var columns: [Int]?
    var offset = 0
    /// Whether values were in the row of the label.
    var isBeside = false
    /// Whether its label is only similar to that of the form.
    var isGuess = false
  }

  /// The blank cells in front of and following the values of a full row.
  private struct Padding: Hashable {
    let front: Int
    let back: Int
    let count: Int
    /// Of the first value in the row, and the number of cells.
    let start: Int
    let width: Int
  }

  private let dropsBlanks: Bool

  /// - Parameter dropsBlanks: Whether other tables show that blank cells were dropped.
  static func bind(_ rows: GridRows, _ vocabulary: GridVocabulary, dropsBlanks: Bool) -> GridBinding {
    var reading = LabelReading(rows, vocabulary, dropsBlanks: dropsBlanks)
    for (index, row) in rows.rows.enumerated() { reading.bind(row, index) }
    reading.finish()
    return reading.binding
  }

  private init(_ rows: GridRows, _ vocabulary: GridVocabulary, dropsBlanks: Bool) {
    self.rows = rows
    self.dropsBlanks = dropsBlanks
    self.vocabulary = vocabulary
    table = vocabulary.table
    resolver = RowResolver(form: table)
    if table.blocks.count == 1, table.blocks[0].isAcross {
      across = AcrossRow(table.blocks[0], headings: rows.headings.flatMap { $0 })
    }
    padding = rows.rows.compactMap { row in
      guard let label = row.labels.last, let first = row.values.firstIndex(where: { !$0.isBlank }),
        let last = row.values.lastIndex(where: { !$0.isBlank })
      else { return nil }
      let places = table.labels.rows.places(labelled: WrittenLabel(label.text))
      guard !places.isEmpty, places.allSatisfy({ table.blocks[$0.block].columns.leaves.count == last - first + 1 })
      else {
        return nil
      }
      return Padding(
        front: first, back: row.values.count - 1 - last, count: last - first + 1, start: row.offset + first,
        width: row.offset + row.values.count)
    }
  }

  private mutating func bind(_ row: GridRow, _ index: Int) {
    guard !row.labels.isEmpty else { return bind(values: row.values) }
    switch meaning(of: row.labels, hasValues: row.hasValues) {
    case .row(let place):
      closeRow()
      open = OpenRow(
        place: place, label: row.labels[row.labels.count - 1].text, values: row.values,
        columns: rows.order(ofRow: index), offset: row.offset, isBeside: row.hasValues)
      if isFull { closeRow() }
    case .group:
      closeRow()
      binding.leaveOut(row.values, .group)
    case .caption: closeRow()
    case .unknown:
      if row.hasValues, let place = guess(row) {
        closeRow()
        open = OpenRow(place: place, values: row.values, columns: rows.order(ofRow: index), offset: row.offset)
        open?.isGuess = true
        closeRow()
      } else if row.hasValues, isRestOfLabel(row.labels) {
        open?.values = row.values
        open?.isBeside = true
      } else if row.hasValues {
        closeRow()
        binding.leaveOut(row.labels + row.values, .unknownRow)
      } else {
        for label in row.labels where !vocabulary.isPiece(label.text) { binding.leaveOut([label], .unknownRow) }
      }
    }
  }

  // MARK: Labels

  private mutating func meaning(of labels: [Grid.Cell], hasValues: Bool) -> RowResolver.Meaning {
    let own = resolver.resolve(labels.map { WrittenLabel($0.text) })
    if own.isKnown {
      fragment = []
      return own
    }
    if let glued = glued(labels[labels.count - 1]) { return glued }
    // A part of a label may be beside the group that it is in.
    fragment += labels.suffix(1)
    let whole = fragment.map(\.text).joined()
    let joined = resolver.resolve(WrittenLabel(whole))
    if joined.isKnown {
      fragment = []
      return joined
    }
    if !table.labels.rows.isBeginning(whole) { fragment = labels.suffix(1) }
    guard hasValues, let place = table.labels.rows.onlyPlace(beginning: fragment.map(\.text).joined()) else {
      return .unknown
    }
    fragment = []
    return resolver.resolve(WrittenLabel(table.labels.rows.item(place).label.chinese))
  }

  /// A part of a group that is glued to the label of a row: `（四）无 1.本机关不掌握相关政府信息`.
  private mutating func glued(_ label: Grid.Cell) -> RowResolver.Meaning? {
    var parts = label.text.split(whereSeparator: \.isWhitespace)[...]
    while parts.count > 1 {
      guard vocabulary.isPiece(String(parts.removeFirst())) else { return nil }
      let meaning = resolver.resolve(WrittenLabel(parts.joined()))
      if meaning.isKnown {
        fragment = []
        return meaning
      }
    }
    return nil
  }

  /// The row whose label is similar to that of a row with a value for each column, if no other row has it.
  private mutating func guess(_ row: GridRow) -> AxisIndex.Place? {
    guard let label = row.labels.last, !vocabulary.isPiece(label.text) else { return nil }
    let named = namedRows
    let found = table.labels.rows.guess(WrittenLabel(label.text)) {
      named.contains($0) || table.labels.rows.isGroup($0)
    }
    guard let found, found.places.count == 1, let place = found.places.first,
      row.values.count >= table.blocks[place.block].columns.leaves.count,
      case .row(let settled) = resolver.resolve(to: [place])
    else { return nil }
    fragment = []
    return settled
  }

  /// Whether a label is the end of the one before it, which is complete without it: `其他对外管理服务`, `事项`.
  private func isRestOfLabel(_ labels: [Grid.Cell]) -> Bool {
    guard labels.count == 1, let open, open.values.allSatisfy(\.isBlank) else { return false }
    return table.labels.rows.places(labelled: WrittenLabel(open.label + labels[0].text)).contains(open.place)
  }

  // MARK: Values

  /// Values without a label: those of the label before them, if it has none yet.
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
      if isFull || row.count == 1 && isFilled { closeRow() }
    } else if across != nil {
      across?.add(values: row)
    } else if row.contains(where: { $0.text.contains { "0"..."9" ~= $0 } || !vocabulary.isPiece($0.text) }) {
      // The stroke of 本年增/减 may be a line of its own.
      binding.leaveOut(row, .unknownRow)
    }
  }

  private func columns(of row: OpenRow) -> Int { table.blocks[row.place.block].columns.leaves.count }

  private var isFull: Bool {
    guard let open else { return false }
    return open.values.count { !$0.isBlank } >= columns(of: open)
  }

  /// Whether cells that are lines, some of them blank, are as many as there are columns.
  private var isFilled: Bool { open.map { $0.values.count == columns(of: $0) && !$0.isBeside } ?? false }

  private mutating func closeRow() {
    guard let row = open else { return }
    open = nil
    let count = columns(of: row)
    guard row.values.contains(where: { !$0.isBlank }) else {
      // Blank cells are stated as blank if there is one for each column.
      if row.values.count >= count { bind(Array(row.values.prefix(count)), to: row) }
      return
    }
    if rows.mayDropBlanks, hasDroppedBlanks(row.values, count) {
      binding.showsDroppedBlanks = true
      return binding.leaveOut(row.values, .tooFew)
    }
    if row.values.count == count { return bind(row.values, to: row) }
    guard let front = front(of: row, count) else {
      let stated = row.values.count { !$0.isBlank }
      return binding.leaveOut(row.values, stated > count ? .surplus : .tooFew)
    }
    bind(Array(row.values[front..<front + count]), to: row)
  }

  /// Whether the values of a row may belong to other columns, because blank cells between them were dropped and the row
  /// was filled up: the last value is the sum of the others, and yet not in the last column.
  private func hasDroppedBlanks(_ values: [Grid.Cell], _ count: Int) -> Bool {
    let stated = values.prefix { !$0.isBlank }
    guard stated.count < count, values.dropFirst(stated.count).allSatisfy(\.isBlank) else { return false }
    if dropsBlanks { return true }
    let numbers = stated.compactMap { Int($0.trimmed) }
    guard count > 3, numbers.count == stated.count, let last = numbers.last else { return false }
    return numbers.count == 1 ? last != 0 : numbers.dropLast().reduce(0, +) == last
  }

  /// The number of blank cells of spans in front of the values of a row, if there is only one that it can be.
  private func front(of row: OpenRow, _ count: Int) -> Int? {
    let values = row.values
    guard values.count > count, let first = values.firstIndex(where: { !$0.isBlank }),
      let last = values.lastIndex(where: { !$0.isBlank }), last - first < count
    else { return nil }
    let most = min(first, values.count - count)
    let least = max(0, last + 1 - count)
    if least == most { return least }
    // In a full grid, all values begin in the same column.
    let sameWidth = padding.filter { $0.width == row.offset + values.count }
    let sameCount = sameWidth.filter { $0.count == count }
    let starts = Set((sameCount.isEmpty ? sameWidth : sameCount).map { $0.start - row.offset })
    if starts.count == 1, let start = starts.first, (least...most).contains(start) { return start }
    // The blank cells of other rows show which of these are values.
    let fronts = Set(padding.map(\.front))
    let backs = Set(padding.map(\.back))
    var possible = Set((least...most).filter { fronts.contains($0) || backs.contains(values.count - count - $0) })
    if fronts == [0] { possible = possible.intersection([0]) }
    if backs == [0] { possible = possible.intersection([values.count - count]) }
    return possible.count == 1 ? possible.first : nil
  }

  private mutating func bind(_ values: [Grid.Cell], to row: OpenRow) {
    let block = table.blocks[row.place.block]
    guard let leaf = block.rows.items[row.place.item].leaf else { return binding.leaveOut(values, .group) }
    for (index, value) in values.enumerated() {
      let cell = block.cell(row: leaf, column: row.columns?[index] ?? index)
      binding.set(cell, to: value, isByPosition: row.isGuess)
      if row.isBeside { binding.beside.insert(cell) }
    }
  }

  private mutating func finish() {
    closeRow()
    guard let across else { return }
    across.finish(&binding, in: table, dropsBlanks: dropsBlanks)
  }
}

extension RowResolver.Meaning {
  var isKnown: Bool { if case .unknown = self { false } else { true } }
}
