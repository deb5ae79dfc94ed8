/// A language of the messages for those who run the program or write reports: every message is in both.
package enum MessageLanguage: String, Sendable, CaseIterable {
  case simplifiedChinese = "zh-Hans"
  case english = "en"

  /// Matches a language tag (`zh-CN`, `en`) or a value of `LANG` (`zh_CN.UTF-8`).
  ///
  /// Returns `nil` for an unset locale, `C` and `POSIX`, which name no language.
  package init?(matching tag: String) {
    switch tag.lowercased().prefix(2) {
    case "zh": self = .simplifiedChinese
    case "en": self = .english
    default: return nil
    }
  }
}

/// A message in Chinese and English, beside the code that gives it. What readers of pages and data files read is a
/// string of the theme instead (`Languages`).
package struct LocalizedText: Sendable, Hashable {
  package var chinese: String
  package var english: String

  package init(_ chinese: String, en english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// A text that is the same in both languages: a name, a label from a source.
  package init(verbatim text: String) {
    self.init(text, en: text)
  }

  package subscript(language: MessageLanguage) -> String {
    switch language {
    case .simplifiedChinese: chinese
    case .english: english
    }
  }
}
