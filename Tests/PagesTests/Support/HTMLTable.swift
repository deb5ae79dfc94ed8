/// A table of a page as a grid, from which the headers of each cell can be derived by means of spans alone.
struct HTMLTable {
  struct Cell {
    var tag: String
    var attributes: [String: String]
    var text: String
    var isInHead: Bool
    /// The position and extent of the cell.
    var row = 0
    var column = 0
    var rowSpan = 1
    var columnSpan = 1
  }

  private(set) var caption = ""
  private(set) var cells: [Cell] = []
  private(set) var problems: [String] = []
  /// Row, column → index in `cells`.
  private var grid: [[Int]: Int] = [:]

  static func all(in html: String) -> [HTMLTable] {
    html.split(separator: "<table ").dropFirst().map {
      HTMLTable(String($0.prefix(upTo: $0.firstRange(of: "</table>")?.lowerBound ?? $0.endIndex)))
    }
  }

  private init(_ html: String) {
    var row = -1
    var isInHead = false
    var isCaption = false
    for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: ">") else { continue }
      let tag = piece[..<end]
      // A line break between tags is not part of the cell.
      let text = piece[piece.index(after: end)...].split(separator: "\n").joined(separator: "\n")
      let name = String(tag.prefix { $0 != " " })
      switch name {
      case "caption": (isCaption, caption) = (true, text)
      case "/caption": isCaption = false
      case "thead": isInHead = true
      case "tbody": isInHead = false
      case "tr": row += 1
      case "th", "td":
        add(Cell(tag: name, attributes: Self.attributes(tag), text: text, isInHead: isInHead), row)
      default:
        if isCaption { caption += text } else if !cells.isEmpty { cells[cells.count - 1].text += text }
      }
    }
    let width = (grid.keys.map { $0[1] }.max() ?? -1) + 1
    for row in 0..<((grid.keys.map { $0[0] }.max() ?? -1) + 1) {
      let filled = (0..<width).count { grid[[row, $0]] != nil }
      if filled != width { problems.append("row \(row) fills \(filled) of \(width) columns") }
    }
  }

  private mutating func add(_ cell: Cell, _ row: Int) {
    var cell = cell
    var column = 0
    while grid[[row, column]] != nil { column += 1 }
    (cell.row, cell.column) = (row, column)
    cell.rowSpan = Int(cell.attributes["rowspan"] ?? "1") ?? 1
    cell.columnSpan = Int(cell.attributes["colspan"] ?? "1") ?? 1
    for y in row..<(row + cell.rowSpan) {
      for x in column..<(column + cell.columnSpan) {
        if grid[[y, x]] != nil { problems.append("cells overlap in row \(y), column \(x)") }
        grid[[y, x]] = cells.count
      }
    }
    cells.append(cell)
  }

  private static func attributes(_ tag: Substring) -> [String: String] {
    var attributes: [String: String] = [:]
    for match in tag.matches(of: /([a-z-]+)="([^"]*)"/) { attributes[String(match.1)] = String(match.2) }
    return attributes
  }

  /// The header cells above a cell in the head, and those to its left in its rows.
  func headers(of cell: Cell) -> Set<String> {
    var ids: Set<String> = []
    for y in cell.row..<(cell.row + cell.rowSpan) {
      for x in 0..<cell.column { header(y, x, inHead: false).map { _ = ids.insert($0) } }
    }
    for x in cell.column..<(cell.column + cell.columnSpan) {
      for y in 0..<cell.row { header(y, x, inHead: true).map { _ = ids.insert($0) } }
    }
    return ids
  }

  private func header(_ row: Int, _ column: Int, inHead: Bool) -> String? {
    guard let index = grid[[row, column]], cells[index].tag == "th", cells[index].isInHead == inHead else { return nil }
    return cells[index].attributes["id"]
  }
}
