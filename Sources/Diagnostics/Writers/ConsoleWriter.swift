/// Writes findings as a compiler does: place, message, the line of the source with carets below, what belongs to it.
package struct ConsoleWriter {
  let language: Language
  let hasColor: Bool
  let path: (String) -> String
  /// The text of a line of a file; `nil` when it cannot be read.
  let line: (_ file: String, _ line: Int) -> String?

  package init(
    language: Language, hasColor: Bool, path: @escaping (String) -> String,
    line: @escaping (_ file: String, _ line: Int) -> String?
  ) {
    self.language = language
    self.hasColor = hasColor
    self.path = path
    self.line = line
  }

  package func text(of finding: Finding) -> String {
    var text = ""
    if let range = finding.range { text += bold("\(path(range.file)):\(range.line):\(range.column): ") }
    text += "\(severity(finding.severity))\(plain(finding.message[language])) [\(finding.kind.id)]\n"
    if let range = finding.range { text += snippet(range) }
    for related in finding.related {
      let place = "\(path(related.range.file)):\(related.range.line):\(related.range.column)"
      text += "    \(place): \(plain(related.message[language]))\n"
    }
    if let help = finding.help { text += "    \(language == .english ? "help: " : "建议：")\(plain(help[language]))\n" }
    return text
  }

  private func snippet(_ range: SourceRange) -> String {
    guard let line = line(range.file, range.line), !line.isEmpty else { return "" }
    let scalars = Array(line.unicodeScalars)
    let start = min(range.column - 1, scalars.count)
    let end =
      range.endLine == range.line
      ? min(max(range.endColumn - 1, start + 1), max(scalars.count, start + 1)) : scalars.count
    // A long line is cut to what stands around the place.
    let first = max(0, start - 40)
    let last = min(scalars.count, max(end + 20, first + 80))
    let shown = scalars[first..<last].map(Self.visible)
    let before = shown.prefix(start - first).reduce(0) { $0 + TerminalWidth.columns(of: $1) }
    let marked = shown.dropFirst(start - first).prefix(end - start).reduce(0) { $0 + TerminalWidth.columns(of: $1) }
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
    scalar.properties.generalCategory == .control ? " " : scalar
  }

  private func bold(_ text: String) -> String { color(text, "1") }

  private func color(_ text: String, _ code: String) -> String {
    hasColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// How many columns of a terminal a character takes.
enum TerminalWidth {
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
