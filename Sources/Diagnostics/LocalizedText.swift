/// A language that messages and pages are written in.
package enum Language: String, Sendable, CaseIterable {
  case simplifiedChinese = "zh-Hans"
  case english = "en"

  /// Matches a tag (`zh-CN`, `en`) or a value of `LANG` (`zh_CN.UTF-8`).
  ///
  /// An unset locale, `C` and `POSIX` say nothing about a language and give `nil`.
  package init?(matching tag: String) {
    switch tag.lowercased().prefix(2) {
    case "zh": self = .simplifiedChinese
    case "en": self = .english
    default: return nil
    }
  }

  /// The language's own name.
  package var nativeName: String {
    switch self {
    case .simplifiedChinese: "简体中文"
    case .english: "English"
    }
  }
}

/// A text in each language that the tool speaks.
package struct LocalizedText: Sendable, Hashable {
  package var chinese: String
  package var english: String

  package init(_ chinese: String, en english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// A text that reads the same in every language: a name, a label from a source.
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
