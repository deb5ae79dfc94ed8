/// The lines of the front matter of a source.
struct FrontMatter {
  private(set) var lines: [String] = []

  mutating func add(_ key: String, _ text: String?, always isQuoted: Bool = false) {
    if let text, !text.isEmpty { lines.append("\(key): \(Self.quoted(text, always: isQuoted))") }
  }

  /// A value that needs no quotes: a number, a date, a flow mapping.
  mutating func add(_ key: String, plain value: String?) {
    if let value { lines.append("\(key): \(value)") }
  }

  mutating func add(_ key: String, mapping pairs: [(String, String?)]) {
    let lines = pairs.compactMap { key, value in value.map { "  \(key): \($0)" } }
    if !lines.isEmpty { self.lines += ["\(key):"] + lines }
  }

  mutating func add(_ key: String, list items: [[(String, String?)]]) {
    if items.isEmpty { return }
    lines.append("\(key):")
    for item in items {
      let pairs = item.compactMap { key, value in value.map { "\(key): \($0)" } }
      lines.append("  - {\(pairs.joined(separator: ", "))}")
    }
  }

  var text: String { "---\n\(lines.joined(separator: "\n"))\n---\n\n" }

  static func quoted(_ text: String, always: Bool = false) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last?.isWhitespace == false
      && !text.contains { ":#\"'{}[]&*!|>%@`,".contains($0) || $0.isNewline }
      && !["true", "false", "null", "yes", "no"].contains(text.lowercased())
    if isPlain, !always { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").filter { !$0.isNewline }
    return "\"\(escaped)\""
  }
}
