/// Lines as `pdftotext -layout` writes them: labels wrapped, figures at the middle of their height, group words one
/// character a line, page marks and repeated headings.
enum PageText {
  static func paragraph(_ words: String, heading: Int) -> String {
    if heading == 1 { return "\n            \(words)\n\n" }
    let lines = Noise.wrapped("　　" + words, width: 76)
    return lines.map { "     " + $0.replacing("　　", with: "    ") + "\n" }.joined()
  }

  static func table(_ table: PrintedForm, _ numbers: inout SeededNumbers) -> String {
    var widths = Array(repeating: 5, count: table.width)
    if table.width == 4 { widths = [26, 16, 16, 16] }
    if table.width == 10 { widths = [4, 8, 24, 5, 5, 5, 5, 5, 5, 5] }
    let starts = widths.reduce(into: [6]) { $0.append($0[$0.count - 1] + $1 + 2) }
    // The height of each row, by its cells of one row.
    let cells = place(table)
    var heights = Array(repeating: 1, count: table.rows.count)
    for cell in cells where cell.cell.rows == 1 {
      heights[cell.row] = max(heights[cell.row], lines(of: cell, starts).count)
    }
    let tops = heights.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    var canvas = Array(repeating: [(at: Int, text: String)](), count: tops[tops.count - 1])
    for cell in cells {
      let words = lines(of: cell, starts)
      let height = tops[cell.row + cell.cell.rows] - tops[cell.row]
      let first = tops[cell.row] + max(0, (height - words.count) / 2)
      for (index, line) in words.enumerated() where first + index < canvas.count {
        let width = starts[cell.column + cell.cell.columns] - starts[cell.column] - 2
        let centred = cell.cell.value != nil || cell.cell.columns > 3
        canvas[first + index].append(
          (starts[cell.column] + (centred ? max(0, (width - Noise.width(line)) / 2) : 0), line))
      }
    }
    var text = ""
    let cut = canvas.count > 20 ? tops[Int.random(in: 8..<table.rows.count - 4, using: &numbers)] : -1
    for (index, parts) in canvas.enumerated() {
      if index == cut {
        text += "\n                                   - 4 -\n\u{C}\n"
        for parts in canvas[..<tops[3]] { text += line(parts) }
      }
      text += line(parts)
    }
    return text + "\n"
  }

  private struct Placed {
    let cell: PrintedForm.Cell
    let row: Int
    let column: Int
  }

  private static func place(_ table: PrintedForm) -> [Placed] {
    table.grid.enumerated().flatMap { row, cells in
      cells.enumerated().compactMap { column, cell in cell.map { Placed(cell: $0, row: row, column: column) } }
    }
  }

  private static func lines(of placed: Placed, _ starts: [Int]) -> [String] {
    let width = starts[placed.column + placed.cell.columns] - starts[placed.column] - 2
    return placed.cell.value == nil ? Noise.wrapped(placed.cell.text, width: max(2, width)) : [placed.cell.text]
  }

  private static func line(_ parts: [(at: Int, text: String)]) -> String {
    var line = ""
    for part in parts.sorted(by: { $0.at < $1.at }) {
      line += String(repeating: " ", count: max(line.isEmpty ? 0 : 1, part.at - Noise.width(line))) + part.text
    }
    return line + "\n"
  }
}
