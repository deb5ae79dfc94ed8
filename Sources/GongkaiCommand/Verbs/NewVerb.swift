internal import ArgumentParser
internal import Diagnostics
internal import Markup
internal import Portal
internal import Publishing
internal import Reports

struct NewVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: .text("写出空白年报或机关登记文件。", en: "Write a blank report or an agency's file."),
    subcommands: [NewReport.self, NewAgency.self])
}

struct NewReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: .text("写出一份空白年报（草稿）。", en: "Write a blank report, a draft to fill in."),
    discussion: .examples([
      "gongkai new report liulin 2025"
    ]))

  @OptionGroup var portal: PortalOptions

  @Option(help: .text("格式编号；默认为该年度适用的格式。", en: "Id of the form; by default the one in force in that year."))
  var form: String?

  @Argument(help: .text("机关标识。", en: "Id of the agency."))
  var agency: String

  @Argument(help: .text("年度。", en: "Year."))
  var year: Int

  func run() throws {
    let sources = try portal.sources(jobs: 1)
    let output = NewFiles(language: portal.language(of: sources.site))
    guard let registered = sources.registry[agency: agency] else {
      let near = Suggestion.nearest(to: agency, among: sources.registry.agencies.map(\.id))
      throw output.refusal(
        LocalizedText(
          "机关 \(agency) 没有登记\(near.map { "，是否指 \($0)？" } ?? "；先用 gongkai new agency 登记")",
          en:
            "the agency \(agency) is not registered\(near.map { "; did you mean \($0)?" } ?? "; register it with `gongkai new agency`")"
        ))
    }
    if let form, sources.forms.form(id: form) == nil {
      let near = Suggestion.nearest(to: form, among: sources.forms.forms.map(\.id))
      throw output.refusal(
        LocalizedText(
          "没有表单 \(form)\(near.map { "，是否指 \($0)？" } ?? "；gongkai list forms 列出所有表单")",
          en:
            "there is no form \(form)\(near.map { "; did you mean \($0)?" } ?? "; `gongkai list forms` lists all of them")"
        ))
    }
    guard CalendarDate.years.contains(year),
      let form = form.map({ sources.forms.form(id: $0) }) ?? sources.forms.form(inForceIn: year)
    else {
      throw output.refusal(LocalizedText("没有适用于 \(year) 年的表单", en: "there is no form for \(year)"))
    }
    let blank = BlankReport(form: form, agency: agency, agencyName: registered.name(in: year), year: year)
    try output.create(portal.shownPath("reports/\(year)/\(agency).md"), blank.markdown)
  }
}

struct NewAgency: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agency", abstract: .text("写出机关登记文件。", en: "Write the file of an agency."),
    discussion: .examples([
      "gongkai new agency liulin --name 云溪区柳林街道办事处 --region 530199 --kind dispatched"
    ]))

  @OptionGroup var portal: PortalOptions

  @Option(help: .text("机关名称。", en: "Name."))
  var name: String

  @Option(help: .text("地区代码。", en: "Code of the region."))
  var region: String

  @Option(help: "government | government_office | department | dispatched | institution")
  var kind = "department"

  @Argument(
    help: .text("机关标识，用作文件名和网址（小写字母、数字、连字符）。", en: "Id, used as the name of its file and in its URL (a-z, 0-9, -)."))
  var id: String

  func validate() throws {
    let isValid =
      !id.isEmpty && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    if !isValid { throw ValidationError("id: a-z, 0-9, -") }
    if Agency.Kind(rawValue: kind) == nil {
      throw ValidationError("--kind: \(Agency.Kind.allCases.map(\.rawValue).joined(separator: " | "))")
    }
  }

  func run() throws {
    let sources = try portal.sources(jobs: 1)
    let output = NewFiles(language: portal.language(of: sources.site))
    guard sources.registry.regions[region] != nil else {
      throw output.refusal(
        LocalizedText("地区 \(region) 没有登记在 regions.yaml", en: "the region \(region) is not in regions.yaml"))
    }
    let text = "---\nname: \(YAMLText.quoted(name))\nregion: \"\(region)\"\nkind: \(kind)\n---\n"
    try output.create(portal.shownPath("agencies/\(id).md"), text)
  }
}
