internal import ArgumentParser
internal import DataFiles
internal import Diagnostics
internal import Glibc
internal import Languages
internal import Markup
internal import Portal
internal import Publishing
internal import Reports

extension ExportFormat: ExpressibleByArgument {}

struct ExportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: .text(
      "把年报按法定格式写成 Word、网页、文本或 Markdown。", en: "Write a report in its statutory layout as Word, HTML, text or Markdown."),
    discussion: .text(
      "写到标准输出，或用 --output 写成文件。网页是可以粘贴到其他系统的一段。gongkai import 能读回。",
      en:
        "To standard output, or to a file with --output. HTML is a fragment to be pasted into another system. `gongkai import` reads them back.",
      examples: [
        "gongkai export 2023/liulin --to docx --output liulin-2023.docx",
        "gongkai export Content/reports/2023/liulin.md --to html",
      ]))

  @OptionGroup var portal: PortalOptions

  @Option(help: .text("写成什么。", en: "What to write."))
  var to: ExportFormat

  @Option(name: .shortAndLong, help: .text("写到这个文件。", en: "Write to this file."), completion: .file())
  var output: String?

  @Argument(help: .text("年报：源文件，或“年度/机关”。", en: "The report: its source, or year/agency."))
  var report: String

  func run() throws {
    let sources = try portal.sources(jobs: 1)
    let language = portal.language(of: sources.site)
    func refuse(_ message: LocalizedText) -> ExitStatus {
      Terminal.standardError.write("gongkai: \(message[language])\n")
      return .usage
    }
    guard let file = file(), let bytes = FileManagement.read(file.path, most: 64 << 20) else {
      throw refuse(LocalizedText("没有年报 \(report)", en: "there is no report \(report)"))
    }
    if to == .docx, output == nil, isatty(1) == 1 {
      throw refuse(LocalizedText("Word 文件请用 --output 写成文件", en: "write a Word file with --output"))
    }
    var findings: [Finding] = []
    let source = SourceFile(path: file.name, bytes: bytes)
    guard let document = MarkupParser().parse(source, findings: &findings),
      let read = ReportReader(forms: sources.forms).read(document, findings: &findings)
    else {
      throw refuse(
        LocalizedText("\(report) 有错误，读不出；请先 gongkai check", en: "\(report) cannot be read; run `gongkai check` first"))
    }
    guard
      let content = to.write(
        ExportedReport(
          read, registry: sources.registry, strings: SiteStrings([.simplifiedChinese]) { .builtIn($0) }.first))
    else {
      throw ExitStatus.fault
    }
    guard let output else { return Terminal.standardOutput.write(bytes: content) }
    do throws(SystemFault) {
      try FileManagement.replace(output, content)
    } catch {
      throw refuse(
        LocalizedText("无法写入 \(output)：\(error.text.chinese)", en: "cannot write \(output): \(error.text.english)"))
    }
  }

  /// The file of the report, and its path below `Content`.
  private func file() -> (path: String, name: String)? {
    let name = report.hasSuffix(".md") ? String(report.dropLast(3)) : report
    let parts = name.split(separator: "/").suffix(2)
    let path = "reports/\(parts.joined(separator: "/")).md"
    if report.hasSuffix(".md"), FileManagement.exists(report) { return (report, path) }
    let found = portal.shownPath(path)
    return FileManagement.exists(found) ? (found, path) : nil
  }
}
