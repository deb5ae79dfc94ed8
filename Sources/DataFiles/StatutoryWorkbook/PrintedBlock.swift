internal import Languages
internal import Reports

/// Lays out one block of a printed table.
struct PrintedBlock {
  private let block: FormBlock
  private let table: FormTable
  private let form: Form
  private let strings: Strings
  /// The number of columns that hold row labels, and the total number of columns of the table.
  private let labels: Int
  private let width: Int
  private(set) var lines: [PrintedTable.Line] = []

  init(_ block: FormBlock, of table: FormTable, in form: Form, strings: Strings, labels: Int, width: Int) {
    self.block = block
    self.table = table
    self.form = form
    self.strings = strings
    self.labels = labels
    self.width = width
  }

  /// The number of heading lines of a block, not counting a caption.
  static func headings(of block: FormBlock) -> Int {
    block.columns.depth + (block.isAcross ? block.rows.depth : 0)
  }

  mutating func write() {
    if let caption = block.label {
      add(.heading(caption[strings]), columns: 0...width - 1, line: 0)
    }
    let first = lines.count
    if block.isAcross {
      writeAcross(from: first)
    } else {
      writeHead(from: first)
      if block.isList { writeList() } else { writeRows() }
    }
  }

  // MARK: Pieces

  private mutating func add(
    _ content: PrintedTable.Piece.Content, columns: ClosedRange<Int>, line: Int, height: Int = 1
  ) {
    while lines.count < line + height { lines.append(PrintedTable.Line()) }
    lines[line].pieces.append(PrintedTable.Piece(columns: columns, height: height, content: content))
  }

  /// The columns for some of the block's values. If the table is wider than the block, the last one takes the remaining
  /// width.
  private func columns(_ values: ClosedRange<Int>, from first: Int, of count: Int) -> ClosedRange<Int> {
    first + values.lowerBound...(values.upperBound == count - 1 ? width - 1 : first + values.upperBound)
  }

  // MARK: Rows below each other

  private var units: Int { block.unitColumn == nil ? 0 : 1 }

  private func valueColumns(_ leaves: ClosedRange<Int>) -> ClosedRange<Int> {
    columns(leaves, from: labels + units, of: block.columns.leaves.count)
  }

  private mutating func writeHead(from first: Int) {
    let axis = block.columns
    let corner = (table.note ?? block.corner)[strings]
    add(.heading(corner), columns: 0...labels - 1, line: first, height: axis.depth)
    if let unit = block.unitColumn {
      add(.heading(unit.label[strings]), columns: labels...labels, line: first, height: axis.depth)
    }
    for (index, item) in axis.items.enumerated() {
      let leaves = axis.leaves(below: index)
      guard let from = leaves.first, let to = leaves.last else { continue }
      let height = item.leaf == nil ? 1 : axis.depth - item.depth
      add(
        .heading(item.label[strings]), columns: valueColumns(from...to), line: first + item.depth, height: height)
    }
  }

  /// Rows, with their groups in the columns to the left.
  private mutating func writeRows() {
    let body = lines.count
    for (index, row) in block.rows.items.enumerated() {
      let leaves = block.rows.leaves(below: index)
      guard let first = leaves.first else { continue }
      if let leaf = row.leaf {
        add(
          .row(row.label[strings], indentation: 0), columns: row.depth...labels - 1, line: body + leaf)
        writeCells(of: leaf, line: body + leaf)
        // In a block with groups, an omitted line might be part of the height of a group.
        if block.rows.depth == 1 { lines[body + leaf].optionalCells = optionalCells(of: leaf) }
      } else {
        add(
          .row(row.label[strings], indentation: 0), columns: row.depth...row.depth, line: body + first,
          height: leaves.count)
      }
    }
  }

  /// One indicator per line. A group without a value is a line of its own.
  private mutating func writeList() {
    for row in block.rows.items {
      let line = lines.count
      let label = PrintedTable.Piece.Content.row(row.label[strings], indentation: row.depth)
      guard let leaf = row.leaf else {
        add(label, columns: 0...width - 1, line: line)
        continue
      }
      add(label, columns: 0...labels - 1, line: line)
      if block.unitColumn != nil {
        let unit = form.cells[block.cell(row: leaf, column: 0)].unit
        add(.heading(unit), columns: labels...labels, line: line)
      }
      writeCells(of: leaf, line: line)
      lines[line].optionalCells = optionalCells(of: leaf)
    }
  }

  private mutating func writeCells(of leaf: Int, line: Int) {
    for column in block.columns.leaves.indices {
      add(.cell(block.cell(row: leaf, column: column)), columns: valueColumns(column...column), line: line)
    }
  }

  private func optionalCells(of leaf: Int) -> Range<Int>? {
    let first = block.cell(row: leaf, column: 0)
    let cells = first..<first + block.columns.leaves.count
    return form.cells[cells].contains(where: \.isDemanded) ? nil : cells
  }

  // MARK: All in one row

  /// Row groups, rows and columns as headings above each other, and one line of values.
  private mutating func writeAcross(from first: Int) {
    let (rows, axis) = (block.rows, block.columns)
    let perRow = axis.leaves.count
    let count = rows.leaves.count * perRow
    let depth = rows.depth + axis.depth
    for (index, row) in rows.items.enumerated() {
      let leaves = rows.leaves(below: index)
      guard let from = leaves.first, let to = leaves.last else { continue }
      let values = from * perRow...to * perRow + perRow - 1
      add(.heading(row.label[strings]), columns: columns(values, from: 0, of: count), line: first + row.depth)
      guard let leaf = row.leaf else { continue }
      for (index, column) in axis.items.enumerated() {
        let leaves = axis.leaves(below: index)
        guard let from = leaves.first, let to = leaves.last else { continue }
        let values = leaf * perRow + from...leaf * perRow + to
        let level = row.depth + 1 + column.depth
        add(
          .heading(column.label[strings]), columns: columns(values, from: 0, of: count), line: first + level,
          height: column.leaf == nil ? 1 : depth - level)
      }
    }
    for value in 0..<count {
      let cell = block.cell(row: value / perRow, column: value % perRow)
      add(.cell(cell), columns: columns(value...value, from: 0, of: count), line: first + depth)
    }
  }
}
