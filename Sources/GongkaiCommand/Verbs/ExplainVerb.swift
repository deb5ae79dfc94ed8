internal import ArgumentParser
internal import Diagnostics
internal import Publishing

struct ExplainVerb: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: .text("解释检查规则。", en: "Explain what a finding means."),
    discussion: .examples([
      "gongkai explain",
      "gongkai explain requests-balance",
      "gongkai explain -C /srv/nianbao",
      "gongkai explain --all --format markdown > docs/rules.md",
    ]))

  @OptionGroup var portal: PortalOptions

  @Flag(help: .text("解释全部规则。", en: "Explain all findings."))
  var all = false

  @Option(help: .text("输出格式：text、markdown（中英文）。", en: "Format: text, markdown (in both languages)."))
  var format = Format.text

  @Argument(
    help: .text("规则编号；不写则列出全部规则。", en: "The id of a finding; without it all are listed."),
    completion: .list(Catalogue.kinds.map(\.id)))
  var id: String?

  func validate() throws {
    if all, id != nil { throw ValidationError("--all: ID ✗") }
  }

  func run() throws {
    let language = portal.language(of: nil)
    let asked = try id.map { [try kind($0, language)] } ?? kinds()
    switch format {
    case .markdown:
      Terminal.standardOutput.write(
        "\(lines: all ? RuleHandbook.markdown(of: asked) : RuleHandbook.entries(of: asked))")
    case .text where all || id != nil:
      Terminal.standardOutput.write(
        "\(lines: asked.map { RuleHandbook.text(of: $0, language) }.joined(separator: "\n\n"))")
    case .text:
      let width = asked.map(\.id.count).max() ?? 0
      for kind in asked {
        let padding = String(repeating: " ", count: width - kind.id.count)
        Terminal.standardOutput.write("\(kind.id)\(padding)  \(kind.title[language])\n")
      }
    }
  }

  /// The kinds of findings of every portal, and those of the rules that the portal's own forms declare, if there is a
  /// portal. The handbook covers only this program.
  private func kinds() throws -> [FindingKind] {
    guard portal.isNamed || (!all && FileManagement.exists("Content")) else { return Catalogue.kinds }
    return try portal.sources(jobs: 1).kinds
  }

  private func kind(_ id: String, _ language: MessageLanguage) throws -> FindingKind {
    let kinds = try kinds()
    if let kind = kinds.first(where: { $0.id == id }) { return kind }
    var message = LocalizedText("没有规则 \(id)", en: "there is no finding \(id)")[language]
    if let near = Suggestion.nearest(to: id, among: kinds.map(\.id)) {
      message += LocalizedText("。是否指 \(near)？", en: "; did you mean \(near)?")[language]
    }
    Terminal.standardError.write("gongkai: \(message)\n")
    throw ExitStatus.usage
  }
}
