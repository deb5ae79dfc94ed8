internal import ArgumentParser
internal import Diagnostics
internal import Importing
internal import Portal
internal import Publishing
internal import Reports

struct ImportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: .text("把已有的年报变成源文件。", en: "Make sources of reports that exist as pages or text."),
    discussion: .text(
      "每个文件写成 Content/reports/<年>/<机关>.md（草稿）；放不进表单的数字逐一列出。退出码：0 全部就位，1 有未就位或读不出的，2 用法错误。",
      en:
        "Each file becomes Content/reports/<year>/<agency>.md, a draft; figures that fit no cell are listed. Exit codes: 0 everything was placed, 1 something could not be placed or read, 2 wrong usage.",
      examples: [
        "gongkai import -C /srv/nianbao taihe-2023.html",
        "gongkai import --agency liulin --published 2024-01-25 --publish liulin.txt",
      ]))

  @OptionGroup var portal: PortalOptions

  @Option(help: .text("机关标识；默认按标题识别。", en: "Id of the agency; by default told by the title."))
  var agency: String?

  @Option(help: .text("年度；默认按标题识别。", en: "Year of the report; by default told by the title."))
  var year: Int?

  @Option(help: .text("发布日期，如 2024-01-25。", en: "Day of publication, such as 2024-01-25."))
  var published: String?

  @Flag(
    help: .text("全部数字就位且知道发布日期时，不作草稿。", en: "No draft where everything was placed and the day of publication is known.")
  )
  var publish = false

  @Flag(help: .text("只说结果，不写文件。", en: "Say what would be written, and write nothing."))
  var dryRun = false

  @Flag(help: .text("替换已有的源文件。", en: "Replace sources that exist."))
  var force = false

  @Option(help: .text("输出格式。", en: "Format of the result."))
  var format = ImportReport.Format.console

  @Argument(help: .text("文件：文本或网页。", en: "Files: text or HTML."), completion: .file())
  var files: [String]

  func validate() throws {
    if let published, CalendarDate(published) == nil { throw ValidationError("--published: 2024-01-25") }
    if let year, !CalendarDate.years.contains(year) { throw ValidationError("--year: 2024") }
  }

  func run() throws {
    let sources = try portal.sources(jobs: 1)
    let language = portal.language(of: sources.site)
    func refuse(_ message: LocalizedText) -> ExitStatus {
      Terminal.standardError.write("gongkai: \(message[language])\n")
      return .usage
    }
    if let agency, sources.registry[agency: agency] == nil {
      throw refuse(LocalizedText("机关 \(agency) 没有登记", en: "the agency \(agency) is not registered"))
    }
    for file in files where !FileManagement.exists(file) {
      throw refuse(LocalizedText("没有 \(file)", en: "there is no \(file)"))
    }
    let importer = ReportImporter(
      forms: sources.forms,
      agencies: sources.registry.agencies.map { agency in
        let names = [agency.name, agency.shortName].compactMap { $0 } + agency.names.map(\.name) + agency.aliases
        return ReportImporter.Agency(id: agency.id, names: names)
      }, options: options)
    let entries = files.map { entry($0, with: importer) }
    let report = ImportReport(entries: entries, language: language)
    Terminal.standardOutput.write(format == .json ? report.json : report.text)
    if !entries.allSatisfy(\.isComplete) { throw ExitStatus.contentErrors }
  }

  private var options: ReportImporter.Options {
    var options = ReportImporter.Options()
    options.agency = agency
    options.year = year
    options.published = published.flatMap { CalendarDate($0) }
    options.publishes = publish
    return options
  }

  private func entry(_ file: String, with importer: ReportImporter) -> ImportReport.Entry {
    var entry = ImportReport.Entry(input: file)
    do {
      guard let bytes = FileManagement.read(file, most: FileReader.mostBytes) else { throw FileReader.Failure.tooLarge }
      let report = try importer.read(try FileReader.read(bytes, named: file))
      entry.report = report
      entry.file = "Content/\(report.path)"
      if !dryRun { entry.outcome = try write(report) }
    } catch let failure as FileReader.Failure {
      entry.failure = failure.text
    } catch let failure as ReportImporter.Failure {
      entry.failure = failure.text
    } catch let fault as SystemFault {
      entry.failure = fault.text
    } catch {
      entry.failure = LocalizedText("\(error)", en: "\(error)")
    }
    return entry
  }

  /// A source that somebody wrote or changed is left as it is, and what would have been written is offered as a diff.
  private func write(_ report: ImportedReport) throws -> ImportReport.Outcome {
    let file = portal.shownPath(report.path)
    let bytes = Array(report.markdown.utf8)
    guard FileManagement.exists(file) else {
      let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      _ = FileManagement.makeFolder(folder)
      try FileManagement.create(file, report.markdown)
      return .written
    }
    if FileManagement.holds(file, bytes) { return .unchanged }
    if force {
      try FileManagement.replace(file, bytes)
      return .written
    }
    let old = FileManagement.read(file, most: FileReader.mostBytes) ?? []
    return .kept(UnifiedDiff(String(decoding: old, as: UTF8.self), report.markdown, path: file))
  }
}

extension FileReader.Failure {
  fileprivate var text: LocalizedText {
    switch self {
    case .tooLarge:
      LocalizedText(
        "文件太大（上限 \(FileReader.mostBytes >> 20) MB）或无法读取",
        en: "the file is too large (the limit is \(FileReader.mostBytes >> 20) MB) or cannot be read")
    case .notText: LocalizedText("不是文本：编码无法辨认", en: "not a text: its encoding is unknown")
    case .unreadable(let kind): LocalizedText("还不能读取这种文件：\(kind)", en: "files of this kind cannot be read: \(kind)")
    }
  }
}

extension ReportImporter.Failure {
  fileprivate var text: LocalizedText {
    switch self {
    case .noYear:
      LocalizedText("找不到年份；请用 --year 指定", en: "no year was found; name it with --year")
    case .noAgency(let title):
      LocalizedText(
        "“\(title ?? "")”没有对应已登记的机关；请用 --agency 指定",
        en: "“\(title ?? "")” names no registered agency; name it with --agency")
    case .noForm: LocalizedText("没有适用的表单", en: "there is no form for it")
    case .noReport:
      LocalizedText(
        "没有找到年度报告的标题和表格；图片里的表格无法读取",
        en: "no headings or tables of a report were found; tables in pictures cannot be read")
    }
  }
}
