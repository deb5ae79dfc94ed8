internal import Reports

/// Reads plain text: as pasted from a page or a word processor, or as an extractor left it.
///
/// The cells of a table are in a line with `|` or tabs between them, or wide gaps; or each is a line, which only the
/// labels of the form show.
struct TextReader {
  static func read(_ text: String) -> ImportedDocument {
    if AlignedText.isAligned(text) { return AlignedText.read(text) }
    var document = ImportedDocument()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isCellPerLine = isCellPerLine(lines)
    var rows: [[Grid.Cell]] = []
    // What a spreadsheet copies has a tab for each cell.
    var hasBars = false
    func endTable() {
      if !rows.isEmpty { document.blocks.append(.table(Grid(rows, mayDropBlanks: hasBars && !isCellPerLine))) }
      rows = []
      hasBars = false
    }
    for (index, line) in lines.enumerated() {
      if let cells = cells(of: line, isCellPerLine) {
        rows.append(cells.map { Grid.Cell($0, line: index + 1) })
        hasBars = hasBars || line.contains("|")
        continue
      }
      let words = TextLine.trimmed(line)
      if words.isEmpty { continue }
      endTable()
      if TextLine.isPageMark(words) { continue }
      if let item = words.prefixMatch(of: /[-•●·]\s+(?=[^0-9])/) {
        let text = String(words[item.range.upperBound...])
        document.blocks.append(.paragraph(.init(text, line: index + 1, style: .item(number: nil))))
      } else {
        document.blocks.append(.paragraph(.init(words, line: index + 1)))
      }
    }
    endTable()
    return document
  }

  /// Whether most cells are a line with a bar behind it.
  private static func isCellPerLine(_ lines: [Substring]) -> Bool {
    var bars = 0
    var single = 0
    for line in lines where line.contains("|") {
      bars += 1
      if line.utf8.count(where: { $0 == UInt8(ascii: "|") }) == 1, TextLine.trimmed(line).last == "|" { single += 1 }
    }
    return single * 5 > bars * 4
  }

  /// The cells of a line of a table; `nil` for a line of text.
  private static func cells(of line: Substring, _ isCellPerLine: Bool) -> [String]? {
    for separator in ["|", "\t"] as [Character] where line.contains(separator) {
      // A tab at the start indents a paragraph.
      if separator == "\t", !TextLine.trimmed(line).contains("\t"), TextLine.trimmed(line).count > 12 { return nil }
      var cells = line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
      // `| a | b |` has bars around it.
      if separator == "|", line.first == "|", cells.count > 1 { cells.removeFirst() }
      if isCellPerLine, separator == "|", cells.count == 2 { cells.removeLast() }
      return cells.map { TextLine.trimmed($0[...]) }
    }
    return nil
  }
}

enum TextLine {
  static func isSpace(_ character: Character) -> Bool {
    character.isWhitespace || character == "\u{A0}" || character == "\u{FEFF}"
  }

  static func trimmed(_ line: Substring) -> String {
    var line = line
    while let first = line.first, isSpace(first) { line.removeFirst() }
    while let last = line.last, isSpace(last) { line.removeLast() }
    return String(line)
  }

  /// `- 4 -`, `— 4 —`, `第 4 页`, `4 / 10`
  static func isPageMark(_ text: String) -> Bool {
    guard text.utf8.count < 40, text.contains(where: \.isArabicDigit) else { return false }
    return text.wholeMatch(of: /[-—–―－·•~]+\s*[0-9]{1,3}\s*[-—–―－·•~]+/) != nil
      || text.wholeMatch(of: /第\s*[0-9]{1,3}\s*页(?:\s*[,，\/]?\s*共\s*[0-9]{1,3}\s*页)?/) != nil
      || text.wholeMatch(of: /[0-9]{1,3}\s*\/\s*[0-9]{1,3}/) != nil
  }
}

extension Character {
  /// Whether it is a digit as 0 to 9. To Unicode, the 三 of 三亚市 is a number as well.
  var isArabicDigit: Bool { "0"..."9" ~= self || "０"..."９" ~= self }
}
