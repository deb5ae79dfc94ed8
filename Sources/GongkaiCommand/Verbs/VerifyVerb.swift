internal import ArgumentParser
internal import Diagnostics
internal import Publishing

struct VerifyVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: .text(
      "按 SHA256SUMS 核对已发布的网站或其镜像。", en: "Check a published site, or a mirror of it, against its SHA256SUMS."),
    discussion: .text(
      "列出缺少、不同、清单漏列和清单以外的文件；有缺少、不同或漏列的，退出码为 1。",
      en:
        "Names files that are missing, that differ, that the list leaves out and that are not listed; any but the last make the exit code 1.",
      examples: [
        "gongkai verify Output",
        "gongkai verify /srv/mirror/nb",
      ]))

  @OptionGroup var portal: PortalOptions

  @Argument(help: .text("网站的文件夹。", en: "The folder of the site."), completion: .directory)
  var folder: String

  @OptionGroup var threads: JobsOption

  func run() throws {
    let language = portal.language(of: nil)
    let verification: Verification
    do {
      verification = try Verification(of: folder, jobs: threads.jobs)
    } catch {
      Terminal.standardError.write("gongkai: \(error.message[language])\n")
      if case .unreadableChecksums = error { throw ExitStatus.contentErrors }
      throw error.isRefusal ? ExitStatus.usage : ExitStatus.fault
    }
    for difference in verification.differences {
      Terminal.standardOutput.write("\(difference.kind.name[language]) \(difference.path)\n")
    }
    let summary = LocalizedText(
      "核对了 \(verification.files) 个文件：缺少 \(verification.count(.missing)) 个，不同 \(verification.count(.changed)) 个，"
        + "清单以外 \(verification.count(.unlisted)) 个。",
      en:
        "Checked \(verification.files) files: \(verification.count(.missing)) missing, \(verification.count(.changed)) changed,"
        + " \(verification.count(.unlisted)) not listed.")
    Terminal.standardOutput.write("\(summary[language])\n")
    let omitted = verification.count(.omitted)
    if omitted > 0 {
      let text = LocalizedText(
        "发布时生成的 \(omitted) 个文件没有列入 SHA256SUMS。", en: "SHA256SUMS leaves out \(omitted) files that were published.")
      Terminal.standardOutput.write("\(text[language])\n")
    }
    if !verification.isSound { throw ExitStatus.contentErrors }
  }
}
