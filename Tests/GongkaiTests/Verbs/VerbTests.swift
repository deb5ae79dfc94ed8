import Foundation
import Testing

/// The verbs besides `build`, as a clerk types them.
struct VerbTests {
  @Test func newReportIsADraftThatStopsNothing() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let new = try portal.run("new", "report", "caizheng", "2023")
    #expect(new.stdout == "Content/reports/2023/caizheng.md\n")
    let check = try portal.run("check")
    #expect(check.exitCode == 0)
    #expect(check.stdout.contains("暂不发布（草稿）：Content/reports/2023/caizheng.md"))
    let text = try portal.text("Content/reports/2023/caizheng.md")
    #expect(text.contains("| 3.危及“三安全一稳定” |"))
    #expect(text.contains("云溪区财政局2023年政府信息公开工作年度报告"))
  }

  @Test func newReportLeavesWhatIsThere() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let before = try portal.text("Content/reports/2023/liulin.md")
    #expect(try portal.run("new", "report", "liulin", "2023").exitCode == 2)
    #expect(try portal.text("Content/reports/2023/liulin.md") == before)
  }

  @Test func newReportNeedsARegisteredAgency() throws {
    let run = try TemporaryPortal().run("new", "report", "luilin", "2023")
    #expect(run.exitCode == 2)
    #expect(run.stderr.contains("是否指 liulin"))
  }

  @Test func newAgencyCanReport() throws {
    let portal = try TemporaryPortal()
    let new = try portal.run("new", "agency", "weijian", "--name", "云溪区卫生健康局", "--region", "530199")
    #expect(new.stdout == "Content/agencies/weijian.md\n")
    try portal.add(PortalArchive.report("weijian", 2023))
    #expect(try portal.run("build").exitCode == 0)
    #expect(portal.exists("Output/agencies/weijian/index.html"))
  }

  @Test func listsAreReadByPeopleAndPrograms() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    #expect(try portal.run("list", "reports").stdout.contains("Content/reports/2023/liulin.md  liulin  2023  published"))
    let reports = try JSON(text: portal.run("list", "reports", "--json").stdout).items
    #expect(reports.map { $0["year"].integer } == [2023])
    #expect(try JSON(text: portal.run("list", "agencies", "--json").stdout).items.count == 3)
    #expect(try JSON(text: portal.run("list", "forms", "--json").stdout).items.first?["cells"].integer == 200)
    #expect(try portal.run("list", "routes").stdout.contains("reports/2023/liulin.html\n"))
  }

  @Test func everyListedRouteIsPublished() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.run("build")
    for route in try portal.run("list", "routes").stdout.split(separator: "\n") {
      #expect(portal.exists("Output/\(route)"), "\(route)")
    }
  }

  @Test func explainsAFinding() throws {
    let portal = try TemporaryPortal()
    let run = try portal.run("explain", "requests-balance", environment: ["LANG": "en_GB.UTF-8"])
    #expect(run.exitCode == 0)
    #expect(run.stdout.contains("Requests received and handled do not balance"))
    #expect(try portal.run("explain", "request-balance").stderr.contains("是否指 requests-balance"))
    #expect(try portal.run("explain").stdout.contains("cell-missing"))
  }

  @Test func cleanRemovesOnlyWhatWasPublished() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.run("build")
    try portal.write("Output/own.txt", Data("mine".utf8))
    #expect(try portal.run("clean").exitCode == 0)
    #expect(try portal.files().keys.sorted() == ["own.txt"])
  }

  @Test(arguments: [["publish"], ["check", "--format", "xml"], ["build", "--jobs", "0"], ["build", "--date", "soon"], ["build", "-C", "nowhere"]])
  func wrongUsageEndsWithTwo(_ arguments: [String]) throws {
    let portal = try TemporaryPortal()
    let run = try CommandRun(CommandRun.executable, arguments, in: portal.folder)
    #expect(run.exitCode == 2)
    #expect(!run.stderr.isEmpty)
  }

  @Test(arguments: ["build", "check", "list", "explain", "new", "clean"])
  func everyVerbHasHelp(_ verb: String) throws {
    let run = try TemporaryPortal().run(verb, "--help")
    #expect(run.exitCode == 0)
    #expect(run.stdout.contains("USAGE: gongkai \(verb)"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completesCommands(_ shell: String) throws {
    let run = try TemporaryPortal().run("--generate-completion-script", shell)
    #expect(run.exitCode == 0)
    #expect(run.stdout.contains("explain"))
  }
}

/// What `check` says, in each format and language.
struct CheckTests {
  private func unbalanced() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023, requests: 3))
    try portal.replace("| （七）总计 | 3 | 0", with: "| （七）总计 | 2 | 0", in: "Content/reports/2023/liulin.md")
    return portal
  }

  @Test func pointsAtTheCell() throws {
    let run = try unbalanced().run("check")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("错误：自然人列：本年新收 3＋上年结转 0＝3，办理结果（七）总计 2＋结转下年度 0＝2，两者不等 [requests-balance]"))
    #expect(run.stdout.contains("^"))
  }

  @Test func writesJSON() throws {
    let run = try unbalanced().run("check", "--format", "json", "--lang", "en")
    let finding = try #require(JSON(text: run.stdout)["findings"].items.first { $0["id"].string == "requests-balance" })
    #expect(finding["cell"].string == "requests.new.natural_person")
    #expect(finding["file"].string == "Content/reports/2023/liulin.md")
    #expect(finding["column"].integer == 21)
    #expect(finding["message"].string?.hasPrefix("column “Natural persons”: new 3 + carried over 0 = 3") == true)
  }

  @Test func writesAnnotations() throws {
    let run = try unbalanced().run("check", "--format", "github")
    #expect(run.stdout.contains("::error file=Content/reports/2023/liulin.md,line="))
  }

  @Test func aWarningFailsOnlyAStrictRun() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 |  |", in: "Content/reports/2023/liulin.md")
    #expect(try portal.run("check").exitCode == 0)
    #expect(try portal.run("check", "--strict").exitCode == 1)
    #expect(try portal.run("build", "--strict").exitCode == 1)
    #expect(!portal.exists("Output/index.html"))
  }

  @Test(arguments: [("en_US.UTF-8", "1 reports"), ("zh_CN.UTF-8", "1 份年报"), ("C", "1 份年报"), ("", "1 份年报")])
  func speaksTheLanguageOfTheEnvironment(_ language: String, _ words: String) throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    #expect(try portal.run("check", environment: ["LANG": language]).stdout.contains(words))
  }

  @Test func reportsOnNamedFilesOnly() throws {
    let portal = try unbalanced()
    try portal.add(PortalArchive.report("caizheng", 2023))
    #expect(try portal.run("check", "Content/reports/2023/caizheng.md").exitCode == 0)
    #expect(try portal.run("check", "Content/reports/2023/liulin.md").exitCode == 1)
    #expect(try portal.run("check", "Content/reports/2023/none.md").exitCode == 2)
  }
}
