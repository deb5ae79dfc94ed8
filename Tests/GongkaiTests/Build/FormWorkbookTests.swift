import Foundation
import Testing

/// The workbook of a report in the layout of its form, inspected as an archive of XML.
struct FormWorkbookTests {
  private static let path = "reports/2023/liulin-form.xlsx"

  private func portal(_ settings: String = "data: {forms: true}\n") throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023, requests: 3))
    try portal.replace(
      "| 规章 | 0 | 0 | 0 |", with: "| 规章 | 7 |  | 22（其中修订 16 件） |", in: "Content/reports/2023/liulin.md")
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | — |", in: "Content/reports/2023/liulin.md")
    try portal.replace("| 行政事业性收费 | 0 |", with: "| 行政事业性收费 | 18.8710 |", in: "Content/reports/2023/liulin.md")
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + settings)
    try portal.build()
    return portal
  }

  private func part(_ name: String, of portal: TemporaryPortal) throws -> String {
    try CommandRun(CommandRun.unzip, ["-p", "Output/\(Self.path)", name], in: portal.folder).stdout
  }

  /// The cells of a sheet by reference, with texts looked up.
  private func cells(_ sheet: Int, of portal: TemporaryPortal) throws -> [String: String] {
    let texts = try part("xl/sharedStrings.xml", of: portal).matches(of: /<t(?: [^>]*)?>([^<]*)<\/t>/)
      .map { String($0.1) }
    var cells: [String: String] = [:]
    for match in try part("xl/worksheets/sheet\(sheet).xml", of: portal)
      .matches(of: /<c r="([A-Z]+[0-9]+)"([^>]*)><v>([^<]*)<\/v>/)
    {
      cells[String(match.1)] = match.2.contains("t=\"s\"") ? texts[try #require(Int(match.3))] : String(match.3)
    }
    return cells
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: CommandRun.unzip.path), "there is no unzip"))
  func itHoldsTheTablesAsTheFormPrintsThem() throws {
    let portal = try portal()
    let names = try part("xl/workbook.xml", of: portal).matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
    #expect(names == ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"])

    let disclosure = try cells(1, of: portal)
    #expect(disclosure["A1"] == "liulin单位2023年政府信息公开工作年度报告")
    #expect(disclosure["A2"] == "发布机构：云溪区柳林街道办事处    统计期限：2023年1月1日至2023年12月31日    发布日期：2024年1月30日")
    #expect(disclosure["A3"] == names[0])
    #expect(disclosure["A4"] == "第二十条第（一）项")
    #expect(["A6", "B6", "C6", "D6"].map { disclosure[$0] } == ["规章", "7", nil, "22（其中修订 16 件）"])
    #expect(disclosure["B10"] == "—")
    #expect(disclosure["B17"] == "18.871")
    #expect(disclosure["A18"] == "https://www.example.gov.cn/nb/reports/2023/liulin.html")

    let sheets = try (1...3).map { try part("xl/worksheets/sheet\($0).xml", of: portal) }
    for range in ["A4:D4", "B9:D9", "B17:D17"] { #expect(sheets[0].contains("<mergeCell ref=\"\(range)\"/>")) }
    for range in ["A4:C6", "D4:J4", "E5:I5", "A9:A30", "B11:B18"] {
      #expect(sheets[1].contains("<mergeCell ref=\"\(range)\"/>"), "\(range)")
    }
    for range in ["A4:E4", "F4:O4", "A5:A6"] {
      #expect(sheets[2].contains("<mergeCell ref=\"\(range)\"/>"), "\(range)")
    }
    for sheet in sheets { #expect(sheet.contains("paperSize=\"9\"") && sheet.contains("fitToHeight=\"0\"")) }
    #expect(try cells(2, of: portal)["D7"] == "3")
    let disputes = try cells(3, of: portal)
    #expect("ABCDEFGHIJKLMNO".allSatisfy { disputes["\($0)7"] == "0" })
    #expect(try part("xl/styles.xml", of: portal).contains("<left style=\"thin\">"))
  }

  /// The form of 2019 leaves the unit of an amount to the author, who may state it in the heading.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: CommandRun.unzip.path), "there is no unzip"))
  func anAmountHasTheUnitOfItsAuthor() throws {
    let portal = try portal()
    try portal.remove("Content/reports/2023/liulin.md")
    _ = try portal.run("new", "report", "liulin", "2019")
    try portal.replace(
      "| 政府集中采购 | | |", with: "| 政府集中采购 | 3 | 1284.35 |", in: "Content/reports/2019/liulin.md")
    try portal.replace("| 采购总金额 |", with: "| 采购总金额（万元） |", in: "Content/reports/2019/liulin.md")
    try portal.replace("status: draft", with: "published: 2020-01-30", in: "Content/reports/2019/liulin.md")
    try portal.write(
      "Content/site.yaml", portal.text("Content/site.yaml") + "rules: {report-missing: off, blank-cells: off}\n")
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stdout)\(run.stderr)")
    let texts = try CommandRun(
      CommandRun.unzip, ["-p", "Output/reports/2019/liulin-form.xlsx", "xl/sharedStrings.xml"], in: portal.folder
    ).stdout
    #expect(texts.contains("<t>1284.35万元</t>"))
  }

  @Test func itIsLinkedAndListed() throws {
    let portal = try portal()
    let size = try #require(try portal.files()[Self.path]).count
    for page in ["reports/2023/liulin.html", "en/reports/2023/liulin.html"] {
      let html = try portal.text("Output/\(page)")
      #expect(html.contains("\(Self.path)\">Excel"))
      #expect(html.contains("<span class=\"size\">\((size + 500) / 1000) kB</span>"))
      #expect(html.contains("\"contentUrl\":\"https://www.example.gov.cn/nb/\(Self.path)\""))
    }
    #expect(try portal.text("Output/SHA256SUMS").contains("  \(Self.path)\n"))
    #expect(try portal.text("Output/.gongkai-manifest").contains(" \(Self.path)\n"))
    let before = try portal.files()
    #expect(try portal.run("build", "--jobs", "3").exitCode == 0)
    #expect(try portal.files() == before)
  }

  @Test func aReportWithoutTablesHasNone() throws {
    let portal = try portal()
    try portal.replace(
      "year: 2023", with: "year: 2023\nstatus: withdrawn\nwithdrawn: {date: 2024-05-01, reason: 数据有误}",
      in: "Content/reports/2023/liulin.md")
    try portal.write(
      "Content/reports/2018/liulin.md",
      "---\ntitle: 2018年报\nagency: liulin\nyear: 2018\npublished: 2019-01-30\nform: none\n---\n\n## 一、概述\n\n见附件。\n")
    try portal.expectFewReports()
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(portal.exists("Output/reports/2018/liulin.html"))
    #expect(try !portal.files().keys.contains { $0.hasSuffix("-form.xlsx") })
  }

  @Test func itIsMadeWhereThePortalAsksForIt() throws {
    let portal = try portal("")
    #expect(!portal.exists("Output/\(Self.path)"))
    #expect(try !portal.text("Output/reports/2023/liulin.html").contains("-form.xlsx"))
  }
}
