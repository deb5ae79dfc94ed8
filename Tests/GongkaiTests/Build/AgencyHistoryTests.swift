import Foundation
import Testing

/// Agencies over the years, joint reports, and what totals add up.
struct AgencyHistoryTests {
  @Test func aReportShowsTheNameInForceInItsYear() throws {
    let portal = try TemporaryPortal(
      """
      -- Content/agencies/liulin.md --
      ---
      name: 云溪区柳林街道办事处
      region: "530199"
      names:
        - {name: 云溪区柳林镇人民政府, to: 2021-12-31}
        - {name: 云溪县柳林乡人民政府, to: 2018-05-31}
      ---

      """ + PortalArchive.report("liulin", 2021) + PortalArchive.report("liulin", 2022))
    #expect(try portal.run("build").exitCode == 0)
    #expect(try portal.json("reports/2021/liulin.json")["agency"]["name"].string == "云溪区柳林镇人民政府")
    #expect(try portal.json("reports/2022/liulin.json")["agency"]["name"].string == "云溪区柳林街道办事处")
    #expect(try portal.text("Output/reports/2021/liulin.html").contains("云溪区柳林镇人民政府"))
    #expect(try !portal.text("Output/reports/2022/liulin.html").contains("云溪区柳林镇人民政府"))
    #expect(try portal.text("Output/years/2021/index.html").contains("云溪区柳林镇人民政府"))
    let agency = try portal.json("agencies/liulin/index.json")
    #expect(agency["names"].items.map { $0["to"].string } == ["2018-05-31", "2021-12-31"])
    let page = try portal.text("Output/agencies/liulin/index.html").replacing(/<[^>]*>/, with: "")
    #expect(page.contains("云溪县柳林乡人民政府（至2018年5月31日）"))
  }

  @Test func aJointReportIsListedUnderEachAndCountedOnce() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023, requests: 5, "joint: [caizheng]"))
    #expect(try portal.run("build").exitCode == 0)
    for agency in ["liulin", "caizheng"] {
      let reports = try portal.json("agencies/\(agency)/index.json")["reports"].items
      #expect(reports.map { $0["url"].string } == ["../../reports/2023/liulin.html"])
      #expect(try portal.text("Output/agencies/\(agency)/index.html").contains("../../reports/2023/liulin.html"))
    }
    let year = try portal.json("years/2023/index.json")
    #expect(year["reports"].items.count == 1)
    #expect(year["totals"]["figures"]["requests.new.total"].integer == 5)
    #expect(try portal.json("index.json")["counts"]["reports"].integer == 1)
    let region = try portal.json("regions/530199/index.json")
    #expect(region["reports"].items.count == 1, "once in the list of its region")
    #expect(region["region"]["reports"].integer == 1, "once in the count of its region")
    #expect(try portal.json("regions/index.json")["regions"].items.map { $0["reports_within"].integer } == [1, 1])
  }

  @Test func aConsolidatedReportIsExcludedFromTotals() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 5) + PortalArchive.report("caizheng", 2023, requests: 7)
        + PortalArchive.report("yunxi", 2023, requests: 12, "scope: consolidated\ncovers: [liulin, caizheng]"))
    #expect(try portal.run("build").exitCode == 0)
    let totals = try portal.json("years/2023/index.json")["totals"]
    #expect(totals["figures"]["requests.new.total"].integer == 12)
    #expect(totals["reports_added"].integer == 2)
    #expect(totals["consolidated_left_out"].integer == 1)
    #expect(try portal.json("reports/2023/yunxi.json")["covers"].items.map { $0.string } == ["liulin", "caizheng"])
    #expect(try portal.text("Output/reports/2023/yunxi.html").contains("本报告汇总了 2 个机关的数据。"))
    #expect(try portal.text("Output/years/2023/index.html").contains("合计只加总各机关本机关的报告"))
  }

  @Test func aCorrectionIsShown() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report(
        "liulin", 2023, requests: 3,
        """
        corrections:
          - {date: 2024-05-06, cell: requests.new.natural_person, from: 4, to: 3, reason: 重复登记一件}
          - {date: 2024-06-07, section: overview, reason: 文字有误}
        """))
    #expect(try portal.run("build").exitCode == 0)
    let page = try portal.text("Output/reports/2023/liulin.html")
    #expect(page.contains("重复登记一件"))
    #expect(page.contains("自然人"))
    #expect(page.contains("2024年5月6日"))
    let corrections = try portal.json("reports/2023/liulin.json")["corrections"].items
    #expect(corrections.map { $0["from"].string } == ["4", nil])
    #expect(corrections.map { $0["reason"].string } == ["重复登记一件", "文字有误"])
  }

  @Test(arguments: [
    "agency: luilin", "agency: liulin\njoint: [nobody]", "agency: liulin\nscope: consolidated\ncovers: [nobody]",
  ])
  func anAgencyThatIsNotRegisteredIsAnError(_ line: String) throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.replace("agency: liulin", with: line, in: "Content/reports/2023/liulin.md")
    let run = try portal.run("check")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("[agency-unknown]"))
  }
}
