import Languages
import Markup
import Reports

/// A shape in which published reports are found.
enum Shape: String, CaseIterable {
  /// Cells divided by `|`, with spans as empty cells.
  case barsWithSpans
  case bars
  /// `|` with line breaks in cells.
  case brokenBars
  case cellPerLine
  /// A cell a line, followed by its `|`.
  case cellPerLineWithBar
  case tabs
  case splitHeadings
  case labelsApart
  case groupTables
  case pageText
  case traditional
  case radicals
  case droppedBlanks
  case html
  case wordHTML
  case unevenHTML
  case emptyCellsHTML
  case splitHTML
  case nestedHTML
  case pandocPipes
  case pandocGrid
  case markItDown
  case markdownHTML
  case word
  case excel
  /// A workbook of which the merged cells were lost.
  case excelWithoutSpans

  /// Whether the shape says of each figure which cell it is in.
  var keepsAll: Bool { self != .droppedBlanks }

  /// Whether the shape has the whole report and not only its tables.
  var hasProse: Bool { self != .excel && self != .excelWithoutSpans }

  /// Whether a blank cell can be told from none.
  var keepsBlanks: Bool {
    switch self {
    case .cellPerLine, .splitHeadings, .labelsApart, .pageText, .droppedBlanks, .brokenBars: false
    default: true
    }
  }

  var fileName: String {
    switch self {
    case .html, .wordHTML, .unevenHTML, .emptyCellsHTML, .splitHTML, .nestedHTML: "report.html"
    case .pandocPipes, .pandocGrid, .markItDown, .markdownHTML, .groupTables: "report.md"
    case .word: "report.docx"
    case .excel, .excelWithoutSpans: "report.xlsx"
    default: "report.txt"
    }
  }

  func write(_ report: GeneratedReport) -> [UInt8] {
    switch self {
    case .word: return OfficeShape.word(report)
    case .excel: return OfficeShape.excel(report, keepsSpans: true)
    case .excelWithoutSpans: return OfficeShape.excel(report, keepsSpans: false)
    default:
      var writer = ShapeWriter(report, shape: self)
      return Array(writer.write().utf8)
    }
  }
}

/// Writes a report in a shape.
struct ShapeWriter {
  let report: GeneratedReport
  let shape: Shape
  var numbers: SeededNumbers
  var text = ""

  init(_ report: GeneratedReport, shape: Shape) {
    self.report = report
    self.shape = shape
    numbers = report.numbers
  }

  mutating func chance(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < share }

  mutating func write() -> String {
    paragraph(report.title, heading: 1)
    report.prose("introduction").forEach { paragraph($0) }
    for section in report.form.sections {
      // S6: headings of the tables are lost.
      if shape != .groupTables || section.table == nil { paragraph(section.label.chinese, heading: 2) }
      if let table = section.table { self.table(report.form.tables[table]) }
      report.prose(section.id).forEach { paragraph($0) }
    }
    paragraph(report.name)
    paragraph("\(report.year + 1)年1月20日")
    switch shape {
    case .traditional: return Noise.traditional(text)
    case .radicals: return Noise.radicals(text)
    case .html, .wordHTML, .unevenHTML, .emptyCellsHTML, .splitHTML, .nestedHTML: return HTMLShape.page(text, shape)
    default: return text
    }
  }

  private mutating func paragraph(_ words: String, heading: Int = 0) {
    switch shape {
    case .html, .unevenHTML, .emptyCellsHTML, .splitHTML, .nestedHTML, .wordHTML:
      text += HTMLShape.paragraph(words, shape)
    case .pandocPipes, .pandocGrid, .markItDown, .markdownHTML, .groupTables:
      let escaped = shape == .pandocPipes || shape == .pandocGrid ? words.replacing("*", with: "\\*") : words
      text +=
        heading > 0 && shape != .groupTables
        ? "\(String(repeating: "#", count: heading)) \(escaped)\n\n" : "\(escaped)\n\n"
    case .pageText: text += PageText.paragraph(words, heading: heading)
    case .cellPerLine: text += "\(words)\n\n"
    default: text += "\(words)\n"
    }
  }

  private mutating func table(_ table: FormTable) {
    let printed = PrintedForm(table, values: report.values)
    switch shape {
    case .barsWithSpans: barsWithSpans(printed)
    case .bars, .traditional, .radicals: bars(printed)
    case .brokenBars: brokenBars(printed)
    case .cellPerLine, .splitHeadings: cellPerLine(printed, bar: "")
    case .cellPerLineWithBar: cellPerLine(printed, bar: " |")
    case .tabs: tabs(printed)
    case .labelsApart: labelsApart(printed)
    case .groupTables: groupTables(printed)
    case .pageText: text += PageText.table(printed, &numbers)
    case .droppedBlanks: droppedBlanks(printed)
    case .html, .wordHTML, .unevenHTML, .emptyCellsHTML, .splitHTML, .nestedHTML:
      text += HTMLShape.table(printed, shape, &numbers)
    case .pandocPipes, .markItDown: pipes(printed)
    case .pandocGrid: gridTable(printed)
    case .word, .excel, .excelWithoutSpans: break
    case .markdownHTML: text += HTMLShape.table(printed, .html, &numbers) + "\n\n"
    }
  }

