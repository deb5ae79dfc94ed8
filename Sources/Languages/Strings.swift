package import Diagnostics

/// What readers read in one language, other than what reports and forms state.
///
/// It is made once for a build; after that a string without placeholders is an element of an array.
package final class Strings: Sendable {
  package let language: Language
  /// The name of the language in the language itself.
  package let name: String
  /// The language of the messages of findings on its pages.
  package let messages: MessageLanguage
  /// The languages in which labels are shown that a form does not have in this language.
  let fallbacks: [Language]
  /// By index of the key.
  private let patterns: [StringPattern]

  /// - Parameters:
  ///   - file: It must have all keys of the program; the built-in strings in English stand in for missing ones.
  ///   - languages: Those of the portal.
  package init(_ language: Language, _ file: StringsFile, languages: [Language]) {
    self.language = language
    fallbacks = languages.filter { $0 != language }
    let base = StringsFile.builtIn(language == .simplifiedChinese ? .simplifiedChinese : .english)
    patterns = StringKey.all.map { file.patterns[$0] ?? base.patterns[$0] ?? StringPattern("") }
    name = patterns[StringKey("language.name").index].text
    messages = MessageLanguage(matching: patterns[StringKey("language.messages").index].text) ?? .simplifiedChinese
  }

  /// Keys of the program that a file of strings lacks, sorted.
  package static func missing(in file: StringsFile) -> [String] { StringKey.all.filter { file.patterns[$0] == nil } }

  package subscript(_ key: StringKey) -> String { patterns[key.index].other.text }

  /// The literals and placeholders of a string.
  package func pieces(_ key: StringKey) -> [StringPattern.Piece] {
    let form = patterns[key.index].other
    return form.pieces.isEmpty ? [.literal(form.text)] : form.pieces
  }

  /// A string with its placeholders filled in. A placeholder without an argument stays as it is written.
  func text(_ key: StringKey, _ arguments: [Text.Argument]) -> String {
    let pattern = patterns[key.index]
    var form = pattern.other
    if let one = pattern.one, arguments.contains(where: { $0.name == "count" && $0.value == .number(1) }) { form = one }
    if form.pieces.isEmpty { return form.text }
    var text = ""
    for piece in form.pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .placeholder(let name):
        switch arguments.first(where: { $0.name == name })?.value {
        case .number(let number): text += String(number)
        case .string(let string): text += string
        case .text(let inner): text += inner[self]
        case nil: text += "{\(name)}"
        }
      }
    }
    return text
  }
}

/// The strings of a portal.
package struct SiteStrings: Sendable {
  /// Those of its pages, in the order of `site.yaml`.
  package let languages: [Strings]
  /// Those that data files always have.
  package let chinese, english: Strings
  /// Those of its data files: Chinese, English, and the other languages of its pages.
  package let all: [Strings]

  /// - Parameter file: Reads the strings of a language.
  package init(_ languages: [Language], _ file: (Language) -> StringsFile = StringsFile.builtIn) {
    func strings(_ language: Language) -> Strings { Strings(language, file(language), languages: languages) }
    self.languages = languages.map(strings)
    chinese = self.languages.first { $0.language == .simplifiedChinese } ?? strings(.simplifiedChinese)
    english = self.languages.first { $0.language == .english } ?? strings(.english)
    all = [chinese, english] + self.languages.filter { ![.simplifiedChinese, .english].contains($0.language) }
  }

  /// Those of the first language of the portal.
  package var first: Strings { languages[0] }

  package subscript(_ language: Language) -> Strings? { languages.first { $0.language == language } }
}
