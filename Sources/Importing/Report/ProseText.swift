internal import Reports

/// Texts of a document as Markdown that says the same.
enum ProseText {
  /// Signs that Markdown would take for markup are escaped; the text that a reader gets is the one that was there.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.split(whereSeparator: \.isNewline).joined(separator: " ") {
      if "\\`*_[]<>|~".contains(character) { escaped.append("\\") }
      if character == "&" { escaped.append("\\") }
      escaped.append(character)
    }
    return escapedStart(escaped)
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

  /// A table that is not of the form.
  static func table(_ grid: Grid) -> String {
    let width = grid.rows.map(\.count).max() ?? 0
    guard width > 0 else { return "" }
    func line(_ row: [Grid.Cell]) -> String {
      let texts = (0..<width).map { $0 < row.count ? escaped(row[$0].text) : "" }
      return "| \(texts.joined(separator: " | ")) |\n"
    }
    let head = "表：\(escaped(grid.rows[0].first?.text ?? ""))\n\n"
    return head + line(grid.rows[0]) + "|\(String(repeating: "---|", count: width))\n"
      + grid.rows.dropFirst().map(line).joined() + "\n"
  }
}
