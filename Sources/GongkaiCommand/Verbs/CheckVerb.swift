internal import ArgumentParser
internal import Bytes
internal import Diagnostics
internal import Publishing

struct CheckVerb: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case console, json, github, sarif
  }

  static let configuration = CommandConfiguration(
    commandName: "check", abstract: .text("检查年报，不发布。", en: "Check the reports without publishing."),
    discussion: .examples([
      "gongkai check",
      "gongkai check Content/reports/2025/liulin.md",
      "gongkai check Content/reports/2025",
      "gongkai check --format json > findings.json",
      "gongkai check --report audit.html --report audit.xlsx",
    ]))

  @OptionGroup var portal: PortalOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var strictness: StrictOption

  @Option(help: .text("输出格式。", en: "Format of the findings."))
  var format = Format.console

  @Option(
    help: .text(
      "另写一份检查报告（.html 或 .xlsx），可重复。", en: "Write a report of the findings too, as .html or .xlsx; may be repeated."),
    completion: .file(extensions: ["html", "xlsx"]))
  var report: [String] = []

  @Argument(help: .text("只报告这些文件。", en: "Report on these files only."), completion: .file(extensions: ["md"]))
  var files: [String] = []

  func validate() throws {
    for path in report where AuditFiles.Kind(path: path) == nil {
      throw ValidationError("--report: *.html | *.xlsx")
    }
  }

  func run() throws {
    let sources = try portal.sources(jobs: work.jobs)
    let language = portal.language(of: sources.site)
    let wanted = try NamedFiles(files, in: portal, language)
    var checked = Check(sources: sources, date: work.day, jobs: work.jobs).run(
      progress: ProgressLine.make(language))
    if !files.isEmpty { checked = checked.restricted(to: wanted.contains) }
    let report = FindingsReport(portal: portal, sources: sources, language: language)
    switch format {
    case .console:
      report.writeConsole(checked, to: .standardOutput, color: Terminal.standardOutput.hasColor)
      report.writeSummary(checked, to: .standardOutput)
    case .json: report.writeJSON(checked)
    case .github: report.writeGitHub(checked)
    case .sarif: report.writeSARIF(checked, kinds: sources.kinds)
    }
    try AuditFiles(portal: portal, sources: sources, language: language).write(checked, to: self.report)
    if checked.errors > 0 || (strictness.strict && checked.warnings > 0) { throw ExitStatus.contentErrors }
  }
}
