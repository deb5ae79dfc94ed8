package import Diagnostics
package import Markup

/// The strings of a language in a file, by key.
package struct StringsFile: Sendable {
  /// Something that is wrong in a file, and where.
  package struct Fault {
    package let span: Span
    package let message: LocalizedText
  }

  package private(set) var patterns: [String: StringPattern] = [:]
  package private(set) var faults: [Fault] = []

  /// - Parameter value: A mapping of keys to texts, or to `one` and `other` for a text with a count.
  package init(_ value: YAMLValue?) {
    for entry in value?.entries ?? [] where patterns[entry.key] == nil {
      if let text = entry.value.text {
        patterns[entry.key] = StringPattern(text)
      } else if let other = entry.value["other"]?.text, Self.isPlural(entry.value) {
        patterns[entry.key] = StringPattern(other, one: entry.value["one"]?.text)
      } else {
        let expected = LocalizedText(
          "\(entry.key) 应是一段文字，或 one 和 other 两段", en: "\(entry.key) should be a text, or one and other")
        faults.append(Fault(span: entry.keySpan, message: expected))
      }
    }
  }

  private static func isPlural(_ value: YAMLValue) -> Bool {
    value.entries?.allSatisfy { ["one", "other"].contains($0.key) && $0.value.text != nil } ?? false
  }

  /// Faults of placeholders for which the program has no value.
  package static func unknownPlaceholders(in value: YAMLValue?) -> [Fault] {
    let file = StringsFile(value)
    return (value?.entries ?? []).compactMap { entry in
      guard let pattern = file.patterns[entry.key], let known = builtIn(.simplifiedChinese).patterns[entry.key],
        let name = pattern.placeholders.subtracting(known.placeholders).min()
      else { return nil }
      let names = known.placeholders.sorted().map { "{\($0)}" }.joined(separator: " ")
      return Fault(
        span: entry.keySpan,
        message: LocalizedText(
          "\(entry.key) 没有占位符 {\(name)}" + (names.isEmpty ? "" : "，可用的是 \(names)"),
          en: "\(entry.key) has no placeholder {\(name)}" + (names.isEmpty ? "" : "; there are \(names)")))
    }
  }

  /// Completes it with the strings of another file in the same language.
  package mutating func merge(_ base: StringsFile) {
    patterns.merge(base.patterns) { own, _ in own }
    faults += base.faults
  }

  /// Adds a string if there is none with the key.
  package mutating func set(_ pattern: StringPattern, of key: String) {
    if patterns[key] == nil { patterns[key] = pattern }
  }

  // MARK: Built in

  /// The files of strings that are part of the program: their paths, and their texts.
  package static var builtInFiles: [(path: String, text: StaticString)] { embeddedFiles }

  private static let chinese = read(.simplifiedChinese)
  private static let english = read(.english)

  /// The built-in strings of a language; none for a language other than Chinese and English.
  package static func builtIn(_ language: Language) -> StringsFile {
    switch language {
    case .simplifiedChinese: chinese
    case .english: english
    default: StringsFile(nil)
    }
  }

  /// Whether a file is the built-in one of a language, which need not be read again.
  package static func isBuiltIn(_ bytes: [UInt8], in language: Language) -> Bool {
    guard [.simplifiedChinese, .english].contains(language), let text = text(of: language)?.text else { return false }
    return bytes.count == text.utf8CodeUnitCount && text.withUTF8Buffer { $0.elementsEqual(bytes) }
  }

  private static func text(of language: Language) -> (path: String, text: StaticString)? {
    embeddedFiles.first { $0.path.hasSuffix("/strings/\(language.tag).yaml") }
  }

  private static func read(_ language: Language) -> StringsFile {
    guard let file = text(of: language) else {
      preconditionFailure("there are no built-in strings in \(language.tag)")
    }
    var findings: [Finding] = []
    return StringsFile(YAMLReader.read(SourceFile(path: file.path, text: "\(file.text)"), findings: &findings))
  }
}
