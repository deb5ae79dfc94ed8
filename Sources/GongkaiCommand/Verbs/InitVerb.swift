internal import ArgumentParser
internal import Diagnostics
internal import Languages
internal import Markup
internal import Portal
internal import Publishing
internal import Reports

struct InitVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: .text("建立一个新门户。", en: "Make a new portal."),
    discussion: .text(
      "逐项询问，或用选项写明；--yes 不询问，没有写明的用占位的值。建好即可 gongkai build。",
      en: "Asks for what no option states; --yes asks nothing and takes placeholders. The new portal builds at once.",
      examples: [
        "gongkai init nianbao",
        "gongkai init --yes --region 530199=云溪区 --agency liulin=柳林街道办事处",
      ]))

  @OptionGroup var messages: LanguageOption

  @Flag(help: .text("不询问。", en: "Ask nothing."))
  var yes = false

  @Option(help: .text("门户名称。", en: "Name of the portal."))
  var name: String?

  @Option(help: .text("主办单位。", en: "Who publishes it."))
  var publisher: String?

  @Option(name: .customLong("base-url"), help: .text("发布后的网址。", en: "Where it will be published."))
  var baseURL: String?

  @Option(help: .text("网页的语言，用逗号分隔：zh-Hans、en。", en: "Languages of the pages, with commas: zh-Hans, en."))
  var languages: String?

  @Option(help: .text("地区，代码=名称。", en: "Region, CODE=NAME."))
  var region: String?

  @Option(help: .text("第一个机关，标识=名称。", en: "First agency, ID=NAME."))
  var agency: String?

  @Option(help: .text("第一份年报的年度；默认为上一年。", en: "Year of the first report; by default the last one."))
  var year: Int?

  @Argument(help: .text("文件夹。", en: "Folder."), completion: .directory)
  var folder = "."

  func validate() throws {
    if let baseURL, !WebAddress.isBase(baseURL) { throw ValidationError("--base-url: https://www.example.gov.cn/nb/") }
    if let languages, Self.languages(languages) == nil { throw ValidationError("--languages: zh-Hans,en") }
    if let region, NewPortal.Named(region) == nil { throw ValidationError("--region: 530199=云溪区") }
    if let agency, NewPortal.Named(agency) == nil { throw ValidationError("--agency: liulin=云溪区柳林街道办事处") }
    if let year, FormLibrary.builtIn.form(inForceIn: year) == nil {
      throw ValidationError("--year: \(NewPortal.lastYear)")
    }
  }

  func run() throws {
    let output = NewFiles(language: messages.language(of: nil))
    if FileManagement.isFolder("\(folder)/Content") {
      throw output.refusal(
        LocalizedText("\(folder) 里已有 Content，已经是门户", en: "\(folder) has a folder Content and is a portal already"))
    }
    let portal = values(output.language)
    guard let form = FormLibrary.builtIn.form(inForceIn: portal.year) else {
      throw output.refusal(LocalizedText("没有适用于 \(portal.year) 年的格式", en: "there is no form for \(portal.year)"))
    }
    for (path, text) in portal.files(form) {
      let file = folder == "." ? path : "\(folder)/\(path)"
      // What is there already, such as a .gitignore, is the office's own.
      if FileManagement.exists(file) { continue }
      try output.create(file, text)
    }
    let next = LocalizedText(
      "下一步：填写 \(portal.reportPath)，用 gongkai check 检查，用 gongkai build 发布。",
      en: "Next: fill in \(portal.reportPath), check it with gongkai check, publish with gongkai build.")
    Terminal.standardOutput.write("\(next[output.language])\n")
  }

  /// The values of the options, of the answers, or placeholders.
  private func values(_ language: MessageLanguage) -> NewPortal {
    var portal = NewPortal(language)
    if let languages { portal.languages = Self.languages(languages) ?? portal.languages }
    let questions = yes ? nil : Questions(language: language)
    func value<Value>(
      _ option: String?, _ question: LocalizedText, _ proposal: String, _ read: (String) -> Value?
    ) -> Value? {
      option.flatMap(read) ?? questions.flatMap { option == nil ? $0.ask(question, proposal: proposal, read) : nil }
    }
    if let name = value(name, LocalizedText("门户名称", en: "Name of the portal"), portal.name, { $0 }) {
      portal.name = name
    }
    if let publisher = value(publisher, LocalizedText("主办单位", en: "Who publishes it"), portal.publisher, { $0 }) {
      portal.publisher = publisher
    }
    let address = LocalizedText("发布后的网址", en: "Where it will be published")
    if let baseURL = value(baseURL, address, portal.baseURL, { WebAddress.isBase($0) ? $0 : nil }) {
      portal.baseURL = baseURL
    }
    let region = LocalizedText("地区（代码=名称）", en: "Region (CODE=NAME)")
    if let region = value(self.region, region, "\(portal.region.id)=\(portal.region.name)", NewPortal.Named.init(_:)) {
      portal.region = region
    }
    let agency = LocalizedText("第一个机关（标识=名称）", en: "First agency (ID=NAME)")
    if let agency = value(self.agency, agency, "\(portal.agency.id)=\(portal.agency.name)", NewPortal.Named.init(_:)) {
      portal.agency = agency
    }
    portal.year = year ?? portal.year
    return portal
  }

  /// - Returns: `nil` if there is none, one is named twice, or one has no built-in strings.
  private static func languages(_ text: String) -> [Language]? {
    let names = text.split { ", ".contains($0) }
    let languages = names.compactMap { Language.meant(by: String($0)) }
    return languages.isEmpty || Set(languages).count != names.count ? nil : languages
  }
}