  // MARK: Lines of cells

  /// `第二十条第（一）项 | |||`: a span is an empty cell for each further column, and nothing below.
  private mutating func barsWithSpans(_ table: PrintedForm) {
    for (index, row) in table.rows.enumerated() {
      text += row.map(\.text).joined(separator: " | ")
      let missing = table.width - row.count
      if index + 1 < table.rows.count { text += " | " + String(repeating: "|", count: missing) }
      text += "\n"
    }
  }

  private mutating func bars(_ table: PrintedForm) {
    for row in table.rows { text += row.map { broken($0.text, with: " ", 10) }.joined(separator: " | ") + "\n" }
  }

  /// A label is broken by a blank or a line somewhere.
  private mutating func broken(_ text: String, with separator: String, _ share: Int) -> String {
    guard text.count > 3, !text.contains(where: \.isNumber), chance(share) else { return text }
    let cut = text.index(text.startIndex, offsetBy: Int.random(in: 2..<text.count - 1, using: &numbers))
    return text[..<cut] + separator + text[cut...]
  }

  private mutating func brokenBars(_ table: PrintedForm) {
    for row in table.rows {
      if row.contains(where: { $0.value != nil }), chance(20) {
        let labels = row.filter { $0.value == nil }.map(\.text)
        if !labels.isEmpty { text += labels.joined(separator: " | ") + "\n" }
        for cell in row where cell.value != nil { text += "| \(cell.text)\n" }
      } else {
        text += row.map { broken($0.text, with: "\n", 15) }.joined(separator: " | ") + " |\n"
      }
    }
  }

  private mutating func cellPerLine(_ table: PrintedForm, bar: String) {
    for cell in table.rows.joined() {
      if shape == .splitHeadings, cell.value == nil, cell.columns == 1, cell.text.count < 9,
        !cell.text.contains(where: { ".、（".contains($0) })
      {
        // A flip book has headings in single characters.
        for character in cell.text { text += "\(character)\n" }
      } else {
        text += broken(cell.text, with: "\n", shape == .cellPerLine ? 10 : 0) + bar + "\n"
      }
      if shape == .cellPerLine { text += "\n" }
    }
  }

  /// As a spreadsheet copies it: each column of the grid, spans empty.
  private mutating func tabs(_ table: PrintedForm) {
    for row in table.grid { text += row.map { $0?.text ?? "" }.joined(separator: "\t") + "\n" }
  }

  /// All labels, then all figures.
  private mutating func labelsApart(_ table: PrintedForm) {
    for row in table.rows { for cell in row where cell.value == nil { text += "\(cell.text)\n" } }
    for row in table.rows {
      let values = row.filter { $0.value != nil }.map(\.text)
      if !values.isEmpty { text += values.joined(separator: " ") + "\n" }
    }
  }

  /// Extractors of PDF files make a small Markdown table of each group, with whatever row on top as its header.
  private mutating func groupTables(_ table: PrintedForm) {
    var start = 0
    while start < table.rows.count {
      let end = min(table.rows.count, start + Int.random(in: 3...7, using: &numbers))
      for (index, row) in table.grid[start..<end].enumerated() {
        text += "| " + row.map { $0?.text ?? "" }.joined(separator: " | ") + " |\n"
        if index == 0 { text += "|" + String(repeating: "---|", count: table.width) + "\n" }
      }
      text += "\n"
      start = end
    }
  }

  /// Blank cells are left out, and the row is filled up behind.
  private mutating func droppedBlanks(_ table: PrintedForm) {
    for row in table.rows {
      let cells = row.filter { !$0.text.isEmpty }
      text += cells.map(\.text).joined(separator: " | ") + " " + String(repeating: "|", count: row.count - cells.count)
      text += "\n"
    }
  }

  // MARK: Markdown of others

  private mutating func pipes(_ table: PrintedForm) {
    for (index, row) in table.grid.enumerated() {
      text += "| " + row.map { $0?.text ?? "" }.joined(separator: " | ") + " |\n"
      if index == 0 { text += "|" + String(repeating: " --- |", count: table.width) + "\n" }
    }
    text += "\n"
  }

  private mutating func gridTable(_ table: PrintedForm) {
    let widths = (0..<table.width).map { column in column < table.width - 7 || table.width == 15 ? 12 : 8 }
    func rule(_ mark: String) -> String {
      "+" + widths.map { String(repeating: mark, count: $0 + 2) }.joined(separator: "+") + "+\n"
    }
    text += rule("-")
    for (index, row) in table.grid.enumerated() {
      let cells = row.enumerated().map { column, cell in Noise.wrapped(cell?.text ?? "", width: widths[column]) }
      for line in 0..<max(1, cells.map(\.count).max() ?? 1) {
        text += "|"
        for (column, cell) in cells.enumerated() {
          let words = line < cell.count ? cell[line] : ""
          text += " " + words + String(repeating: " ", count: widths[column] - Noise.width(words)) + " |"
        }
        text += "\n"
      }
      text += rule(index == 0 ? "=" : "-")
    }
    text += "\n"
  }
}
