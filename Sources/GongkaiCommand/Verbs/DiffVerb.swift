internal import ArgumentParser
internal import Diagnostics
internal import Publishing

struct DiffVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: .text("比较两个版本的数字。", en: "List every cell that changed between two versions."),
    discussion: .text(
      "比较两份年报，或两个门户（或其 Content 文件夹）。退出码：0 相同，1 不同，2 用法错误。",
      en:
        "Compares two reports, or two portals, or their Content folders. Exit codes: 0 the same, 1 different, 2 wrong usage.",
      examples: [
        "gongkai diff old/liulin.md Content/reports/2025/liulin.md",
        "gongkai diff /srv/nianbao-2025 /srv/nianbao --json",
      ]))

  @OptionGroup var messages: LanguageOption

  @Flag(help: .text("输出 JSON。", en: "Write JSON."))
  var json = false

  @Argument(help: .text("旧版本。", en: "The old version."), completion: .file())
  var old: String

  @Argument(help: .text("新版本。", en: "The new version."), completion: .file())
  var new: String

  func run() throws {
    let language = messages.language(of: nil)
    func refuse(_ message: LocalizedText) -> ExitStatus {
      Terminal.standardError.write("gongkai: \(message[language])\n")
      return .usage
    }
    for path in [old, new] where !FileManagement.exists(path) {
      throw refuse(LocalizedText("没有 \(path)", en: "there is no \(path)"))
    }
    guard FileManagement.isFolder(old) == FileManagement.isFolder(new) else {
      throw refuse(LocalizedText("不能比较文件和文件夹", en: "a file and a folder cannot be compared"))
    }
    let comparison =
      FileManagement.isFolder(old) ? ContentComparison(trees: old, new) : ContentComparison(files: old, new)
    guard let comparison else {
      throw refuse(LocalizedText("两个文件夹都应有 reports/", en: "both folders need reports/ with reports"))
    }
    let report = DiffReport(comparison: comparison, language: language)
    Terminal.standardOutput.write(json ? report.json : report.text)
    if !comparison.entries.isEmpty { throw ExitStatus.contentErrors }
  }
}
