internal import Reports

/// Reads Markdown that others wrote or that converters made: pipe tables, grid tables of pandoc, tables in HTML.
///
/// Tables of converters are often not valid Markdown, so that they are read line by line.
struct MarkdownReader {
  private var document = ImportedDocument()
  private var paragraph: (text: String, line: Int)?
  private var rows: [[Grid.Cell]] = []
  private var gridTable: GridTable?
  private var html: (text: String, line: Int, depth: Int)?
  private var isFenced = false

  static func read(_ text: String) -> ImportedDocument {
    var reader = MarkdownReader()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var start = 0
    if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
      reader.readFrontMatter(lines[1..<end])
      start = end + 1
    }
    for index in start..<lines.count { reader.add(lines[index], index + 1) }
    reader.endTables()
    reader.endParagraph()
    if let html = reader.html { reader.addHTML(html.text, html.line) }
    return reader.document
  }

  /// Whether a text without a name has marks of Markdown that no other text has.
  static func isMarkdown(_ text: String) -> Bool {
    var isTable = false
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("## ") || line.hasPrefix("# ") || line.hasPrefix("+---") || line.hasPrefix("+:--") {
        return true
      }
      if isDelimiter(line) { isTable = true }
    }
    return isTable
  }

  private mutating func readFrontMatter(_ lines: ArraySlice<Substring>) {
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true else { continue }
      let value = TextLine.trimmed(line[line.index(after: colon)...])
      document.properties["front-\(line[..<colon])"] = value.filter { $0 != "\"" }
    }
  }

  // MARK: Lines

  private mutating func add(_ line: Substring, _ number: Int) {
    if html != nil { return continueHTML(line) }
    let words = TextLine.trimmed(line)
    if words.hasPrefix("```") {
      isFenced.toggle()
      return
    }
    if words.lowercased().hasPrefix("<table") {
      endTables()
      endParagraph()
      html = ("", number, 0)
      return continueHTML(line)
    }
    if gridTable != nil || words.hasPrefix("+-") || words.hasPrefix("+=") || words.hasPrefix("+:") {
      if words.hasPrefix("+") || words.hasPrefix("|") {
        endParagraph()
        gridTable = gridTable ?? GridTable()
        gridTable?.add(words, number)
        return
      }
      endTables()
    }
    if let cells = Self.cells(of: words, isInTable: !rows.isEmpty) {
      endParagraph()
      if !Self.isDelimiter(words[...]) { rows.append(cells.map { Grid.Cell(Inline.text(of: $0), line: number) }) }
      return
    }
    endTables()
    if words.isEmpty { return endParagraph() }
    if TextLine.isPageMark(words) || words.hasPrefix("<!--") { return }
    addText(words, number)
  }

  private mutating func addText(_ words: String, _ number: Int) {
    if let heading = words.prefixMatch(of: /#{1,6}\s+/) {
      endParagraph()
      let text = words[heading.range.upperBound...].reversed().drop { $0 == "#" || $0 == " " }.reversed()
      // A heading is often emphasized as well.
      let style: ImportedDocument.Paragraph.Style = words.hasPrefix("# ") ? .text : .heading
      return append(String(text), number, style)
    }
    if let item = words.prefixMatch(of: /(?:[-*+•]|(\d{1,3})[.)])\s+/) {
      endParagraph()
      return append(
        String(words[item.range.upperBound...]), number, .item(number: item.output.1.flatMap { Int($0) }))
    }
    if words.allSatisfy({ $0 == "-" || $0 == "*" || $0 == "_" }) { return endParagraph() }
    if let open = paragraph {
      paragraph = (HTMLText.joined(open.text, words), open.line)
    } else {
      paragraph = (words, number)
    }
    // A line that is a row of a table of single lines stays one.
    if words.count < 16 { endParagraph() }
  }

  private mutating func append(
    _ text: String, _ line: Int, _ style: ImportedDocument.Paragraph.Style = .text
  ) {
    let content = Inline.read(text)
    for picture in content.pictures {
      document.blocks.append(.picture(.init(source: picture.source, line: line, alternative: picture.text)))
    }
    let words = TextLine.trimmed(content.text[...])
    guard !words.isEmpty else { return }
    var paragraph = ImportedDocument.Paragraph(words, line: line, style: style)
    paragraph.emphasis = content.text == words ? content.emphasis : []
    document.blocks.append(.paragraph(paragraph))
  }

  private mutating func endParagraph() {
    if let open = paragraph { append(open.text, open.line) }
    paragraph = nil
  }

  private mutating func endTables() {
    if let table = gridTable { document.blocks.append(.table(Grid(table.finished))) }
    gridTable = nil
    if !rows.isEmpty { document.blocks.append(.table(Grid(rows))) }
    rows = []
  }

  // MARK: Tables

  private static func isDelimiter(_ line: Substring) -> Bool {
    line.contains("--") && line.contains("|") && line.utf8.allSatisfy { "|-: \t".utf8.contains($0) }
  }

  private static func cells(of line: String, isInTable: Bool) -> [String]? {
    guard line.contains("|"), line.first == "|" || isInTable || line.contains(" | ") || line.hasSuffix("|") else {
      return nil
    }
    var cells = [""]
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if line.first == "|" { cells.removeFirst() }
    if line.last == "|", !cells.isEmpty { cells.removeLast() }
    return cells.map { TextLine.trimmed($0[...]) }
  }

  private mutating func continueHTML(_ line: Substring) {
    guard var open = html else { return }
    open.text += line + "\n"
    let lower = line.lowercased()
    open.depth += lower.ranges(of: "<table").count - lower.ranges(of: "</table").count
    html = open
    if open.depth <= 0 {
      html = nil
      addHTML(open.text, open.line)
    }
  }

  private mutating func addHTML(_ text: String, _ line: Int) {
    guard let read = HTMLReader.read(Array(text.utf8)) else { return }
    for block in read.blocks {
      switch block {
      case .paragraph(var paragraph):
        paragraph.line += line - 1
        document.blocks.append(.paragraph(paragraph))
      case .table(var grid):
        for row in grid.rows.indices { for cell in grid.rows[row].indices { grid.rows[row][cell].line += line - 1 } }
        document.blocks.append(.table(grid))
      case .picture: document.blocks.append(block)
      }
    }
  }
}

