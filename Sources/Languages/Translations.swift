package import Diagnostics

/// A text that a data file states in several languages: the label of a row in a form, the name of a function.
package struct Translations: ReaderText, Hashable {
  /// The text in Chinese, as printed in a form; a text without a language is taken for it.
  package let chinese: String
  private let others: [Language: String]

  package init(_ chinese: String, _ others: [Language: String] = [:]) {
    self.chinese = chinese
    self.others = others
  }

  package init(_ chinese: String, en english: String) {
    self.init(chinese, [.english: english])
  }

  /// The English text; the Chinese one if there is none.
  package var english: String { others[.english] ?? chinese }

  /// The text in the language of the strings, or else in another language of the portal, or else in Chinese.
  package subscript(_ strings: Strings) -> String {
    text(in: strings.language) ?? strings.fallbacks.lazy.compactMap(text).first ?? chinese
  }

  /// The language in which it is shown.
  package func language(_ strings: Strings) -> Language {
    ([strings.language] + strings.fallbacks).first(where: isStated) ?? .simplifiedChinese
  }

  private func text(in language: Language) -> String? {
    language == .simplifiedChinese ? chinese : others[language]
  }

  /// Whether it is stated in a language.
  package func isStated(in language: Language) -> Bool { text(in: language) != nil }

  /// The text in messages.
  package var message: LocalizedText { LocalizedText(chinese, en: english) }

  /// These texts, with others in their place where there are any.
  package func overridden(by own: Translations?, english: String?) -> Translations {
    var others = self.others.merging(own?.others ?? [:]) { $1 }
    if let english { others[.english] = english }
    return Translations(own?.chinese ?? chinese, others)
  }
}
