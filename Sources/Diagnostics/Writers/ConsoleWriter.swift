/// Writes findings like a compiler: location, message, the source line with carets below it, related locations.
package struct ConsoleWriter {
  let language: MessageLanguage
  let hasColor: Bool
  let path: (String) -> String
  /// The characters of a line of a file; `nil` if it cannot be read.
  let line: (_ file: String, _ line: Int) -> [Unicode.Scalar]?

  package init(
    language: MessageLanguage, hasColor: Bool, path: @escaping (String) -> String,
    line: @escaping (_ file: String, _ line: Int) -> [Unicode.Scalar]?
  ) {
    self.language = language
    self.hasColor = hasColor
    self.path = path
    self.line = line
  }

  package func text(of finding: Finding) -> TerminalText {
    var text: TerminalText = ""
    if let range = finding.range { text += "\(place(range), style: style("1"))" }
    let mark = finding.isAccepted ? LocalizedText("（已认可）", en: "(accepted) ")[language] : ""
    text += "\(severity(finding.severity))\(mark)\(cut(finding.message[language])) [\(finding.kind.id)]\n"
    if let range = finding.range { text += snippet(range) }
    for related in finding.related { text += "    \(place(related.range))\(cut(related.message[language]))\n" }
    if let help = finding.help { text += "    \(language == .english ? "help: " : "建议：")\(cut(help[language]))\n" }
    if let acceptance = finding.acceptance {
      let signature = acceptance.signature.map { language == .english ? " (\($0))" : "（\($0)）" } ?? ""
      text += "    \(language == .english ? "accepted: " : "认可：")\(cut(acceptance.reason) + signature)\n"
    }
    return text
  }

  /// In characters. Some messages quote source text of any length.
  private static let longestMessage = 1_000

  private func cut(_ message: String) -> String {
    let scalars = message.unicodeScalars
    let surplus = scalars.count - Self.longestMessage
    guard surplus > 0 else { return message }
    let half = Self.longestMessage / 2
    let omitted = LocalizedText("……（略去 \(surplus) 个字）……", en: " … (\(surplus) characters left out) … ")[language]
    return String(String.UnicodeScalarView(scalars.prefix(half))) + omitted
      + String(String.UnicodeScalarView(scalars.suffix(half)))
  }

  private func place(_ range: SourceRange) -> String { "\(path(range.file)):\(range.line):\(range.column): " }

  /// In characters from the start of the finding. Some paragraphs are a single line, and some findings cover all of it.
  private static let longestMark = 140

  /// In columns of a terminal. With the line number in front, an excerpt fits into 160.
  private static let mostColumns = 144

  private func snippet(_ range: SourceRange) -> TerminalText {
    guard let scalars = line(range.file, range.line), !scalars.isEmpty else { return "" }
    let start = min(range.column - 1, scalars.count)
    let end =
      range.endLine == range.line
      ? min(max(range.endColumn - 1, start + 1), max(scalars.count, start + 1)) : scalars.count
    // A long line is cut to the surroundings of the finding, and a long finding to its beginning.
    let first = max(0, start - 20)
    let limit = min(scalars.count, max(end + 20, first + 80), start + Self.longestMark)
    var (last, width) = (first, 0)
    while last < limit, width <= Self.mostColumns - 2 {
      width += TerminalWidth.columns(of: scalars[last])
      last += 1
    }
    let parts = [first..<start, start..<min(end, last), min(end, last)..<last].map { Self.shown(scalars[$0]) }
    // If the range starts within a grapheme, such as at a combining accent, the carets cover the whole grapheme.
    let before = TerminalWidth.columns(of: parts[0].unicodeScalars)
    let marked = TerminalWidth.columns(of: (parts[0] + parts[1]).unicodeScalars) - before
    let number = "\(range.line)"
    let gutter = String(repeating: " ", count: number.count)
    let carets = String(repeating: "^", count: max(1, marked))
    let ellipsis = first > 0 ? "…" : ""
    let indent = String(repeating: " ", count: before + ellipsis.count)
    return """
       \(number) | \(ellipsis)\(TerminalText(safe: parts.joined()))
       \(gutter) | \(indent)\(carets, style: style("32;1"))

      """
  }

  /// Part of a line. A tab is shown as one space, to keep the carets aligned.
  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.lazy.map { $0 == "\t" ? " " : $0 })
    return VisibleText.shown(String(view))
  }

  private func severity(_ severity: Severity) -> TerminalText {
    switch severity {
    case .error: "\(language == .english ? "error: " : "错误：", style: style("31;1"))"
    case .warning: "\(language == .english ? "warning: " : "警告：", style: style("33;1"))"
    case .hint: "\(language == .english ? "hint: " : "提示：", style: style("36;1"))"
    }
  }

  private func style(_ code: String) -> String? { hasColor ? code : nil }
}
