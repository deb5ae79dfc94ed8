internal import Bytes
internal import Diagnostics
internal import Publishing

/// Prints the findings of a check in one of the formats.
struct FindingsReport {
  let portal: PortalOptions
  let sources: PortalSources
  let language: MessageLanguage

  private func path(_ file: String) -> String { portal.shownPath(file) }

  func writeConsole(_ checked: CheckResult, to terminal: Terminal, color: Bool) {
    let lines = SourceLines(sources)
    let writer = ConsoleWriter(language: language, hasColor: color, path: path) { file, line in
      lines.line(line, of: file)
    }
    let list = ConsoleFindings(writer: writer, language: language, terminal: terminal, path: path)
    list.write(checked.findings.filter { !$0.isAccepted })
    if checked.accepted > 0 {
      let text = LocalizedText(
        "以下问题已由年报带理由认可，不影响发布：", en: "These findings are accepted with a reason and stop nothing:")
      terminal.write("\(text[language])\n")
      list.write(checked.findings.filter(\.isAccepted))
    }
    if checked.withheldFindings.isEmpty { return }
    let text = LocalizedText("以下年报不发布，其中的问题不影响发布：", en: "These reports are withheld; their findings stop nothing:")
    terminal.write("\(text[language])\n")
    list.write(checked.withheldFindings)
  }

  func writeSummary(_ checked: CheckResult, to terminal: Terminal) {
    let hints = checked.findings.count(of: .hint)
    let accepted = checked.accepted
    let more =
      accepted == 0 ? LocalizedText(verbatim: "") : LocalizedText("，另有 \(accepted) 个已认可", en: "; \(accepted) accepted")
    let counts = LocalizedText(
      "\(checked.reports) 份年报：\(checked.errors) 个错误，\(checked.warnings) 个警告，\(hints) 个提示\(more.chinese)。",
      en:
        "\(checked.reports) reports: \(checked.errors) errors, \(checked.warnings) warnings, \(hints) hints\(more.english)."
    )
    terminal.write("\(counts[language])\n")
    writeWithheldSummary(checked, to: terminal)
    for withheld in checked.withheld {
      let reason =
        switch withheld.reason {
        case .draft: LocalizedText("草稿", en: "draft")
        case .embargo(let day): LocalizedText("\(day) 起发布", en: "to be published on \(day)")
        }
      let text = LocalizedText(
        "暂不发布（\(reason.chinese)）：\(path(withheld.path)) \(withheld.title)",
        en: "Withheld (\(reason.english)): \(path(withheld.path)) \(withheld.title)")
      terminal.write("\(text[language])\n")
    }
  }

  /// The findings of drafts and embargoed reports stop nothing, so they are counted separately.
  private func writeWithheldSummary(_ checked: CheckResult, to terminal: Terminal) {
    let findings = checked.withheldFindings
    if findings.isEmpty { return }
    let (errors, warnings) = (findings.count(of: .error), findings.count(of: .warning))
    let hints = findings.count(of: .hint)
    let counts = LocalizedText(
      "暂不发布的年报另有 \(errors) 个错误，\(warnings) 个警告，\(hints) 个提示。",
      en: "In withheld reports: \(errors) errors, \(warnings) warnings, \(hints) hints.")
    terminal.write("\(counts[language])\n")
  }

  func writeJSON(_ checked: CheckResult) {
    var json = JSONWriter()
    json.object { json in
      json.field("version", 1)
      json.key("summary")
      json.object { json in
        json.field("reports", checked.reports)
        json.field("errors", checked.errors)
        json.field("warnings", checked.warnings)
        json.field("accepted", checked.accepted)
        json.field("withheld", checked.withheld.count)
      }
      json.key("findings")
      json.array { json in
        for finding in checked.findings { finding.write(to: &json, language: language, path: path) }
      }
      json.key("withheld_findings")
      json.array { json in
        for finding in checked.withheldFindings { finding.write(to: &json, language: language, path: path) }
      }
    }
    Terminal.standardOutput.write(TerminalText(json: json))
  }

  func writeSARIF(_ checked: CheckResult, kinds: [FindingKind]) {
    var json = JSONWriter()
    SARIFWriter(kinds: kinds, version: Gongkai.currentVersion, language: language) {
      portal.relativePath($0)
    }.write(checked.findings, withheld: checked.withheldFindings, to: &json)
    Terminal.standardOutput.write(TerminalText(json: json))
  }

  func writeGitHub(_ checked: CheckResult) {
    for finding in checked.findings + checked.withheldFindings.map(\.asHint) {
      Terminal.standardOutput.write(GitHubWriter.annotation(of: finding, language: language, path: path))
    }
  }
}

extension Finding {
  /// Findings in withheld reports do not block publication.
  fileprivate var asHint: Finding {
    var finding = self
    finding.severity = .hint
    return finding
  }
}
