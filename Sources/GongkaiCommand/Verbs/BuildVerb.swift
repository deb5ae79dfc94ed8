internal import ArgumentParser
internal import Diagnostics
internal import Publishing

struct BuildVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: .text("检查并发布门户。", en: "Check the portal and publish it."),
    discussion: .text(
      "有错误时不发布，已发布的网站保持原样。",
      en: "If there are errors, nothing is published and the site stays as it was.",
      examples: [
        "gongkai build",
        "gongkai build -C /srv/nianbao --output /var/www/nb",
        "gongkai build --date 2026-01-31",
      ]))

  @OptionGroup var portal: PortalOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var strictness: StrictOption

  @Option(
    help: .text("发布到这个文件夹；默认为门户的 Output。", en: "The folder to publish to; by default Output in the portal."),
    completion: .directory)
  var output: String?

  @Flag(help: .text("替换输出文件夹里不属于门户的文件。", en: "Replace files in the output that are not the portal's."))
  var force = false

  @Flag(
    name: .customLong("no-data"),
    help: .text("只发布网页及其 JSON，不写其他数据文件。", en: "Publish the pages and their JSON only, without other data files."))
  var leavesOutData = false

  @Flag(name: .customLong("no-search"), help: .text("不要全文检索。", en: "Leave out the full-text search."))
  var leavesOutSearch = false

  @Flag(
    name: .customLong("no-sync"),
    help: .text("不等网站写入磁盘，只用于预览和测试。", en: "Do not wait until the site is on the disk: for previews and tests only."))
  var leavesOutSync = false

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    var sources = try portal.sources(jobs: work.jobs)
    if leavesOutData { sources = sources.withoutData() }
    if leavesOutSearch { sources = sources.withoutSearch() }
    let language = portal.language(of: sources.site)
    let build = Build(
      sources: sources, output: output ?? "\(portal.portal)/Output",
      date: work.day, jobs: work.jobs, force: force, isStrict: strictness.strict,
      durability: leavesOutSync ? .manifest : .wholeTree)
    let outcome: Build.Outcome
    do {
      outcome = try build.run(progress: ProgressLine.make(language))
    } catch let error as PublishingError {
      Terminal.standardError.write("gongkai: \(error.message[language])\n")
      throw error.isRefusal ? ExitStatus.usage : ExitStatus.fault
    } catch let error as DataFileError {
      Terminal.standardError.write("gongkai: \(error.message[language])\n")
      throw ExitStatus.fault
    }
    let time = clock.now - start
    let report = FindingsReport(portal: portal, sources: sources, language: language)
    let status = say(outcome.result, report, time: time)
    withExtendedLifetime(outcome) { Gongkai.end(status?.rawValue ?? 0) }
  }

  /// - Returns: `nil` if the site was published.
  private func say(_ result: Build.Result, _ report: FindingsReport, time: Duration) -> ExitStatus? {
    let language = report.language
    switch result {
    case .refused(let checked):
      report.writeConsole(checked, to: .standardError, color: Terminal.standardError.hasColor)
      report.writeSummary(checked, to: .standardError)
      let text = LocalizedText("没有发布；已发布的网站没有变动。", en: "Nothing was published; the site is as it was.")
      Terminal.standardError.write("\(text[language])\n")
      return .contentErrors
    case .published(let checked, let swap, let pages):
      report.writeConsole(checked, to: .standardError, color: Terminal.standardError.hasColor)
      report.writeSummary(checked, to: .standardOutput)
      BuildSummary(language: language).write(swap, pages: pages, time: time)
      return nil
    }
  }
}

/// The line printed after a build.
struct BuildSummary {
  let language: MessageLanguage

  func write(_ swap: SwapReport, pages: Int, time: Duration) {
    let shown = seconds(time)
    let synchronizing = seconds(swap.synchronizing)
    let megabytes = "\((Double(swap.bytes) / 1e5).rounded() / 10)"
    let published = LocalizedText(
      "已发布 \(pages) 个网页，共 \(swap.files) 个文件、\(megabytes) MB，用时 \(shown) 秒，其中等待写入磁盘 \(synchronizing) 秒。",
      en: "Published \(pages) pages, \(swap.files) files in all, \(megabytes) MB, in \(shown) s,"
        + " of which \(synchronizing) s until all was on the disk.")
    Terminal.standardOutput.write("\(published[language])\n")
    if swap.way == .fileByFile {
      let text = LocalizedText(
        "输出文件夹是挂载点或其上级不可写：文件是逐个替换的，首页最后替换。",
        en:
          "The output is a mount point or its parent is not writable: files were replaced one by one, the index pages last."
      )
      Terminal.standardOutput.write("\(text[language])\n")
    }
    for leftover in swap.leftovers { Terminal.standardError.write("gongkai: \(leftover.message[language])\n") }
  }

  private func seconds(_ time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    return "\((seconds * 100).rounded() / 100)"
  }
}
