/// A YAML value with its location. Front matter, the registry, forms and themes are all read as this.
package struct YAMLValue: Sendable {
  package enum Content: Sendable {
    /// The text as written. `isQuoted` distinguishes `"2023"` from `2023`. An empty value that is not quoted is null.
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLValue])
    case mapping([YAMLEntry])
  }

  package var content: Content
  package var span: Span

  package init(_ content: Content, at span: Span) {
    self.content = content
    self.span = span
  }

  package var isNull: Bool {
    guard case .scalar(let text, false) = content, text.utf8.count <= 4 else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The text of a scalar that is not null.
  package var text: String? {
    if case .scalar(let text, _) = content, !isNull { return text }
    return nil
  }

  /// A plain decimal integer.
  package var integer: Int? {
    if case .scalar(let text, false) = content { return Int(text) }
    return nil
  }

  package var boolean: Bool? {
    switch content {
    case .scalar("true", false): true
    case .scalar("false", false): false
    default: nil
    }
  }

  package var items: [YAMLValue]? {
    if case .sequence(let items) = content { return items }
    return nil
  }

  package var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  package subscript(key: String) -> YAMLValue? {
    entries?.first { $0.key == key }?.value
  }
}

package struct YAMLEntry: Sendable {
  package var key: String
  package var keySpan: Span
  package var value: YAMLValue

  package init(key: String, keySpan: Span, value: YAMLValue) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}
