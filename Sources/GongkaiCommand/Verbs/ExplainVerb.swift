internal import ArgumentParser
internal import Diagnostics
internal import Publishing
internal import Reports

struct ExplainVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "解释检查规则 Explain what a finding means.",
    discussion: """
      例 Examples:
        gongkai explain
        gongkai explain requests-balance
        gongkai explain -C /srv/nianbao
      """)

  @OptionGroup var portal: PortalOptions

  @Argument(
    help: "规则编号；不写则列出全部 The id of a finding; without it all are listed.",
    completion: .list(Catalogue.kinds.map(\.id)))
  var id: String?

  func run() throws {
    // The rules that a portal's own forms declare are known where there is a portal.
    let sources = portal.isNamed || FileManagement.exists("Content") ? try portal.sources(jobs: 1) : nil
    let language = portal.language(of: nil)
    let own = sources.map { $0.forms.ruleKinds.filter { Catalogue.kind($0.id) == nil } } ?? []
    let kinds = Catalogue.kinds + own
    guard let id else {
      let width = kinds.map(\.id.count).max() ?? 0
      for kind in kinds {
        let padding = String(repeating: " ", count: width - kind.id.count)
        Terminal.standardOutput.write("\(kind.id)\(padding)  \(kind.title[language])\n")
      }
      return
    }
    guard let kind = kinds.first(where: { $0.id == id }) else {
      var message = LocalizedText("没有规则 \(id)", en: "there is no finding \(id)")[language]
      if let near = Suggestion.nearest(to: id, among: kinds.map(\.id)) {
        message += LocalizedText("。是否指 \(near)？", en: "; did you mean \(near)?")[language]
      }
      Terminal.standardError.write("gongkai: \(message)\n")
      throw ExitStatus.usage
    }
    Terminal.standardOutput.write(text(of: kind, language))
  }

  private func text(of kind: FindingKind, _ language: Language) -> String {
    let severity =
      switch kind.severity {
      case .error: LocalizedText("错误", en: "error")
      case .warning: LocalizedText("警告", en: "warning")
      case .hint: LocalizedText("提示", en: "hint")
      }
    var text = "\(kind.id) (\(severity[language]))\n\(kind.title[language])\n\n\(kind.explanation[language])\n"
    if !kind.example.isEmpty {
      let lines = kind.example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
      text += "\n\(LocalizedText("例", en: "Example")[language]):\n\n\(lines.joined(separator: "\n"))\n"
    }
    if let source = kind.source { text += "\n\(LocalizedText("依据", en: "Source")[language]): \(source[language])\n" }
    return text
  }
}
