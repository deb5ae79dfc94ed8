internal import Diagnostics
package import Languages
package import Markup

extension Fields {
  /// A single text, or one in each language: `zh`, `en`, or the tag of another.
  package mutating func localized(_ value: YAMLValue) -> Translations {
    if let text = value.text { return Translations(text) }
    return mapping(value) { fields in
      let chinese = fields.requiredText("zh") ?? ""
      var others: [Language: String] = [:]
      for entry in value.entries ?? [] where entry.key != "zh" {
        guard let language = Language(tag: entry.key), language != .simplifiedChinese else { continue }
        others[language] = fields.text(entry.key)
      }
      return Translations(chinese, others)
    }
  }

  /// A label as written in reports, with its English meaning as `en`, or in each language.
  mutating func label() -> Translations {
    guard let value = required("label") else { return Translations("", [:]) }
    let english = text("en")
    guard value.entries == nil else { return localized(value).overridden(by: nil, english: english) }
    return Translations(text(of: value) ?? "", english.map { [.english: $0] } ?? [:])
  }

  /// A label and its variants in the form used for comparison.
  mutating func keys(of label: Translations) -> [Label] {
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
