internal import Diagnostics
internal import Reports

/// Fills a sheet with a printed table and with lines of text as wide as the table.
struct PrintedSheet {
  private let table: PrintedTable
  private let report: Report
  private var row = 0
  private var headings: ClosedRange<Int>?

  init(_ table: PrintedTable, report: Report) {
    self.table = table
    self.report = report
  }

  private var allColumns: ClosedRange<Int> { 0...table.widths.count - 1 }

  mutating func writeLine(_ text: String, _ style: CellStyle, to sheet: inout Sheet) throws(WorkbookError) {
    try sheet.merge(rows: row...row, columns: allColumns, style)
    try sheet.write(text, row: row, column: 0, style)
    let size = style.fontSize ?? Self.fontSize
    let width = table.totalWidth * Double(Self.fontSize) / Double(size)
    try sheet.setHeight(Self.height(ofLines: Self.lines(of: text, width: width), fontSize: size), ofRow: row)
    row += 1
  }

  mutating func writeTable(to sheet: inout Sheet) throws(WorkbookError) {
    if table.headings > 0 { headings = row...row + table.headings - 1 }
    let lines = table.lines.filter { line in
      guard let cells = line.optionalCells else { return true }
      return report.cells[cells].contains { $0.status != .missing }
    }
    let first = row
    var heights = lines.map { _ in 1 }
    for (number, line) in lines.enumerated() {
      for piece in line.pieces {
        let text = try write(piece, row: first + number, to: &sheet)
        // A piece that spans several lines may increase the height of the last one.
        let last = number + piece.height - 1
        let before = heights[number..<last].reduce(0, +)
        heights[last] = max(heights[last], Self.lines(of: text, width: table.width(of: piece.columns)) - before)
      }
    }
    for (number, height) in heights.enumerated() {
      try sheet.setHeight(Self.height(ofLines: height, fontSize: Self.fontSize), ofRow: first + number)
    }
    row += lines.count
  }

  func finish(_ sheet: inout Sheet) throws(WorkbookError) {
    for (column, width) in table.widths.enumerated() { try sheet.setWidth(width, ofColumns: column...column) }
    try sheet.setPrint(isLandscape: table.totalWidth > 130, repeating: headings, isNumbered: true)
  }

  /// - Returns: The text of the piece; empty for a number, which always fits.
  private func write(
    _ piece: PrintedTable.Piece, row: Int, to sheet: inout Sheet
  ) throws(WorkbookError) -> String {
    var style = CellStyle.form
    let column = piece.columns.lowerBound
    if case .row(_, let indentation) = piece.content {
      style.alignment = .left
      style.indentation = indentation
    }
    try sheet.merge(rows: row...row + piece.height - 1, columns: piece.columns, style)
    switch piece.content {
    case .heading(let text), .row(let text, _):
      try sheet.write(text, row: row, column: column, style)
      return text
    case .cell(let index):
      switch content(of: report.cells[index]) {
      case .blank: try sheet.writeBlank(row: row, column: column, style)
      case .number(let number): try sheet.write(number, row: row, column: column, style)
      case .text(let text):
        try sheet.write(text, row: row, column: column, style)
        return text
      }
      return ""
    }
  }

  /// A number as a number, unless it has a remark or a unit stated by the author.
  private func content(of cell: Cell) -> DataValue {
    let note = report.note(of: cell)
    switch cell.status {
    case .number, .zero:
      guard let note, note.remark != nil || note.statedUnit != nil else { return .number(cell.value) }
      return .text("\(cell.value)\(note.statedUnit ?? "")\(note.remark.map { "（\($0)）" } ?? "")")
    case .notApplicable, .text: return .text(note?.written ?? "—")
    case .blank, .missing: return .blank
    }
  }

  // MARK: Heights, which spreadsheet programs do not compute for merged cells

  static let fontSize = 10

  /// The number of lines that a text takes.
  static func lines(of text: String, width: Double) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, part in
      let columns = Double(TerminalWidth.columns(of: part.unicodeScalars))
      return lines + max(1, Int((columns / max(1, width - 1)).rounded(.up)))
    }
  }

  static func height(ofLines lines: Int, fontSize: Int) -> Double {
    Double(lines * fontSize) * 1.35 + 7
  }
}
