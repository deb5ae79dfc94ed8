/// Writes findings as annotations of GitHub Actions.
package enum GitHubWriter {
  package static func annotation(of finding: Finding, language: Language, path: (String) -> String) -> String {
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
    return "::\(command) \(list)::\(escaped(message, isProperty: false))"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case "\r\n": result += "%0D%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.append(character)
      }
    }
  }
}
