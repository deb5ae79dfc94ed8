import Languages
import Reports

/// A statutory table as the annexes of the circulars print it: rows of cells with spans.
struct PrintedForm {
  struct Cell {
    var text: String
    var columns = 1
    var rows = 1
    /// Index in the cells of the form.
    var value: Int?
  }

  var rows: [[Cell]] = []

  init(_ table: FormTable, values: [String]) {
    switch table.id {
    case "disclosure": for block in table.blocks { addDisclosure(block, values) }
    case "requests": addRequests(table.blocks[0], values)
    default: addDisputes(table.blocks[0], values)
    }
  }

  private mutating func addDisclosure(_ block: FormBlock, _ values: [String]) {
    // Blocks of three, two and one columns share a grid.
    let spans = block.columns.leaves.count == 1 ? [3] : block.columns.leaves.count == 2 ? [1, 2] : [1, 1, 1]
    rows.append([Cell(text: block.label?.chinese ?? "", columns: 4)])
    rows.append(
      [Cell(text: block.corner.chinese)]
        + spans.indices.map { Cell(text: block.columns.leaf($0).label.chinese, columns: spans[$0]) })
    for row in block.rows.leaves.indices {
      rows.append(
        [Cell(text: block.rows.leaf(row).label.chinese)]
          + spans.indices.map { column in
            let cell = block.cell(row: row, column: column)
            return Cell(text: values[cell], columns: spans[column], value: cell)
          })
    }
  }

  private mutating func addRequests(_ block: FormBlock, _ values: [String]) {
    rows.append([
      Cell(text: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", columns: 3, rows: 3), Cell(text: "申请人情况", columns: 7),
    ])
    rows.append([Cell(text: "自然人", rows: 2), Cell(text: "法人或其他组织", columns: 5), Cell(text: "总计", rows: 2)])
    rows.append(["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map { Cell(text: $0) })
    var groups: [Cell] = []
    for (index, item) in block.rows.items.enumerated() {
      guard let leaf = item.leaf else {
        groups.append(Cell(text: item.label.chinese, rows: block.rows.leaves(below: index).count))
        continue
      }
      let label = Cell(text: item.label.chinese, columns: 3 - item.depth)
      rows.append(
        groups + [label]
          + block.columns.leaves.indices.map { column in
            let cell = block.cell(row: leaf, column: column)
            return Cell(text: values[cell], value: cell)
          })
      groups = []
    }
  }

  private mutating func addDisputes(_ block: FormBlock, _ values: [String]) {
    let results = block.columns.leaves.map { block.columns.items[$0].label.chinese }
    rows.append([Cell(text: "行政复议", columns: 5), Cell(text: "行政诉讼", columns: 10)])
    rows.append(
      results.map { Cell(text: $0, rows: 2) } + [
        Cell(text: "未经复议直接起诉", columns: 5), Cell(text: "复议后起诉", columns: 5),
      ])
    rows.append((results + results).map { Cell(text: $0) })
    rows.append((0..<15).map { Cell(text: values[block.firstCell + $0], value: block.firstCell + $0) })
  }

  /// The number of columns of the grid.
  var width: Int { rows[0].reduce(0) { $0 + $1.columns } }

  /// The table as a full grid: cells that a span covers are `nil`.
  var grid: [[Cell?]] {
    var grid: [[Cell?]] = rows.map { _ in Array(repeating: nil, count: width) }
    var covered: Set<[Int]> = []
    for (row, cells) in rows.enumerated() {
      var column = 0
      for cell in cells {
        while covered.contains([row, column]) { column += 1 }
        grid[row][column] = cell
        for y in row..<row + cell.rows { for x in column..<column + cell.columns { covered.insert([y, x]) } }
        column += cell.columns
      }
    }
    return grid
  }
}
