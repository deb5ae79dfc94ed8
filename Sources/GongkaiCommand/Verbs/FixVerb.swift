internal import ArgumentParser
internal import Diagnostics
internal import Publishing

struct FixVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: .text("机械改正年报的写法。", en: "Correct mechanical mistakes in reports."),
    discussion: .text(
      "先显示改动；加 --write 才写入文件。已填的数字从不改变。",
      en: "Shows the changes first; --write writes them. A number that was written is never changed.",
      examples: [
        "gongkai fix",
        "gongkai fix Content/reports/2025/liulin.md",
        "gongkai fix --write",
      ]))

  @OptionGroup var portal: PortalOptions

  @Flag(help: .text("写入文件。", en: "Write the files."))
  var write = false

  @Argument(help: .text("只改这些文件。", en: "These files only."), completion: .file(extensions: ["md"]))
  var files: [String] = []

  func run() throws {
    let sources = try portal.sources(jobs: JobsOption.allCores)
    let language = portal.language(of: sources.site)
    let wanted = try NamedFiles(files, in: portal, language)
    let (fixed, unreadable) = Fixing(sources: sources, jobs: JobsOption.allCores).run {
      wanted.contains($0)
    }
    let lines = SourceLines(sources)
    let console = ConsoleWriter(language: language, hasColor: Terminal.standardError.hasColor, path: portal.shownPath) {
      lines.line($1, of: $0)
    }
    for report in fixed {
      let path = portal.shownPath(report.path)
      if write, report.count > 0 { try replace(path, report, language) }
      if report.count > 0 {
        let diff = UnifiedDiff(
          String(decoding: report.old, as: UTF8.self), String(decoding: report.new, as: UTF8.self), path: path)
        let output = Terminal.standardOutput
        output.write(diff.text(hasColor: output.hasColor, escaping: output.diffEscaping))
      }
      for finding in report.undecided {
        let text = LocalizedText(
          "改正互相矛盾，没有改动：", en: "the corrections contradict each other; nothing was changed here:")
        Terminal.standardError.write("\(text[language])\n\(console.text(of: finding))")
      }
    }
    for finding in unreadable { Terminal.standardError.write(console.text(of: finding)) }
    summarise(fixed, language)
    if !unreadable.isEmpty { throw ExitStatus.contentErrors }
  }

  /// Replaces the file, unless somebody has edited it since it was read.
  private func replace(_ path: String, _ report: FixedReport, _ language: MessageLanguage) throws {
    let reason: LocalizedText
    do throws(SystemFault) {
      if FileManagement.holds(path, report.old) { return try FileManagement.replace(path, report.new) }
      reason = LocalizedText("文件刚被改动，请重试", en: "the file has just been changed; try again")
    } catch {
      reason = error.text
    }
    let message = LocalizedText(
      "无法写入 \(path)：\(reason.chinese)", en: "cannot write \(path): \(reason.english)")
    Terminal.standardError.write("gongkai: \(message[language])\n")
    throw ExitStatus.fault
  }

  private func summarise(_ fixed: [FixedReport], _ language: MessageLanguage) {
    let count = fixed.reduce(0) { $0 + $1.count }
    let reports = fixed.count { $0.count > 0 }
    let text =
      count == 0
      ? LocalizedText("没有可以机械改正的地方。", en: "There is nothing mechanical to put right.")
      : write
        ? LocalizedText(
          "改正了 \(reports) 份年报的 \(count) 处。", en: "Put \(count) things right in \(reports) reports.")
        : LocalizedText(
          "\(reports) 份年报有 \(count) 处可以改正；加 --write 写入文件。",
          en: "\(count) things in \(reports) reports can be put right; --write writes the files.")
    // Only the diff goes to standard output, for `patch` and for files.
    Terminal.standardError.write("\(text[language])\n")
  }
}
