import Foundation
import Testing

/// An archive publishes a report as the office issued it, including wrong sums, with the faults clearly marked.
struct AcceptanceTests {
  private static let file = "Content/reports/2023/liulin.md"

  /// There is one new request that no result accounts for. The front matter accepts the two findings.
  private func portal(_ accepted: String) throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023, requests: 3, "accepted:\n\(accepted)"))
    try portal.replace(
      "| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |",
      with: "| 一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |", in: Self.file)
    try portal.expectFewReports()
    return portal
  }

  private static let both = "  - {finding: requests-balance, reason: 原件如此 <i>, by: 区档案馆, date: 2025-03-01}"

  @Test func anAcceptedFindingDoesNotBlockPublication() throws {
    let portal = try portal(Self.both)
    let check = try portal.run("check", "--strict")
    #expect(check.exitCode == 0)
    #expect(check.stdout.contains("错误：（已认可）自然人列：本年新收 4"))
    #expect(check.stdout.contains("认可：原件如此 <i>（区档案馆 2025-03-01）"))
    #expect(check.stdout.contains("0 个错误，0 个警告，0 个提示，另有 2 个已认可。"))
    #expect(try portal.run("build", "--strict").exitCode == 0)
  }

  @Test func theFaultIsShown() throws {
    let portal = try portal(Self.both)
    try portal.run("build")
    let page = try portal.text("Output/reports/2023/liulin.html")
    #expect(page.contains("其中有 2 处已知的问题"))
    #expect(page.contains("<li id=\"fault-1\"><strong>已知问题 1</strong> 自然人列：本年新收 4＋上年结转 0＝4"))
    #expect(page.contains("原件如此 &lt;i&gt;</span>（区档案馆 2025-03-01）"))
    #expect(page.contains("faulty\">4 <a class=\"fault\" href=\"#fault-2\" aria-label=\"已知问题 2\">※2</a></td>"))
    let english = try portal.text("Output/en/reports/2023/liulin.html")
    #expect(english.contains("with 2 known faults") && english.contains("Known fault 1"))
    let json = try portal.json("reports/2023/liulin.json")
    let findings = json["findings"].items
    #expect(findings.count == 2)
    #expect(findings.allSatisfy { $0["severity"].string == "error" && $0["accepted"]["by"].string == "区档案馆" })
    #expect(json["accepted"].items.first?["finding"].string == "requests-balance")
    #expect(json["sections"].items.allSatisfy { $0["html"].string?.contains("fault") == false })
  }

  @Test func oneCellOnlyLeavesTheOtherAnError() throws {
    let portal = try portal("  - {finding: requests-balance, cell: requests.new.total, reason: 原件如此}")
    let run = try portal.run("check", "--format", "json")
    #expect(run.exitCode == 1)
    let json = try JSON(text: run.stdout)
    #expect(json["summary"]["errors"].integer == 1 && json["summary"]["accepted"].integer == 1)
    #expect(json["findings"].items.map { $0["accepted"].isMissing } == [true, false])
    #expect(try portal.run("build").exitCode == 1)
  }

  /// One wrong digit breaks its row and its column, and is one finding.
  @Test(arguments: [
    "{finding: requests-row-total, reason: 原件如此}", "{finding: requests-balance, reason: 原件如此}",
    "{finding: requests-balance, cell: requests.new.natural_person, reason: 原件如此}",
  ])
  func anyOfTheSumsThatACellBreaksMayBeAccepted(_ entry: String) throws {
    let portal = try portal("  - \(entry)")
    try portal.replace("| 4 | 0 | 0 | 0 | 0 | 0 | 4 |", with: "| 4 | 0 | 0 | 0 | 0 | 0 | 3 |", in: Self.file)
    let check = try portal.run("check", "--strict")
    #expect(check.stdout.contains("横向、纵向都多 1") && check.stdout.contains("另有 1 个已认可"), "\(check.stdout)")
    #expect(check.exitCode == 0)
  }

  @Test(arguments: [
    ("{finding: requests-balence, reason: 原件如此}", "是否指 requests-balance？"),
    (
      "{finding: requests-balance, cell: requests.new.business, reason: 原件如此}",
      "requests.new.natural_person、requests.new.total"
    ),
    ("{finding: disputes-total, reason: 原件如此}", "如已改正，请删去这一条"),
    ("{finding: key-unknown, reason: 原件如此}", "这类问题不能认可"),
  ])
  func anAcceptanceWithoutAFindingIsAWarning(_ entry: String, _ help: String) throws {
    let portal = try portal("\(Self.both)\n  - \(entry)")
    // The first entry covers everything of one rule. Without it, the findings can be suggested.
    if entry.contains("business") { try portal.replace("\(Self.both)\n", with: "", in: Self.file) }
    let run = try portal.run("check")
    #expect(run.stdout.contains("[acceptance-unused]") && run.stdout.contains(help), "\(run.stdout)")
    #expect(run.stdout.contains("1 个警告"))
  }

  @Test func findingsThatEndangerReadersCannotBeAccepted() throws {
    let portal = try portal("\(Self.both)\n  - {finding: link-unsafe, reason: 原件如此}")
    try portal.replace("本年按规定公开了政府信息。", with: "[点击](javascript:alert)", in: Self.file)
    #expect(try portal.run("build").exitCode == 1)
  }

  /// Findings between reports are known only when all reports have been read.
  @Test func faultsBetweenReportsAreShownToo() throws {
    let file = "Content/reports/2023/yunxi.md"
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 3) + PortalArchive.report("caizheng", 2023)
        + PortalArchive.report("yunxi", 2022)
        + PortalArchive.report(
          "yunxi", 2023, requests: 3,
          "scope: consolidated\ncovers: [liulin, caizheng]\naccepted: [{finding: consolidated-sum, reason: 原件如此}]"))
    try portal.replace("| 行政处罚 | 0 |", with: "| 行政处罚 | 12 |", in: file)
    try portal.expectFewReports()
    for jobs in ["1", "4"] {
      let run = try portal.run("build", "--strict", "--jobs", jobs)
      #expect(run.exitCode == 0, "\(run.stdout)\(run.stderr)")
      let page = try portal.text("Output/reports/2023/yunxi.html")
      #expect(page.contains("其中有 1 处已知的问题") && page.contains("原件如此"))
      #expect(page.contains("href=\"../../reports/2022/yunxi.html\""), "it knows its neighbours")
      let finding = try #require(try portal.json("reports/2023/yunxi.json")["findings"].items.first)
      #expect(finding["id"].string == "consolidated-sum")
      #expect(finding["cell"].string == "disclosure.penalties.decisions")
      let index = try portal.json("agencies/yunxi/index.json")
      #expect(index["reports"].items.map { $0["year"].integer } == [2023, 2022])
      #expect(try portal.text("Output/data/reports.csv").contains("yunxi"))
    }
  }

  @Test func everyFormatReportsIt() throws {
    let portal = try portal(Self.both)
    #expect(try portal.run("check", "--format", "github").stdout.hasPrefix("::notice "))
    let log = try JSON(text: portal.run("check", "--format", "sarif").stdout)
    let results = try #require(log["runs"].items.first)["results"].items
    #expect(
      results.allSatisfy { $0["suppressions"].items.first?["justification"].string == "原件如此 <i> (区档案馆 2025-03-01)" })
    try portal.run("check", "--report", "audit.html")
    let page = try portal.text("audit.html")
    #expect(page.contains("已认可的问题") && page.contains("原件如此 &lt;i&gt; · 区档案馆 2025-03-01"))
  }
}

