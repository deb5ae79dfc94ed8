/// Writes findings as a compiler does: place, message, the line of the source with carets below, what belongs to it.
package struct ConsoleWriter {
  let language: Language
  let hasColor: Bool
  let path: (String) -> String
  /// The characters of a line of a file; `nil` when it cannot be read.
  let line: (_ file: String, _ line: Int) -> [Unicode.Scalar]?

  package init(
    language: Language, hasColor: Bool, path: @escaping (String) -> String,
    line: @escaping (_ file: String, _ line: Int) -> [Unicode.Scalar]?
  ) {
    self.language = language
    self.hasColor = hasColor
    self.path = path
    self.line = line
  }

  package func text(of finding: Finding) -> String {
    var text = ""
    if let range = finding.range { text += bold("\(path(range.file)):\(range.line):\(range.column): ") }
    let mark = finding.isAccepted ? LocalizedText("（已认可）", en: "(accepted) ")[language] : ""
    text += "\(severity(finding.severity))\(mark)\(plain(finding.message[language])) [\(finding.kind.id)]\n"
    if let range = finding.range { text += snippet(range) }
    for related in finding.related {
      let place = "\(path(related.range.file)):\(related.range.line):\(related.range.column)"
      text += "    \(place): \(plain(related.message[language]))\n"
    }
    if let help = finding.help { text += "    \(language == .english ? "help: " : "建议：")\(plain(help[language]))\n" }
    if let acceptance = finding.acceptance {
      let signature = acceptance.signature.map { language == .english ? " (\($0))" : "（\($0)）" } ?? ""
      text += "    \(language == .english ? "accepted: " : "认可：")\(plain(acceptance.reason + signature))\n"
    }
    return text
  }

  /// Characters of a line from the place of a finding on: some paragraphs are one line, and some findings about all of it.
  private static let longestMark = 400

  private func snippet(_ range: SourceRange) -> String {
    guard let scalars = line(range.file, range.line), !scalars.isEmpty else { return "" }
    let start = min(range.column - 1, scalars.count)
    let end =
      range.endLine == range.line
      ? min(max(range.endColumn - 1, start + 1), max(scalars.count, start + 1)) : scalars.count
    // A long line is cut to what stands around the place, and a long place to its beginning.
    let first = max(0, start - 40)
    let last = min(scalars.count, max(end + 20, first + 80), start + Self.longestMark)
    let shown = scalars[first..<last].map(Self.visible)
    // A mark that starts within a character, such as a combining accent, stands under all of it.
    let before = TerminalWidth.columns(of: shown.prefix(start - first))
    let marked = TerminalWidth.columns(of: shown.prefix(min(end, last) - first)) - before
    let number = "\(range.line)"
    let gutter = String(repeating: " ", count: number.count)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: shown)
    let carets = String(repeating: "^", count: max(1, marked))
    let ellipsis = first > 0 ? "…" : ""
    let indent = String(repeating: " ", count: before + ellipsis.count)
    return " \(number) | \(ellipsis)\(String(view))\n \(gutter) | \(indent)\(color(carets, "32;1"))\n"
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: color(language == .english ? "error: " : "错误：", "31;1")
    case .warning: color(language == .english ? "warning: " : "警告：", "33;1")
    case .hint: color(language == .english ? "hint: " : "提示：", "36;1")
    }
  }

  /// A text without control characters: those of a source must not take over the terminal.
  private func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(Self.visible)))
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    // Marks that turn the direction of writing would show the line in another order than the source has it.
    case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: " "
    default: scalar.properties.generalCategory == .control ? " " : scalar
    }
  }

  private func bold(_ text: String) -> String { color(text, "1") }

  private func color(_ text: String, _ code: String) -> String {
    hasColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
