internal import ArgumentParser
internal import Diagnostics
internal import Publishing

struct ExplainVerb: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "解释检查规则 Explain what a finding means.",
    discussion: """
      例 Examples:
        gongkai explain
        gongkai explain requests-balance
        gongkai explain --all --format markdown > docs/rules.md
      """)

  @Option(name: .customLong("lang"), help: "信息的语言 Language of messages: zh-Hans, en.")
  var language: String?

  @Flag(help: "解释全部规则 Explain all findings.")
  var all = false

  @Option(help: "输出格式 Format: text, markdown (in both languages).")
  var format = Format.text

  @Argument(
    help: "规则编号；不写则列出全部 The id of a finding; without it all are listed.",
    completion: .list(Catalogue.kinds.map(\.id)))
  var id: String?

  func validate() throws {
    if all, id != nil { throw ValidationError("--all: ID ✗") }
  }

  func run() throws {
    var options = PortalOptions()
    options.portal = "."
    options.language = language
    let language = options.language(of: nil)
    let asked: [FindingKind]
    if let id {
      guard let kind = Catalogue.kind(id) else {
        var message = LocalizedText("没有规则 \(id)", en: "there is no finding \(id)")[language]
        if let near = Suggestion.nearest(to: id, among: Catalogue.kinds.map(\.id)) {
          message += LocalizedText("。是否指 \(near)？", en: "; did you mean \(near)?")[language]
        }
        Terminal.standardError.write("gongkai: \(message)\n")
        throw ExitStatus.usage
      }
      asked = [kind]
    } else {
      asked = Catalogue.kinds
    }
    switch format {
    case .markdown:
      Terminal.standardOutput.write(all ? RuleHandbook.markdown(of: asked) : RuleHandbook.entries(of: asked))
    case .text where all || id != nil:
      Terminal.standardOutput.write(asked.map { RuleHandbook.text(of: $0, language) }.joined(separator: "\n\n"))
    case .text:
      let width = asked.map(\.id.count).max() ?? 0
      for kind in asked {
        let padding = String(repeating: " ", count: width - kind.id.count)
        Terminal.standardOutput.write("\(kind.id)\(padding)  \(kind.title[language])\n")
      }
    }
  }
}
