/// Texts as they are written in front matter and registry files.
package enum YAMLText {
  /// A text as the value of a key, in quotes only where YAML would otherwise read something else.
  package static func quoted(_ text: String, always: Bool = false) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last?.isWhitespace == false
      && !text.contains { ":#\"'{}[]&*!|>%@`,".contains($0) || $0.isNewline }
      && !["true", "false", "null", "yes", "no"].contains(text.lowercased())
    if isPlain, !always { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").filter { !$0.isNewline }
    return "\"\(escaped)\""
  }
}
