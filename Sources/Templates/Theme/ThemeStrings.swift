internal import Diagnostics
internal import Languages
internal import Markup

/// Reads the strings of a theme in a language: its own, and those of the themes that it extends.
struct ThemeStrings {
  let folder: ThemeFolder
  let language: Language

  private var path: String { "strings/\(language.tag).yaml" }

  /// The strings of layouts and of the program. Built-in strings of the program are used where a theme has none.
  ///
  /// - Parameter isOfPages: Whether the portal has pages in the language, so that no string may be missing.
  func read(isOfPages: Bool, _ findings: inout [Finding]) -> StringsFile {
    var strings = StringsFile(nil)
    let sources = [folder.sources[path]].compactMap { $0 } + (folder.baseStrings[path] ?? [])
    for source in sources {
      if StringsFile.isBuiltIn(source.bytes, in: language) {
        strings.merge(.builtIn(language))
        continue
      }
      let value = YAMLReader.read(source, findings: &findings)
      let file = StringsFile(value)
      findings += (file.faults + StringsFile.unknownPlaceholders(in: value)).map { fault in
        Finding(ThemeFindings.stringMismatch, at: source.range(of: fault.span), fault.message)
      }
      strings.merge(file)
    }
    for (key, pattern) in StringsFile.builtIn(language).patterns where StringKey.isOfProgram(key) {
      strings.set(pattern, of: key)
    }
    if isOfPages { findings += missing(from: strings, sources.first) }
    return strings
  }

  private func missing(from strings: StringsFile, _ source: SourceFile?) -> [Finding] {
    guard let source else {
      if !strings.patterns.isEmpty { return [] }
      return [
        Finding(
          ThemeFindings.missingString, at: SourceRange(file: "Themes/\(folder.name)/\(path)"),
          LocalizedText(
            "主题 \(folder.name) 没有 \(language.tag) 的字符串文件 \(path)",
            en: "the theme \(folder.name) has no file of strings \(path)"))
      ]
    }
    let missing = Strings.missing(in: strings)
    guard let first = missing.first else { return [] }
    return [
      Finding(
        ThemeFindings.missingString, at: source.range(ofLine: 1),
        LocalizedText(
          "\(language.tag) 缺少程序所用的 \(missing.count) 个字符串，第一个是 \(first)",
          en: "\(missing.count) strings that the program uses are missing in \(language.tag), the first is \(first)"))
    ]
  }
}
