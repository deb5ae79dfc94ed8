internal import Diagnostics

/// The single row of values of a table that is printed across, and the headings above it.
struct AcrossRow {
  private let block: FormBlock
  private let headings: [Grid.Cell]
  private var values: [Grid.Cell] = []
  /// Cells that are each a row, blank ones included.
  private var single: [Grid.Cell] = []
  /// A row that has a cell for each of the table, some of them blank.
  private var whole: [Grid.Cell]?

  init(_ block: FormBlock, headings: [Grid.Cell]) {
    self.block = block
    self.headings = headings
  }

  private var count: Int { block.rows.leaves.count * block.columns.leaves.count }

  mutating func add(values row: [Grid.Cell]) {
    values += row.filter { !$0.isBlank }
    if row.count == 1 { single += row }
    if row.count == count { whole = whole ?? row }
  }

  /// A value for each cell; `nil` if there are more or fewer.
  private var completed: [Grid.Cell]? {
    if let whole, values.count <= count { return whole }
    if single.count == count, values.count < count { return single }
    return values.count == count ? values : nil
  }

  func finish(_ binding: inout GridBinding, in table: FormTable, dropsBlanks: Bool) {
    guard let completed, !dropsBlanks || completed.contains(where: \.isBlank) == false else {
      return binding.leaveOut(values, values.count > count ? .surplus : .tooFew)
    }
    for (index, value) in completed.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: block.columns.leaves.count)
      binding.set(block.cell(row: row, column: column), to: value, isByPosition: !isIntact(column, in: table))
    }
  }

  /// Whether a column is headed by its label, to the last word, as often as there are rows.
  private func isIntact(_ column: Int, in table: FormTable) -> Bool {
    let item = block.columns.leaves[column]
    return headings.count { cell in
      table.labels.columns.places(labelled: WrittenLabel(cell.text)).contains { $0.item == item }
    } >= block.rows.leaves.count
  }
}
