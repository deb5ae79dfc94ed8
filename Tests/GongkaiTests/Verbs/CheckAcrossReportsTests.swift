import Foundation
import Testing

@Suite("Findings of check between reports")
struct CheckAcrossReportsTests {
  private let row = "| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"

  /// Ids of the findings, with their files.
  private func findings(_ portal: TemporaryPortal) throws -> [String] {
    let json = try JSON(text: portal.run("check", "--format", "json").stdout)
    return json["findings"].items.compactMap { finding in
      guard let id = finding["id"].string, let file = finding["file"].string else { return nil }
      return "\(id) \(file)"
    }
  }

  /// Every agency reports on both years.
  private func portal() throws -> TemporaryPortal {
    try TemporaryPortal(
      [2022, 2023].flatMap { year in
        ["liulin", "caizheng", "yunxi"].map { PortalArchive.report($0, year) }
      }.joined())
  }

  @Test func aPortalInOrderHasNoFindings() throws {
    #expect(try findings(portal()) == [])
  }

  @Test func lastYearsReportIsRead() throws {
    let portal = try portal()
    let file = "Content/reports/2023/liulin.md"
    try portal.replace(row, with: "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", in: file)
    try portal.replace(
      "| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", with: "| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", in: file)
    #expect(try findings(portal).filter { !$0.hasPrefix("carried-forward") } == ["carry-over \(file)"])
    #expect(try portal.run("build").exitCode == 1)
    let run = try portal.run("check")
    #expect(run.stdout.contains("总计：上年结转 1，而2022年报告结转下年度 0"))
    #expect(run.stdout.contains("Content/reports/2022/liulin.md"), "both reports are named")
  }

  @Test func reportsOfAPredecessorAreNotCompared() throws {
    let portal = try portal()
    let file = "Content/reports/2023/liulin.md"
    try portal.replace(row, with: "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", in: file)
    try portal.replace("| （七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", with: "| （七）总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", in: file)
    try portal.replace(
      "| （一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", with: "| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", in: file)
    try portal.replace(
      "kind: dispatched", with: "kind: dispatched\nactive: {from: 2023-01-01}\npredecessors: [caizheng]",
      in: "Content/agencies/liulin.md")
    #expect(try findings(portal) == [])
  }

  @Test func theTextsChangeSinceLastYearIsWorkedOut() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2022, requests: 10) + PortalArchive.report("liulin", 2023, requests: 12)
        + ["caizheng", "yunxi"].flatMap { [PortalArchive.report($0, 2022), PortalArchive.report($0, 2023)] }.joined())
    let file = "Content/reports/2023/liulin.md"
    let text = "本年按规定公开了政府信息。"
    try portal.replace(text, with: "收到政府信息公开申请12件，同比增长20%。", in: file)
    #expect(try findings(portal) == [])
    try portal.replace("同比增长20%", with: "同比增长25%", in: file)
    #expect(try findings(portal) == ["narrative-growth \(file)"])
    let run = try portal.run("check")
    #expect(run.stdout.contains("2022年 10，本年 12，增长 20.00%，正文写增长 25% [narrative-growth]"))
  }

  @Test func lateAndMissingReportsAreNamed() throws {
    let portal = try portal()
    try portal.remove("Content/reports/2022/liulin.md")
    try portal.replace("published: 2024-01-30", with: "published: 2024-02-20", in: "Content/reports/2023/caizheng.md")
    #expect(
      try findings(portal) == [
        "report-missing Content/agencies/liulin.md", "published-late Content/reports/2023/caizheng.md",
      ])
    try portal.write(
      "Content/site.yaml",
      portal.text("Content/site.yaml") + "deadlines:\n  - {kind: department, date: 03-01}\n")
    #expect(try findings(portal) == ["report-missing Content/agencies/liulin.md"])
  }

  @Test func aConsolidatedReportIsAddedUp() throws {
    let portal = try portal()
    let file = "Content/reports/2023/yunxi.md"
    try portal.replace("year: 2023", with: "year: 2023\nscope: consolidated\ncovers: [liulin, caizheng]", in: file)
    #expect(try findings(portal) == [])
    try portal.replace("| 行政处罚 | 0 |", with: "| 行政处罚 | 12 |", in: file)
    #expect(try findings(portal) == ["consolidated-sum \(file)"])
  }

  @Test func findingsBetweenReportsAreAcceptedAndGradedToo() throws {
    let portal = try portal()
    let (parts, whole) = ("Content/reports/2023/liulin.md", "Content/reports/2023/yunxi.md")
    try portal.replace(
      "year: 2023", with: "year: 2023\naccepted: [{finding: carry-over, reason: 原件如此}]", in: parts)
    try portal.replace(row, with: "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", in: parts)
    try portal.replace(
      "| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", with: "| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", in: parts)
    try portal.replace(
      "year: 2023",
      with: "year: 2023\nscope: consolidated\ncovers: [liulin, caizheng]\n"
        + "accepted: [{finding: consolidated-sum, reason: 原件如此}]", in: whole)
    try portal.replace("| 行政处罚 | 0 |", with: "| 行政处罚 | 12 |", in: whole)
    try portal.replace("published: 2024-01-30", with: "published: 2024-02-20", in: "Content/reports/2023/caizheng.md")
    try portal.write(
      "Content/site.yaml",
      portal.text("Content/site.yaml") + "rules: {published-late: error, carried-forward-share: off}\n")
    let json = try JSON(text: portal.run("check", "--format", "json").stdout)
    let found = json["findings"].items.map { finding in
      [finding["id"].string, finding["accepted"].isMissing ? finding["severity"].string : "accepted"]
    }
    #expect(
      Set(found) == [["consolidated-sum", "accepted"], ["carry-over", "accepted"], ["published-late", "error"]])
  }

  @Test func findingsInADraftDoNotBlockPublication() throws {
    let portal = try portal()
    let file = "Content/reports/2023/yunxi.md"
    try portal.replace(
      "year: 2023", with: "year: 2023\nstatus: draft\nscope: consolidated\ncovers: [liulin, caizheng]", in: file)
    try portal.replace("| 行政处罚 | 0 |", with: "| 行政处罚 | 12 |", in: file)
    let json = try JSON(text: portal.run("check", "--format", "json").stdout)
    #expect(json["findings"].items.isEmpty)
    #expect(json["withheld_findings"].items.map { $0["id"].string } == ["consolidated-sum"])
    #expect(try portal.run("build", "--strict").exitCode == 0)
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let portal = try portal()
    try portal.replace(
      row, with: "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", in: "Content/reports/2023/liulin.md")
    try portal.remove("Content/reports/2022/yunxi.md")
    #expect(try portal.run("check", "--jobs", "1").stdout == portal.run("check", "--jobs", "4").stdout)
  }
}
