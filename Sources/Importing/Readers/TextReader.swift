internal import Reports

/// Reads plain text: as it was pasted from a page or a word processor, or as an extractor left it.
///
/// Cells of a table stand in a line with `|` or tabs between them, or wide gaps; or each is a line of its own, which is
/// told later by the labels of the form.
struct TextReader {
  static func read(_ text: String) -> ImportedDocument {
    var document = ImportedDocument()
    var rows: [[Grid.Cell]] = []
    func endTable() {
      if !rows.isEmpty { document.blocks.append(.table(Grid(rows))) }
      rows = []
    }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = (text: line.drop(while: isSpace), number: index + 1)
      if let cells = cells(of: line.text) {
        rows.append(cells.map { Grid.Cell($0, line: line.number) })
        continue
      }
      if line.text.isEmpty { continue }
      endTable()
      var words = String(line.text)
      while let last = words.last, isSpace(last) { words.removeLast() }
      if !words.isEmpty { document.blocks.append(.paragraph(.init(words, line: line.number))) }
    }
    endTable()
    return document
  }

  private static func isSpace(_ character: Character) -> Bool { character.isWhitespace || character == "\u{A0}" }

  /// The cells of a line of a table; `nil` for a line of text.
  private static func cells(of line: Substring) -> [String]? {
    for separator in ["|", "\t"] as [Character] where line.contains(separator) {
      var cells = line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
      // `| a | b |` has bars around it.
      if separator == "|", line.first == "|", cells.count > 1 { cells.removeFirst() }
      return cells.map { cell in
        let text = cell.drop(while: isSpace)
        return String(text.reversed().drop(while: isSpace).reversed())
      }
    }
    return nil
  }
}
