import Foundation
import Testing

struct ListVerbTests {
  private func portal() throws -> TemporaryPortal {
    try TemporaryPortal(
      PortalArchive.report("liulin", 2023) + PortalArchive.report("caizheng", 2023, "status: draft")
        + PortalArchive.report("caizheng", 2022))
  }

  private func rows(_ subject: String) throws -> [JSON] {
    let run = try portal().run("list", subject, "--json")
    #expect(run.exitCode == 0)
    return try JSON(text: run.stdout).items
  }

  @Test func reports() throws {
    let reports = try rows("reports")
    #expect(
      reports.map { $0["path"].string } == [
        "Content/reports/2022/caizheng.md", "Content/reports/2023/caizheng.md", "Content/reports/2023/liulin.md",
      ])
    #expect(reports.map { $0["status"].string } == ["published", "withheld", "published"])
    #expect(reports.first?.keys == ["agency", "errors", "path", "status", "title", "year"])
    #expect(reports.first?["year"].integer == 2022)
  }

  @Test func agencies() throws {
    let agencies = try rows("agencies")
    #expect(agencies.map { $0["id"].string } == ["yunxi", "caizheng", "liulin"])
    #expect(agencies.first?.keys == ["id", "kind", "name", "region"])
  }

  @Test func forms() throws {
    let form = try rows("forms").first { $0["id"].string == "cn-2021" }
    #expect(form?["cells"].integer == 200)
    #expect(form?["from"].integer == 2021)
  }

  @Test func routesHaveNoWithheldReport() throws {
    let routes = try rows("routes").compactMap { $0["path"].string }
    #expect(routes.contains("reports/2022/caizheng.html"))
    #expect(!routes.contains("reports/2023/caizheng.html"))
  }

  @Test func textHasOneLineForEach() throws {
    let run = try portal().run("list", "reports")
    #expect(run.stdout.split(separator: "\n").count == 3)
    #expect(run.stdout.contains("withheld"))
  }
}

struct ExplainVerbTests {
  @Test func everyFindingIsExplainedInBothLanguages() throws {
    let portal = try TemporaryPortal(hasRegistry: false)
    let list = try portal.run("explain", "--lang", "en")
    #expect(list.exitCode == 0)
    let ids = list.stdout.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(ids.count > 40)
    #expect(Set(ids).count == ids.count, "each id stands for one finding")
    for id in ["requests-balance", "theme-name-unknown", "symbolic-link", "yaml-refused", "report-doubled"] {
      #expect(ids.contains(id))
    }
    for id in ids {
      let chinese = try portal.run("explain", id)
      #expect(chinese.exitCode == 0)
      #expect(chinese.stdout.hasPrefix("\(id) ("))
      #expect(chinese.stdout.contains(/\p{Han}/))
      let english = try portal.run("explain", id, "--lang", "en")
      #expect(english.stdout.split(separator: "\n").count >= 3, "\(id) has a title and an explanation")
    }
  }

  @Test func aStatutoryRuleNamesItsSourceAndAnExample() throws {
    let run = try TemporaryPortal(hasRegistry: false).run("explain", "requests-balance")
    #expect(run.stdout.contains("例:"))
    #expect(run.stdout.contains("依据:"))
  }

  @Test func aTypoIsAnsweredWithASuggestion() throws {
    let run = try TemporaryPortal(hasRegistry: false).run("explain", "request-balance")
    #expect(run.exitCode == 2)
    #expect(run.stderr.contains("requests-balance"))
  }
}

struct NewVerbTests {
  @Test func aBlankReportIsADraftThatCheckAccepts() throws {
    let portal = try TemporaryPortal()
    let run = try portal.run("new", "report", "liulin", "2025")
    #expect(run.exitCode == 0)
    #expect(run.stdout == "Content/reports/2025/liulin.md\n")
    let text = try portal.text("Content/reports/2025/liulin.md")
    #expect(text.contains("title: 云溪区柳林街道办事处2025年政府信息公开工作年度报告\n"))
    #expect(text.contains("status: draft\n"))
    #expect(!text.contains("| 0 |"), "zeros would make an unfilled form a valid report of nothing")
    let check = try portal.run("check", "--strict", "--format", "json")
    #expect(check.exitCode == 0)
    let json = try JSON(text: check.stdout)
    #expect(json["summary"]["withheld"].integer == 1)
    #expect(json["withheld_findings"].items.allSatisfy { $0["severity"].string != "error" }, "\(json)")
    #expect(try portal.run("build").exitCode == 0)
    #expect(try portal.files().holding("liulin/2025").isEmpty)
  }

