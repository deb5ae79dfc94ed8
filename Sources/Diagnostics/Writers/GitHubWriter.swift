/// Writes findings as annotations of GitHub Actions.
package enum GitHubWriter {
  package static func annotation(of finding: Finding, language: MessageLanguage, path: (String) -> String)
    -> TerminalText
  {
    let command =
      switch finding.isAccepted ? .hint : finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .hint: "notice"
      }
    var properties: [(String, String)] = []
    if let range = finding.range {
      properties = [
        ("file", path(range.file)), ("line", "\(range.line)"), ("endLine", "\(range.endLine)"),
        ("col", "\(range.column)"), ("endColumn", "\(range.endColumn)"),
      ]
    }
    properties.append(("title", finding.kind.id))
    let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }.joined(separator: ",")
    let accepted = finding.acceptance.map {
      LocalizedText("已认可：\($0.reason)", en: "accepted: \($0.reason)")[language]
    }
    let message = [finding.message[language], finding.help?[language], accepted].compactMap { $0 }
      .joined(separator: "\n")
    return TerminalText(safe: "::\(command) \(list)::\(escaped(message, isProperty: false))\n")
  }

  /// Works on scalars, because a combining accent after a special character would hide it from a comparison of
  /// characters.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    var plain = String.UnicodeScalarView()
    func take(_ code: String) {
      VisibleText.append(String(plain), to: &result)
      plain.removeAll()
      result += code
    }
    // A placeholder: the text does not start a line, so a leading `::` needs no escaping.
    result = "|"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": take("%25")
      case "\r": take("%0D")
      case "\n": take("%0A")
      case ":" where isProperty: take("%3A")
      case "," where isProperty: take("%2C")
      default: plain.append(scalar)
      }
    }
    take("")
    return String(result.unicodeScalars.dropFirst())
  }
}
