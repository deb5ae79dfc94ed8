internal import ArgumentParser
internal import Diagnostics

/// Help in the language of messages, which is known before the command line is parsed.
extension String {
  static func text(_ chinese: String, en english: String) -> String {
    LocalizedText(chinese, en: english)[LanguageOption.ofCommandLine]
  }

  static func text(_ chinese: String, en english: String, examples: [String]) -> String {
    "\(text(chinese, en: english))\n\n\(Self.examples(examples))"
  }

  static func examples(_ commands: [String]) -> String {
    ([text("例：", en: "Examples:")] + commands.map { "  \($0)" }).joined(separator: "\n")
  }
}

extension ArgumentHelp {
  static func text(_ chinese: String, en english: String) -> ArgumentHelp {
    ArgumentHelp(String.text(chinese, en: english))
  }
}
