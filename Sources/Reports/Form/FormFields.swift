package import Diagnostics
package import Markup

extension Fields {
  /// A single text, or one in each language.
  package mutating func localized(_ value: YAMLValue) -> LocalizedText {
    if let text = value.text { return LocalizedText(verbatim: text) }
    return mapping(value) { fields in
      let chinese = fields.requiredText("zh") ?? ""
      return LocalizedText(chinese, en: fields.text("en") ?? chinese)
    }
  }

  /// A label as written in reports, and its English meaning.
  mutating func label() -> LocalizedText {
    let chinese = requiredText("label") ?? ""
    return LocalizedText(chinese, en: text("en") ?? chinese)
  }

  /// A label and its variants in the form used for comparison.
  mutating func keys(of label: LocalizedText) -> [Label] {
    ([label.chinese] + texts("variants")).map { Label($0) }
  }

  /// Several of a fixed set of words.
  mutating func choices<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> [Choice]
  where Choice.RawValue == String {
    items(key).compactMap { item in
      typed(
        item, item.text.flatMap(Choice.init),
        LocalizedText(verbatim: Choice.allCases.map(\.rawValue).joined(separator: " | ")))
    }
  }
}