/// A grid table of pandoc, of which each row may take several lines.
private struct GridTable {
  private var rows: [[Grid.Cell]] = []
  /// By the column at which a cell starts.
  private var open: [(start: Int, text: String, line: Int)] = []

  mutating func add(_ line: String, _ number: Int) {
    if line.hasPrefix("+") || line.contains("+-") || line.contains("+=") { endRow() }
    if line.hasPrefix("+") { return }
    var column = 1
    for part in line.dropFirst().split(separator: "|", omittingEmptySubsequences: false) {
      let start = column
      column += part.unicodeScalars.reduce(1) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
      let text = TextLine.trimmed(part).trimmingRules
      if column - start == 1, part.isEmpty, line.hasSuffix("|"), start > 1 { continue }
      if let cell = open.firstIndex(where: { $0.start == start }) {
        open[cell].text = HTMLText.joined(open[cell].text, text)
      } else {
        open.append((start, text, number))
      }
    }
  }

  private mutating func endRow() {
    if !open.isEmpty {
      rows.append(open.sorted { $0.start < $1.start }.map { Grid.Cell(Inline.text(of: $0.text), line: $0.line) })
    }
    open = []
  }

  var finished: [[Grid.Cell]] {
    var table = self
    table.endRow()
    return table.rows
  }
}

extension String {
  /// Without the parts of rules between rows that a cell of several rows has beside it.
  fileprivate var trimmingRules: String {
    contains("+-") || allSatisfy({ "+-=".contains($0) }) && count > 2 ? filter { !"+-=".contains($0) } : self
  }
}

/// Markdown within a line: escapes, emphasis, links, pictures, line breaks of HTML.
struct Inline {
  private(set) var text = ""
  private(set) var emphasis: [Range<Int>] = []
  private(set) var pictures: [(text: String, source: String)] = []

  static func text(of markdown: String) -> String { read(markdown).text }

  static func read(_ markdown: String) -> Inline {
    var inline = Inline()
    guard markdown.contains(where: { "\\*_[<&`".contains($0) }) else {
      inline.text = markdown
      return inline
    }
    inline.parse(markdown)
    return inline
  }

  private mutating func parse(_ markdown: String) {
    var rest = markdown[...]
    var start: Int?
    var count = 0
    func peek(_ prefix: String) -> Bool { rest.hasPrefix(prefix) }
    func add(_ characters: some StringProtocol, to text: inout String) {
      text += characters
      count += characters.count
    }
    while let first = rest.first {
      if first == "\\", let next = rest.dropFirst().first, next.isASCII, next.isPunctuation || next.isSymbol {
        add(String(next), to: &text)
        rest = rest.dropFirst(2)
      } else if let match = rest.prefixMatch(of: /(!?)\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)(?:\{[^}]*\})?/) {
        if match.1.isEmpty { add(match.2, to: &text) } else { pictures.append((String(match.2), String(match.3))) }
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: /<\/?[A-Za-z][^>]*>/) {
        rest = rest[match.range.upperBound...]
      } else if peek("**") || peek("__") {
        if let from = start {
          if from < count { emphasis.append(from..<count) }
          start = nil
          rest = rest.dropFirst(2)
        } else if rest.dropFirst(2).contains(String(rest.prefix(2))) {
          start = count
          rest = rest.dropFirst(2)
        } else {
          add(rest.prefix(2), to: &text)
          rest = rest.dropFirst(2)
        }
      } else if first == "&", let match = rest.prefixMatch(of: /&(nbsp|amp|lt|gt|quot);/) {
        add(["nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\""][String(match.1)] ?? "", to: &text)
        rest = rest[match.range.upperBound...]
      } else {
        add(String(first), to: &text)
        rest = rest.dropFirst()
      }
    }
  }
}

extension String {
  fileprivate func contains(_ other: Substring) -> Bool { contains(String(other)) }
}
