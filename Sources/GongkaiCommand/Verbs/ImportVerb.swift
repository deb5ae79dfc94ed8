internal import ArgumentParser
internal import Diagnostics
internal import Importing
internal import Portal
internal import Publishing
internal import Reports
internal import SearchIndex

struct ImportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: .text("把已有的年报变成源文件。", en: "Make sources of reports that exist as files of any kind."),
    discussion: .text(
      "每个文件写成 Content/reports/<年>/<机关>.md（草稿）；放不进表单的数字逐一列出。可读网页、文本、docx、xlsx、Markdown、已发布的 JSON；PDF 需要 pdftotext，doc、wps、xls、et 需要 LibreOffice。退出码：0 全部就位，1 有未就位或读不出的，2 用法错误。",
      en:
        "Each file becomes Content/reports/<year>/<agency>.md, a draft; figures that fit no cell are listed. Web pages, text, docx, xlsx, Markdown and published JSON are read, PDF with pdftotext, doc, wps, xls and et with LibreOffice. Exit codes: 0 everything was placed, 1 something could not be placed or read, 2 wrong usage.",
      examples: [
        "gongkai import -C /srv/nianbao taihe-2023.html",
        "gongkai import --agency liulin --published 2024-01-25 --publish liulin.docx",
        "gongkai import --register archive/2019",
      ]))

  @OptionGroup var portal: PortalOptions

  @Option(help: .text("机关标识；默认按标题识别。", en: "Id of the agency; by default told by the title."))
  var agency: String?

  @Option(help: .text("年度；默认按标题识别。", en: "Year of the report; by default told by the title."))
  var year: Int?

  @Option(
    help: .text(
      "发布日期，如 2024-01-25；文件本身没有时采用。", en: "Day of publication, such as 2024-01-25, where the file states none."))
  var published: String?

  @Flag(
    help: .text("全部数字就位且知道发布日期时，不作草稿。", en: "No draft where everything was placed and the day of publication is known.")
  )
  var publish = false

  @Flag(help: .text("把原件放在源文件旁边，并记下其 SHA-256。", en: "Keep the original beside the source, with its SHA-256."))
  var keepOriginal = false

  @Flag(help: .text("只说结果，不写文件。", en: "Say what would be written, and write nothing."))
  var dryRun = false

  @Flag(help: .text("替换已有的源文件。", en: "Replace sources that exist."))
  var force = false

  @Flag(help: .text("没有登记的机关，写出登记文件。", en: "Write the files of agencies that are not registered."))
  var register = false

  @Option(help: .text("输出格式。", en: "Format of the result."))
  var format = ImportReport.Format.console

  @Argument(help: .text("文件或文件夹。", en: "Files and folders."), completion: .file())
  var files: [String]

  func validate() throws {
    if let published, CalendarDate(published) == nil { throw ValidationError("--published: 2024-01-25") }
    if let year, !CalendarDate.years.contains(year) { throw ValidationError("--year: 2024") }
    if let agency, !ReportImporter.Agency.isID(agency) { throw ValidationError("--agency: a-z, 0-9, -") }
    if files.isEmpty { throw ValidationError("FILE") }
  }

  func run() throws {
    let sources = try portal.sources(jobs: 1)
    let language = portal.language(of: sources.site)
    func refuse(_ message: LocalizedText) -> ExitStatus {
      Terminal.standardError.write("gongkai: \(message[language])\n")
      return .usage
    }
    if let agency, sources.registry[agency: agency] == nil, !register {
      let near = Suggestion.nearest(to: agency, among: sources.registry.agencies.map(\.id))
      throw refuse(
        LocalizedText(
          "机关 \(agency) 没有登记\(near.map { "，是否指 \($0)？" } ?? "；--register 可登记")",
          en:
            "the agency \(agency) is not registered\(near.map { "; did you mean \($0)?" } ?? "; --register registers it")"
        ))
    }
    for file in files where !FileManagement.exists(file) {
      throw refuse(LocalizedText("没有 \(file)", en: "there is no \(file)"))
    }
    let batch = ImportBatch(
      importer: importer(sources), portal: portal, sources: sources, publishes: publish, keepsOriginal: keepOriginal,
      isDryRun: dryRun, replaces: force)
    let entries = batch.run(files.flatMap { ImportFolder.files(at: $0) })
    let isFolder = files.count > 1 || files.contains { FileManagement.isFolder($0) }
    let report = ImportReport(entries: entries, language: language, hasSummary: isFolder)
    Terminal.standardOutput.write(format == .json ? report.json : report.text)
    if !entries.allSatisfy(\.isComplete) || entries.isEmpty { throw ExitStatus.contentErrors }
  }

  private func importer(_ sources: PortalSources) -> ReportImporter {
    var options = ReportImporter.Options()
    options.agency = agency
    options.year = year
    options.published = published.flatMap { CalendarDate($0) }
    if register { options.proposes = { PinyinInitials.id(for: $0) } }
    return ReportImporter(
      forms: sources.forms,
      agencies: sources.registry.agencies.map { agency in
        let names = [agency.name, agency.shortName].compactMap { $0 } + agency.names.map(\.name) + agency.aliases
        return ReportImporter.Agency(id: agency.id, names: names)
      }, options: options)
  }
}