  @Test func itIsPublishedOnceItIsFilled() throws {
    let portal = try TemporaryPortal()
    try portal.run("new", "report", "liulin", "2025")
    let file = "Content/reports/2025/liulin.md"
    var text = try portal.text(file).replacing("status: draft", with: "published: 2026-01-30")
    // Two passes, because adjacent cells share a pipe.
    for _ in 0..<2 { text = text.replacingOccurrences(of: "| |", with: "| 0 |") }
    for group in ["三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理", "行政诉讼"] {
      text.replace(try Regex("\\| \(group) \\|( 0 \\|)+"), with: "| \(group) |")
    }
    for (heading, words) in [("一、总体情况", "按规定公开。"), ("五、存在的主要问题及改进情况", "不够及时。"), ("六、其他需要报告的事项", "未收取信息处理费。")] {
      text = text.replacing("## \(heading)\n", with: "## \(heading)\n\n\(words)\n")
    }
    try portal.write(file, text)
    let run = try portal.run("build", "--strict")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(try portal.json("reports/2025/liulin.json")["tables"]["requests"]["new"]["total"].integer == 0)
  }

  @Test func nothingIsOverwritten() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2025))
    let before = try portal.files("Content")
    #expect(try portal.run("new", "report", "liulin", "2025").exitCode == 2)
    #expect(try portal.run("new", "agency", "liulin", "--name", "x", "--region", "530199").exitCode == 2)
    #expect(try portal.files("Content") == before)
  }

  @Test func anAgencyIsRegistered() throws {
    let portal = try TemporaryPortal()
    let run = try portal.run(
      "new", "agency", "qinghe", "--name", "云溪区：清河\"镇\"", "--region", "530199", "--kind", "government")
    #expect(run.exitCode == 0)
    #expect(run.stdout == "Content/agencies/qinghe.md\n")
    #expect(try portal.run("check", "--strict").exitCode == 0)
    #expect(try portal.run("new", "report", "qinghe", "2024").exitCode == 0)
  }

  @Test(arguments: [
    ["report", "luilin", "2025"], ["report", "liulin", "1999"], ["report", "liulin", "2025", "--form", "cn-1900"],
    ["report", "liulin"], ["report", "liulin", "soon"], ["agency", "柳林", "--name", "x", "--region", "530199"],
    ["agency", "x", "--name", "x", "--region", "999999"],
    ["agency", "x", "--name", "x", "--region", "530199", "--kind", "bank"],
    ["agency", "../x", "--name", "x", "--region", "530199"],
  ])
  func invalidArgumentsAreRefused(_ arguments: [String]) throws {
    let portal = try TemporaryPortal()
    let before = try portal.files(".")
    let run = try CommandRun(CommandRun.executable, ["new"] + arguments, in: portal.folder)
    #expect(run.exitCode == 2)
    #expect(!run.stderr.isEmpty)
    #expect(try portal.files(".") == before)
  }
}

struct CleanVerbTests {
  @Test func publishedFilesAreRemovedAndOthersStay() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.write("Output/.gitkeep", "")
    try portal.run("build")
    try portal.write("Output/notes.txt", "kept")
    let run = try portal.run("clean")
    #expect(run.exitCode == 0)
    #expect(run.stdout.contains("删除了"))
    #expect(try portal.files().keys.sorted() == [".gitkeep", "notes.txt"])
    #expect(portal.exists("Content/reports/2023/liulin.md"))
  }

  @Test func aMissingOutputIsNotAnError() throws {
    let portal = try TemporaryPortal()
    #expect(try portal.run("clean").exitCode == 0)
    try portal.write("Output/notes.txt", "kept")
    #expect(try portal.run("clean").exitCode == 0)
    #expect(try portal.text("Output/notes.txt") == "kept")
  }
}
