/// A text for readers: a string of the theme with what its placeholders stand for, or a text of a data file.
package struct Text: ReaderText, Hashable {
  /// What a placeholder stands for.
  package enum Value: Sendable, Hashable {
    case number(Int)
    /// The same in every language: a name.
    case string(String)
    case text(Text)
  }

  struct Argument: Hashable {
    let name: String
    let value: Value
  }

  private enum Source: Hashable {
    case key(StringKey)
    case filled(StringKey, [Argument])
    case translated(Translations)
  }

  private let source: Source

  package init(_ key: StringKey) {
    source = .key(key)
  }

  package init(_ translations: Translations) {
    source = .translated(translations)
  }

  /// A text that is the same in every language: a name, a label from a source.
  package init(verbatim text: String) {
    source = .translated(Translations(text))
  }

  private init(_ key: StringKey, _ arguments: [Argument]) {
    source = .filled(key, arguments)
  }

  package subscript(_ strings: Strings) -> String {
    switch source {
    case .key(let key): strings[key]
    case .filled(let key, let arguments): strings.text(key, arguments)
    case .translated(let text): text[strings]
    }
  }

  fileprivate static func filled(_ key: StringKey, _ values: KeyValuePairs<String, Value>) -> Text {
    Text(key, values.map { Argument(name: $0, value: $1) })
  }
}

extension StringKey {
  /// The text in which placeholders stand for these values. A value named `count` chooses between `one` and `other`.
  package func with(_ values: KeyValuePairs<String, Text.Value>) -> Text { .filled(self, values) }
}
