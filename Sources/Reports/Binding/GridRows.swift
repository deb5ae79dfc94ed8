internal import Diagnostics

/// A row of a grid, divided into its labels and its values.
struct GridRow {
  var labels: [Grid.Cell]
  /// Everything following the labels, blank cells included.
  var values: [Grid.Cell]
  /// The number of cells in front of the values.
  var offset = 0

  var hasValues: Bool { values.contains { !$0.isBlank } }

  /// Whether a blank cell is between values, so that blank cells were not dropped.
  var hasInnerBlanks: Bool {
    guard let first = values.firstIndex(where: { !$0.isBlank }), let last = values.lastIndex(where: { !$0.isBlank })
    else {
      return false
    }
    return values[first...last].contains(where: \.isBlank)
  }
}

/// The rows of the grids that belong to a statutory table, apart from headings of columns.
struct GridRows {
  private(set) var rows: [GridRow] = []
  private(set) var headings: [[Grid.Cell]] = []
  /// Headings that say so, by the index of the first row that they apply to.
  private(set) var orderChanges: [(row: Int, columns: [Int]?)] = []

  private(set) var mayDropBlanks: Bool
  private let vocabulary: GridVocabulary
  private var hasValues = false

  init(_ grids: [Grid], _ vocabulary: GridVocabulary) {
    self.vocabulary = vocabulary
    mayDropBlanks = grids.contains(where: \.mayDropBlanks)
    let all = grids.flatMap(\.rows)
    for (index, row) in all.enumerated() { add(row, next: index + 1 < all.count ? all[index + 1] : nil) }
    if rows.contains(where: \.hasInnerBlanks) { mayDropBlanks = false }
    if rows.contains(where: { $0.values.contains { $0.extent != nil } }) {
      rows = ColumnPositions(rows, headings, vocabulary).aligned
    }
  }

  private mutating func add(_ row: [Grid.Cell], next: [Grid.Cell]?) {
    guard row.contains(where: { !$0.isBlank }) else {
      rows.append(GridRow(labels: [], values: row))
      return
    }
    if isHeader(row, next: next) {
      headings.append(row)
      if let columns = ColumnOrder.columns(of: row, in: vocabulary.table) { orderChanges.append((rows.count, columns)) }
      return
    }
    let last = lastLabel(of: row)
    let labels = last.map { row[...$0].filter { !$0.isBlank } } ?? []
    let values = Array(row[((last ?? -1) + 1)...])
    if values.contains(where: { !$0.isBlank }) { hasValues = true }
    rows.append(GridRow(labels: labels, values: values, offset: (last ?? -1) + 1))
  }

  /// Whether all texts of a row are headings of columns, or printed above row labels.
  private func isHeader(_ row: [Grid.Cell], next: [Grid.Cell]?) -> Bool {
    let texts = row.filter { !$0.isBlank }
    let isAcross = vocabulary.table.blocks.count == 1 && vocabulary.table.blocks[0].isAcross
    let areHeadings = texts.allSatisfy { cell in
      !cell.isValue && (vocabulary.isHeading(cell) || isAcross && vocabulary.isRowLabel(cell))
    }
    if isAcross, !areHeadings { return texts.allSatisfy { !$0.isValue && vocabulary.isPiece($0.text) } }
    guard areHeadings else { return false }
    guard texts.count == 1, !isAcross, vocabulary.isRowLabel(texts[0]) else { return true }
    // 总计 and 其他 are both: a row is followed by its values.
    if Label(texts[0].text).enumerator != nil { return false }
    guard hasValues, let next, let first = next.first(where: { !$0.isBlank }) else { return !hasValues }
    return !first.isValue
  }

  /// The index of the last cell that is a label.
  private func lastLabel(of row: [Grid.Cell]) -> Int? {
    var last: Int?
    var recognized: Int?
    for (index, cell) in row.enumerated() where !cell.isBlank {
      let isLabel = vocabulary.isRowLabel(cell)
      if cell.isValue, !isLabel { break }
      if isLabel || vocabulary.isPiece(cell.text) { recognized = index }
      last = index
    }
    // A text that is not a label is what somebody wrote into a cell.
    return recognized ?? last
  }

  /// The columns of the form that the values of a row belong to, if a heading says so; `nil` for the order of the form.
  func order(ofRow row: Int) -> [Int]? { orderChanges.last { $0.row <= row }?.columns }
}

/// The order of the columns of a grid, read from its headings.
enum ColumnOrder {
  /// - Returns: The column leaf for each value of a row, if the headings are those of other columns, or in another order,
  ///   than in the form; `nil` if they say nothing else.
  static func columns(of header: [Grid.Cell], in table: FormTable) -> [Int]? {
    guard table.blocks.count == 1, !table.blocks[0].isAcross else { return nil }
    let block = table.blocks[0]
    var columns: [Int] = []
    for cell in header where !cell.isBlank {
      let label = WrittenLabel(cell.text)
      if table.labels.isCorner(label) {
        if columns.isEmpty { continue }
        return nil
      }
      let leaves = table.labels.columns.places(labelled: label).compactMap { block.columns.items[$0.item].leaf }
      guard leaves.count == 1, !columns.contains(leaves[0]) else { return nil }
      columns.append(leaves[0])
    }
    // Headings in several rows name only some of the columns.
    guard columns.count == block.columns.leaves.count, columns != Array(columns.indices) else { return nil }
    return columns
  }
}