/// The severities of `site.yaml`.
struct SeverityTests {
  private func portal(_ rules: String) throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | |", in: "Content/reports/2023/liulin.md")
    try portal.replace(
      "languages: [zh-Hans, en]", with: "languages: [zh-Hans, en]\nrules: \(rules)", in: "Content/site.yaml")
    return portal
  }

  @Test(arguments: [
    ("error", "1 个错误，0 个警告，0 个提示", 1), ("hint", "0 个错误，0 个警告，1 个提示", 0), ("off", "0 个错误，0 个警告，0 个提示", 0),
  ])
  func severityIsThatOfThePortal(_ level: String, _ summary: String, _ exit: Int32) throws {
    let portal = try portal("{blank-cells: \(level), report-missing: off}")
    let run = try portal.run("check", "--strict")
    #expect(run.exitCode == exit)
    #expect(run.stdout.contains(summary), "\(run.stdout)")
    #expect(try portal.run("build", "--strict").exitCode == exit)
  }

  @Test(arguments: [
    ("{blank-cell: hint}", "没有规则 blank-cell [rule-unknown]", "是否指 blank-cells？"),
    ("{blank-cells: wraning}", "这里应是off | hint | warning | error", "是否指 warning？"),
    ("{yaml-invalid: off}", "yaml-invalid 的严重程度不能改 [rule-fixed]", ""),
    ("{row-unknown: hint}", "row-unknown 的严重程度不能改", "accepted"), ("[blank-cells]", "这里应是若干“规则: 程度”", ""),
  ])
  func meaninglessSettingsAreErrors(_ rules: String, _ message: String, _ help: String) throws {
    let run = try portal(rules).run("check")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains(message) && (help.isEmpty || run.stdout.contains(help)), "\(run.stdout)")
    #expect(run.stdout.hasPrefix("Content/reports") || run.stdout.contains("Content/site.yaml:4:"))
  }
}
