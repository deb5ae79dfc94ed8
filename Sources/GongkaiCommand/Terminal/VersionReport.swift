internal import DataFiles
internal import Diagnostics
internal import Markup
internal import Publishing

/// The output of `--version`: the version of the program and of each library it runs with, one per line.
struct VersionReport {
  let libraries: [LibraryVersion]

  /// - Parameter more: Libraries that only the executable knows about.
  init(more: [LibraryVersion]) {
    let swift = LibraryVersion("Swift", "\(_SwiftStdlibVersion.current)")
    libraries =
      ParserLibraries.versions + DataFileLibraries.versions + PublishingLibraries.versions + more + [swift]
  }

  var text: TerminalText {
    var text: TerminalText = "gongkai \(Gongkai.currentVersion)\n"
    for library in libraries { text += "\(library.name) \(library.version)\n" }
    let language = LanguageOption.languageOfEnvironment ?? .simplifiedChinese
    for library in libraries {
      guard let warning = library.warning else { continue }
      let mark = LocalizedText(
        "警告：\(library.name) \(library.version) ", en: "warning: \(library.name) \(library.version) ")
      text += "\(mark[language])\(warning[language])\n"
    }
    return text
  }
}
