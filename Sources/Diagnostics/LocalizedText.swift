/// A language that messages and pages are written in.
package enum Language: String, Sendable, CaseIterable {
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

  /// The name of the language in the language itself.
  package var nativeName: String {
    switch self {
    case .simplifiedChinese: "简体中文"
    case .english: "English"
    }
  }
}

/// A text in every language of the tool.
package struct LocalizedText: Sendable, Hashable {
  package var chinese: String
  package var english: String

  package init(_ chinese: String, en english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// A text that is the same in every language: a name, a label from a source.
  package init(verbatim text: String) {
    self.init(text, en: text)
  }

  package subscript(language: Language) -> String {
    switch language {
    case .simplifiedChinese: chinese
    case .english: english
    }
  }
}
