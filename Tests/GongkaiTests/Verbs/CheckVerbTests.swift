import Foundation
import Testing

struct CheckVerbTests {
  /// There is one new request that no result accounts for.
  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 3) + PortalArchive.report("caizheng", 2023)
        + PortalArchive.report("yunxi", 2023))
    try portal.replace(
      "| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |",
      with: "| 一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |", in: "Content/reports/2023/liulin.md")
    return portal
  }

  @Test func aFindingNamesItsPlaceAndTheNumbers() throws {
    let portal = try portal()
    let run = try portal.run("check")
    #expect(run.exitCode == 1)
    let line =
      try #require(
        portal.text("Content/reports/2023/liulin.md").split(separator: "\n", omittingEmptySubsequences: false)
          .firstIndex { $0.hasPrefix("| 一、本年新收") }) + 1
    #expect(
      run.stdout.contains(
        "Content/reports/2023/liulin.md:\(line):22: 错误：自然人列：本年新收 4＋上年结转 0＝4，办理结果（七）总计 3＋结转下年度 0＝3，两者不等 [requests-balance]"
      ),
      "\(run.stdout)")
    #expect(run.stdout.contains("3 份年报：2 个错误，0 个警告，0 个提示。"))
    #expect(!portal.exists("Output"), "nothing is written")
  }

  @Test func jsonHasTheShapeOfItsContract() throws {
    let run = try portal().run("check", "--format", "json")
    #expect(run.exitCode == 1)
    let json = try JSON(text: run.stdout)
    #expect(json.keys == ["findings", "summary", "version", "withheld_findings"])
    #expect(json["version"].integer == 1)
    #expect(json["summary"]["reports"].integer == 3)
    #expect(json["summary"]["errors"].integer == 2)
    let finding = try #require(json["findings"].items.first)
    #expect(finding["id"].string == "requests-balance")
    #expect(finding["severity"].string == "error")
    #expect(finding["file"].string == "Content/reports/2023/liulin.md")
    #expect(finding["column"].integer == 22)
    #expect(finding["end_column"].integer == 23)
    #expect(finding["cell"].string == "requests.new.natural_person")
    #expect(finding["related"].items.allSatisfy { $0.keys == ["column", "file", "line", "message"] })
    #expect(run.stderr.isEmpty)
  }

  @Test func githubHasAnnotations() throws {
    let run = try portal().run("check", "--format", "github")
    #expect(run.exitCode == 1)
    let lines = run.stdout.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("::error file=Content/reports/2023/liulin.md,line=") == true)
    #expect(lines.first?.contains(",col=22,endColumn=23,title=requests-balance::自然人列：本年新收 4") == true)
  }

  @Test func pathsAreRelativeToTheWorkingDirectory() throws {
    let portal = try portal()
    let above = portal.folder.deletingLastPathComponent()
    let name = portal.folder.lastPathComponent
    let run = try CommandRun(CommandRun.executable, ["check", "-C", name + "/"], in: above)
    #expect(run.stdout.hasPrefix("\(name)/Content/reports/2023/liulin.md:"))
    let inside = try CommandRun(
      CommandRun.executable, ["check", "-C", ".."], in: portal.folder.appending(path: "Content"))
    #expect(inside.stdout.hasPrefix("../Content/reports/2023/liulin.md:"))
  }

  @Test func onlyTheNamedFilesAreReportedOn() throws {
    let portal = try portal()
    let other = try portal.run("check", "Content/reports/2023/caizheng.md")
    #expect(other.exitCode == 0)
    #expect(!other.stdout.contains("requests-balance"))
    #expect(try portal.run("check", "./Content/reports/2023/liulin.md").exitCode == 1)
    #expect(try portal.run("check", "Content/reports/2023/nobody.md").exitCode == 2)
  }

  @Test func warningsFailAStrictCheckAndHintsDoNot() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let file = "Content/reports/2023/liulin.md"
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | 1,234件 |", in: file)
    let hint = try portal.run("check", "--strict")
    #expect(hint.exitCode == 0)
    #expect(hint.stdout.contains("[cell-style]"))
    try portal.replace("1,234件", with: "", in: file)
    #expect(try portal.run("check").exitCode == 0)
    let warning = try portal.run("check", "--strict")
    #expect(warning.exitCode == 1)
    #expect(warning.stdout.contains("警告："))
  }

  @Test(
    arguments: [
      (["--lang", "en"], [:], "error: "), (["--lang", "zh-Hans"], ["LANG": "en_US.UTF-8"], "错误："),
      ([], ["LANG": "en_US.UTF-8"], "error: "), ([], ["LANG": "zh_CN.UTF-8"], "错误："), ([], ["LANG": "C"], "错误："),
      ([], ["LANG": "POSIX"], "错误："), ([], ["LANG": ""], "错误："), ([], [:], "错误："),
      ([], ["LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"], "error: "),
      ([], ["LANG": "en_US", "LC_ALL": ""], "error: "),
      ([], ["LANG": "en_US.UTF-8", "LC_ALL": "C.UTF-8"], "错误："),
      ([], ["LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], "error: "), ([], ["LANG": "fr_FR.UTF-8"], "错误："),
    ] as [([String], [String: String], String)])
  func theLanguageOfMessages(_ options: [String], _ environment: [String: String], _ word: String) throws {
    let portal = try portal()
    let run = try CommandRun(CommandRun.executable, ["check"] + options, in: portal.folder, environment: environment)
    #expect(run.stdout.contains(word), "\(run.stdout)")
  }

  @Test func thePortalsFirstLanguageIsTheLastResort() throws {
    let portal = try portal()
    try portal.replace("[zh-Hans, en]", with: "[en, zh-Hans]", in: "Content/site.yaml")
    #expect(try portal.run("check").stdout.contains("error: "))
    #expect(try portal.run("check", environment: ["LANG": "zh_CN.UTF-8"]).stdout.contains("错误："))
  }
}
