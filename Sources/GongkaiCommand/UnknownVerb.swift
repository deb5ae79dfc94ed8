internal import ArgumentParser
internal import Diagnostics

/// A command line whose first word is not a verb. The parser would only call it an unexpected argument.
struct UnknownVerb {
  let message: LocalizedText

  /// - Returns: `nil` if the first word is a verb or an option.
  init?(_ arguments: [String]) {
    guard let word = arguments.first, !word.hasPrefix("-"), !word.isEmpty else { return nil }
    let verbs = Gongkai.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if verbs.contains(word) { return nil }
    let near = Suggestion.nearest(to: word, among: verbs)
    message = LocalizedText(
      "没有命令 \(word)\(near.map { "，是否指 \($0)？" } ?? "；gongkai --help 列出所有命令")",
      en: "there is no command \(word)\(near.map { "; did you mean \($0)?" } ?? "; gongkai --help lists all of them")")
  }
}
