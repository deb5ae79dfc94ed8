import Foundation
import Testing

/// Reports that are not public yet, or no longer.
struct WithholdingTests {
  private static let embargoed = PortalArchive.report("caizheng", 2023, "publish_on: 2024-02-15")

  @Test func nothingOfADraftIsPublished() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023)
        + PortalArchive.report("caizheng", 2022, requests: 97531864, "status: draft\nindex_number: 草稿索引号"))
    try portal.replace("本年按规定公开", with: "草稿正文", in: "Content/reports/2022/caizheng.md")
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.stdout.contains("暂不发布（草稿）：Content/reports/2022/caizheng.md caizheng单位2022年政府信息公开工作年度报告"))
    let files = try portal.files()
    for secret in ["caizheng单位2022年", "97531864", "草稿正文", "草稿索引号", "2022/caizheng", "years/2022"] {
      #expect(files.holding(secret).isEmpty, "\(secret)")
    }
    #expect(!files.keys.contains { $0.contains("2022") })
    #expect(try portal.json("agencies/caizheng/index.json")["reports"].items.isEmpty)
  }

  @Test func aPublishedReportMayNotLinkADraft() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023) + PortalArchive.report("caizheng", 2023, "status: draft"))
    try portal.replace("本年按规定公开", with: "见[财政局](caizheng.md)，本年按规定公开", in: "Content/reports/2023/liulin.md")
    let run = try portal.run("build")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("reports/2023/caizheng.md 暂不发布，不能链接 [link-withheld]"), "\(run.stderr)")
    #expect(!portal.exists("Output/index.html"))
    try portal.replace("status: draft\n", with: "", in: "Content/reports/2023/caizheng.md")
    #expect(try portal.run("build").exitCode == 0)
    #expect(try portal.text("Output/reports/2023/liulin.html").contains("href=\"caizheng.html\""))
  }

  @Test func aDraftWithErrorsDoesNotBlockPublication() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023) + PortalArchive.report("caizheng", 2023, "status: draft"))
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | 若干 |", in: "Content/reports/2023/caizheng.md")
    #expect(try portal.run("build").exitCode == 0)
    let check = try portal.run("check", "--strict", "--format", "json")
    #expect(check.exitCode == 0)
    let json = try JSON(text: check.stdout)
    #expect(json["summary"]["errors"].integer == 0)
    #expect(json["summary"]["withheld"].integer == 1)
    #expect(json["withheld_findings"].items.contains { $0["id"].string == "cell-not-a-number" })
  }

  @Test(
    arguments: [(nil, false), ("2024-02-14", false), ("2024-02-15", true), ("2025-01-01", true)] as [(String?, Bool)])
  func anEmbargoEndsOnItsDay(_ date: String?, _ isPublished: Bool) throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023) + Self.embargoed)
    let executable = try CommandRun.executable
    let run = try CommandRun(executable, ["build"] + (date.map { ["--date", $0] } ?? []), in: portal.folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    let holding = try portal.files().holding("caizheng单位2023年")
    #expect(holding.isEmpty == !isPublished)
    #expect(run.stdout.contains("2024-02-15 起发布") == !isPublished)
    #expect(run.stdout.contains("Content/reports/2023/caizheng.md") == !isPublished)
  }

  /// Accepts a finding that involves a report under embargo, and returns which of the secrets the page and data reveal.
  private func leaks(
    _ finding: String, _ frontMatter: String = "", beside others: String, secrets: [String],
    _ change: (TemporaryPortal) throws -> Void
  ) throws -> [String] {
    let portal = try TemporaryPortal(
      PortalArchive.report(
        "liulin", 2023, "\(frontMatter)accepted: [{finding: \(finding), reason: 已向来文单位核实}]") + others)
    try change(portal)
    let run = try portal.run("build", "--strict")
    let check = try portal.run("check", "--format", "json")
    let found = try JSON(text: check.stdout)["findings"].items
    #expect(found.contains { $0["id"].string == finding && $0["accepted"]["reason"].string == "已向来文单位核实" })
    #expect(!found.contains { $0["id"].string == "acceptance-unused" }, "the office knows why")
    #expect(run.exitCode == 0, "\(run.stdout)\(run.stderr)")
    let files = try portal.files().filter {
      $0.key.contains("reports/2023/liulin") || $0.key.hasPrefix("data/findings")
    }
    #expect(files.count >= 4)
    let leaks = secrets.filter { !files.holding($0).isEmpty }
    // After the embargo, the fault is shown.
    #expect(try portal.run("build", "--strict", "--date", "2025-01-01").exitCode == 0)
    #expect(try portal.text("Output/reports/2023/liulin.html").contains("其中有 1 处已知的问题"))
    return leaks
  }

  @Test func aCopiedTableDoesNotNameAReportUnderEmbargo() throws {
    let leaks = try leaks("tables-identical", beside: Self.embargoed, secrets: ["caizheng", "财政局"]) { portal in
      for agency in ["liulin", "caizheng"] {
        let file = "Content/reports/2023/\(agency).md"
        try portal.replace("| 行政规范性文件 | 0 | 0 | 0 |", with: "| 行政规范性文件 | 7 | 3 | 77 |", in: file)
        try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | 12 |", in: file)
        try portal.replace("| 行政处罚 | 0 |", with: "| 行政处罚 | 15 |", in: file)
      }
      try portal.expectFewReports()
    }
    #expect(leaks == [])
  }

  @Test func aSumDoesNotRevealTheFiguresOfAReportUnderEmbargo() throws {
    let leaks = try leaks(
      "consolidated-sum", "scope: consolidated\ncovers: [caizheng]\n", beside: Self.embargoed, secrets: ["86420"]
    ) { portal in
      try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | 86420 |", in: "Content/reports/2023/caizheng.md")
      try portal.expectFewReports()
    }
    #expect(leaks == [])
  }

  @Test func aComparisonOfYearsDoesNotRevealAnEmbargoedYear() throws {
    let last = PortalArchive.report("liulin", 2022, "publish_on: 2024-02-15")
    let leaks = try leaks("documents-continued", beside: last, secrets: ["86420", "2022"]) { portal in
      try portal.replace(
        "| 行政规范性文件 | 0 | 0 | 0 |", with: "| 行政规范性文件 | 0 | 0 | 86420 |", in: "Content/reports/2022/liulin.md")
      try portal.expectFewReports()
    }
    #expect(leaks == [])
  }

  @Test func aWithdrawnReportLeavesATombstone() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2022, requests: 4)
        + PortalArchive.report(
          "liulin", 2023, requests: 86420, "status: withdrawn\nwithdrawn: {date: 2024-03-01, reason: 统计口径有误}")
        + PortalArchive.report("caizheng", 2023, requests: 2))
    try portal.replace("本年按规定公开", with: "撤回的正文", in: "Content/reports/2023/liulin.md")
    try portal.write("Content/reports/2023/liulin/liulin.pdf", "%PDF-1.4 sealed")
    #expect(try portal.run("build").exitCode == 0)
    let files = try portal.files()
    #expect(files.holding("86420").isEmpty)
    #expect(files.holding("撤回的正文").isEmpty)
    #expect(files.holding("%PDF-1.4").isEmpty, "its attachments are withdrawn too")
    let page = try portal.text("Output/reports/2023/liulin.html")
    #expect(page.contains("统计口径有误"))
    #expect(page.contains("2024年3月1日"))
    let json = try portal.json("reports/2023/liulin.json")
    #expect(json["status"].string == "withdrawn")
    #expect(json["tables"].keys.isEmpty)
    #expect(json["sections"].items.isEmpty)
    #expect(json["withdrawn"]["reason"].string == "统计口径有误")
    let year = try portal.json("years/2023/index.json")
    #expect(year["totals"]["figures"]["requests.new.total"].integer == 2)
    #expect(year["totals"]["reports_added"].integer == 1)
    #expect(year["reports"].items.map { $0["status"].string }.contains("withdrawn"), "it is listed with its status")
    #expect(try portal.text("Output/reports/2022/liulin.html").contains("href=\"../../reports/2023/liulin.html\""))
  }

  @Test func aWithdrawalNeedsItsReason() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023, "status: withdrawn"))
    let run = try portal.run("check")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("[key-missing]"))
  }
}
