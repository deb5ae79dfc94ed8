internal import Reports

/// Texts of a document as Markdown that says the same.
enum ProseText {
  /// Signs that Markdown would take for markup are escaped; the text that a reader gets is the one that was there.
  static func escaped(_ text: String) -> String { escapedStart(escapedCharacters(text)) }

  private static func escapedCharacters(_ text: some Sequence<Character>) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>|~&".contains(character) { escaped.append("\\") }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }

  /// `1. `, `# `, `- ` and the like at the start would make a list or a heading.
  private static func escapedStart(_ text: String) -> String {
    if let match = text.prefixMatch(of: /(\d{1,9})([.)])(?=\s|$)/) {
      return "\(match.1)\\\(match.2)\(text[match.range.upperBound...])"
    }
    if let first = text.first, "#+-=".contains(first) { return "\\\(text)" }
    // A line that starts so is the caption of a free table.
    return text
  }

  /// `（一）主动公开情况` as a line of its own; with its text behind it, it is a paragraph.
  static func isSubheading(_ paragraph: ImportedDocument.Paragraph) -> Bool {
    if paragraph.style == .heading { return true }
    let text = paragraph.text
    return text.count <= 30 && text.prefixMatch(of: /[（(][一二三四五六七八九十]{1,3}[）)]/) != nil
      && !text.contains { "。；;，,：:！？".contains($0) }
  }

  /// A paragraph with its emphasis, where Markdown can express it.
  static func markdown(of paragraph: ImportedDocument.Paragraph) -> String {
    let characters = Array(paragraph.text)
    var text = ""
    var start = 0
    for range in paragraph.emphasis where range.lowerBound >= start && range.upperBound <= characters.count {
      var (from, to) = (range.lowerBound, range.upperBound)
      while to > from, !isWord(characters[to - 1]) { to -= 1 }
      while from < to, from > 0, !isWord(characters[from]) { from += 1 }
      // Emphasis of everything is how a heading looks.
      if from >= to || from == 0 && to >= characters.count - 1 { continue }
      text += escapedCharacters(characters[start..<from]) + "**" + escapedCharacters(characters[from..<to]) + "**"
      start = to
    }
    text += escapedCharacters(characters[start...])
    return escapedStart(text)
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// A table that is not of the form.
  ///
  /// - Parameter needsCaption: Whether only a caption distinguishes it from the statutory table of its section.
  static func table(_ grid: Grid, needsCaption: Bool) -> String {
    let width = grid.rows.map(\.count).max() ?? 0
    guard width > 0 else { return "" }
    func line(_ row: [Grid.Cell]) -> String {
      let texts = (0..<width).map { $0 < row.count ? escaped(row[$0].text) : "" }
      return "| \(texts.joined(separator: " | ")) |\n"
    }
    let caption = grid.caption.map { "表：\(escaped($0))\n\n" } ?? (needsCaption ? "表：附表\n\n" : "")
    let delimiters = (0..<width).map { column in
      let body = grid.rows.dropFirst().map { column < $0.count ? $0[column].text : "" }
      let isNumeric =
        body.contains { !$0.isEmpty } && body.allSatisfy { $0.allSatisfy { $0.isNumber || ".,-% ".contains($0) } }
      return column > 0 && isNumeric ? "---:|" : "---|"
    }
    return caption + line(grid.rows[0]) + "|\(delimiters.joined())\n"
      + grid.rows.dropFirst().map(line).joined() + "\n"
  }
}
