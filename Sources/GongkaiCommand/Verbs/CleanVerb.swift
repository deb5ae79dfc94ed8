internal import ArgumentParser
internal import Diagnostics
internal import Publishing

struct CleanVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: .text("删除发布的文件。", en: "Remove the published files."),
    discussion: .text(
      "只删除门户发布的文件；其他文件保留。",
      en: "Only files that the portal has published are removed; others stay.",
      examples: [
        "gongkai clean",
        "gongkai clean --output /var/www/nb",
      ]))

  @OptionGroup var portal: PortalOptions

  @Option(help: .text("发布的文件夹。", en: "The folder that was published to."), completion: .directory)
  var output: String?

  func run() throws {
    let language = portal.language(of: nil)
    do {
      let report = try cleanOutput(at: output ?? "\(portal.portal)/Output")
      let text = LocalizedText("删除了 \(report.files) 个文件。", en: "Removed \(report.files) files.")
      Terminal.standardOutput.write("\(text[language])\n")
    } catch {
      Terminal.standardError.write("gongkai: \(error.message[language])\n")
      throw error.isRefusal ? ExitStatus.usage : ExitStatus.fault
    }
  }
}
