internal import Diagnostics
internal import Publishing

/// Shows the progress of a build in one line of a terminal; prints nothing elsewhere.
enum ProgressLine {
  static func make(_ language: MessageLanguage) -> Progress {
    let terminal = Terminal.standardError
    guard terminal.isInteractive else { return .none }
    let words = LocalizedText("处理年报", en: "reports")
    return Progress { done, total in
      // A short run needs no progress.
      guard total >= 500 else { return }
      let end: TerminalText = done == total ? "\r\u{1B}[K" : ""
      terminal.write("\r\(words[language]) \(done)/\(total)\(end)")
    }
  }
}
