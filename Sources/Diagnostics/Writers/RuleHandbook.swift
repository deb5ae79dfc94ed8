/// What `gongkai explain` prints: one finding for a terminal, or all of them as a page of documentation.
package enum RuleHandbook {
  package static func text(of kind: FindingKind, _ language: MessageLanguage) -> String {
    var text =
      "\(kind.id) (\(kind.severity.label[language]))\n\(kind.title[language])\n\n\(kind.explanation[language])\n"
    if !kind.example.isEmpty {
      let lines = kind.example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
      text += "\n\(LocalizedText("例", en: "Example")[language]):\n\n\(lines.joined(separator: "\n"))\n"
    }
    if let source = kind.source { text += "\n\(LocalizedText("依据", en: "Source")[language]): \(source[language])\n" }
    return text + "\n\(kind.concession.label[language])\n"
  }

  /// The page `docs/rules.md`, in Chinese and English.
  package static func markdown(of kinds: [FindingKind]) -> String {
    var text = """
      # 检查规则 Rules

      <!-- Written by `gongkai explain --all --format markdown`; do not edit. -->

      每条检查结果都有编号。严重程度可以在 `site.yaml` 里按门户调整（`off` 为不检查），也可以在年报的文首信息里带理由认可；各条规则注明哪一种可以。
      Every finding has an id. A portal sets severities in `site.yaml` (`off` leaves a rule out), and a report accepts a
      finding in its front matter with a reason; each rule says which of the two it allows.

      ```yaml
      # Content/site.yaml
      rules: {blank-cells: hint, raw-html: "off"}

      # Content/reports/2023/liulin.md
      accepted:
        - {finding: requests-balance, cell: requests.new.total, reason: 原件如此, by: 区档案馆, date: 2025-03-01}
      ```

      | 编号 Id | 程度 Severity | |
      |---|---|---|

      """
    for kind in kinds {
      text += "| [\(kind.id)](#\(kind.id)) | \(kind.severity.label.chinese) \(kind.severity.label.english) "
      text += "| \(kind.title.chinese) \(kind.title.english) |\n"
    }
    return text + "\n" + entries(of: kinds)
  }

  /// The entries of some findings, without the rest of the page.
  package static func entries(of kinds: [FindingKind]) -> String {
    kinds.map(entry).joined(separator: "\n")
  }

  private static func entry(_ kind: FindingKind) -> String {
    var text = "## \(kind.id)\n\n"
    text += "**\(kind.title.chinese)** \(kind.title.english)\n\n"
    text += "\(literal(kind.explanation.chinese))\n\n\(literal(kind.explanation.english))\n\n"
    if !kind.example.isEmpty { text += "```text\n\(kind.example)\n```\n\n" }
    if let source = kind.source { text += "- 依据 Source: \(source.chinese) \(source.english)\n" }
    let severity = kind.severity.label
    text += "- 程度 Severity: \(severity.chinese) \(severity.english)\n"
    return text + "- \(kind.concession.label.chinese) \(kind.concession.label.english)\n"
  }

  /// Escapes the characters that Markdown would take for markup.
  private static func literal(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "<*_#|[".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}

extension Severity {
  package var label: LocalizedText {
    switch self {
    case .error: LocalizedText("错误", en: "error")
    case .warning: LocalizedText("警告", en: "warning")
    case .hint: LocalizedText("提示", en: "hint")
    }
  }
}

extension FindingKind.Concession {
  package var label: LocalizedText {
    switch self {
    case .none: LocalizedText("不能认可，也不能调整。", en: "It can be neither accepted nor turned down.")
    case .acceptance:
      LocalizedText("年报可以带理由认可；门户不能调整。", en: "A report may accept it with a reason; a portal cannot turn it down.")
    case .severity:
      LocalizedText("年报可以带理由认可；门户可以调整。", en: "A report may accept it with a reason; a portal may set its severity.")
    }
  }
}
