import Foundation
import Testing

/// A new portal builds at once, and its first report is published after one edit.
struct InitTests {
  private func run(_ arguments: [String], in portal: TemporaryPortal, input: String = "", language: String = "zh_CN")
    throws
    -> CommandRun
  {
    try CommandRun(
      CommandRun.executable, arguments, in: portal.folder, environment: ["LANG": "\(language).UTF-8"], input: input)
  }

  @Test(arguments: ["zh_CN", "en_US"])
  func aNewPortalBuildsAtOnce(_ language: String) throws {
    let portal = try TemporaryPortal(hasRegistry: false)
    let made = try run(["init", "nianbao", "--yes"], in: portal, language: language)
    #expect(made.exitCode == 0, "\(made.stderr)")
    let check = try run(["check", "-C", "nianbao", "--strict"], in: portal, language: language)
    #expect(check.exitCode == 0, "\(check.stdout)")
    let build = try run(["build", "-C", "nianbao"], in: portal, language: language)
    #expect(build.exitCode == 0, "\(build.stdout)\(build.stderr)")
    #expect(portal.exists("nianbao/Output/index.html"))
    #expect(try portal.text("nianbao/.gitignore").contains("/Output/"))
  }

  @Test func theFirstReportIsPublishedAfterOneEdit() throws {
    let portal = try TemporaryPortal(hasRegistry: false)
    let options = [
      "--name", "云溪区：年报", "--publisher", "云溪区人民政府办公室", "--base-url", "https://www.example.gov.cn/nb/", "--languages",
      "zh-Hans,en", "--region", "530199=云溪区", "--agency", "liulin=云溪区柳林街道办事处", "--year", "2024",
    ]
    #expect(try run(["init", "--yes"] + options, in: portal).exitCode == 0)
    #expect(try portal.text("Content/agencies/liulin.md").contains("kind: dispatched"))
    let path = "Content/reports/2024/liulin.md"
    let parts = try portal.text(path).split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    let frontMatter = parts[1].replacing("status: draft", with: "published: 2025-01-20")
    try portal.add("-- \(path) --\n---\n\(frontMatter)---\n\n统计期限为2024年1月1日至2024年12月31日。\n\n@form 3\n")
    let build = try run(["build"], in: portal)
    #expect(build.exitCode == 0, "\(build.stdout)\(build.stderr)")
    let page = try portal.text("Output/reports/2024/liulin.html")
    #expect(page.contains("云溪区柳林街道办事处2024年政府信息公开工作年度报告"))
    #expect(portal.exists("Output/en/index.html"))
  }

  @Test func whatNoOptionStatesIsAskedFor() throws {
    let portal = try TemporaryPortal(hasRegistry: false)
    let answers = "云溪区年报\n\nwww.example\nhttps://nb.example.gov.cn/\n530199\n530199=云溪区\ncaizheng=云溪区财政局\n"
    let run = try run(["init"], in: portal, input: answers)
    #expect(run.exitCode == 0)
    #expect(run.stdout.contains("主办单位 [") && run.stdout.components(separatedBy: "请再写一次").count == 3, "\(run.stdout)")
    let site = try portal.text("Content/site.yaml")
    #expect(site.contains("name: 云溪区年报\n") && site.contains("base_url: https://nb.example.gov.cn/\n"))
    #expect(try portal.text("Content/regions.yaml").contains("{code: \"530199\", name: 云溪区}"))
    #expect(portal.exists("Content/agencies/caizheng.md"))
    #expect(try self.run(["check"], in: portal).exitCode == 0)
  }

  @Test func nothingThatIsThereIsReplaced() throws {
    let portal = try TemporaryPortal(hasRegistry: false)
    try portal.write(".gitignore", "own\n")
    #expect(try run(["init", "--yes"], in: portal).exitCode == 0)
    #expect(try portal.text(".gitignore") == "own\n")
    let again = try run(["init", "--yes"], in: portal)
    #expect(again.exitCode == 2 && again.stderr.contains("已经是门户"))
  }

  @Test(arguments: [
    ["--region", "云溪区"], ["--agency", "Liulin=柳林"], ["--base-url", "nb"], ["--languages", "fr"],
    ["--languages", "zh-Hans,fr"], ["--languages", "en,en-US"], ["--year", "1900"],
  ])
  func valuesThatCannotBeUsedAreRefused(_ options: [String]) throws {
    let portal = try TemporaryPortal(hasRegistry: false)
    #expect(try run(["init", "--yes"] + options, in: portal).exitCode == 2)
    #expect(!portal.exists("Content"))
  }

  @Test func otherVerbsSayHowToBegin() throws {
    let portal = try TemporaryPortal(hasRegistry: false)
    #expect(try run(["check"], in: portal).stderr.contains("gongkai init"))
    #expect(try run(["list", "forms"], in: portal).stdout.contains("cn-2021"))
  }
}
