import Foundation
import Testing

/// Reports that are not for the public, or no longer.
struct WithholdingTests {
  private static let embargoed = PortalArchive.report("caizheng", 2023, "publish_on: 2024-02-15")

  @Test func nothingOfADraftIsPublished() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023)
        + PortalArchive.report("caizheng", 2022, requests: 97531, "status: draft\nindex_number: 草稿索引号"))
    try portal.replace("本年按规定公开", with: "草稿正文", in: "Content/reports/2022/caizheng.md")
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.stdout.contains("暂不发布（草稿）：Content/reports/2022/caizheng.md caizheng单位2022年政府信息公开工作年度报告"))
    let files = try portal.files()
    for secret in ["caizheng单位2022年", "97531", "草稿正文", "草稿索引号", "2022/caizheng", "years/2022"] {
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

  @Test func aDraftWithErrorsStopsNothing() throws {
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
    #expect(year["totals"]["reports"].integer == 1)
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
