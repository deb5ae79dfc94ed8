import Foundation
import Testing

/// Series and totals on pages, in words and charts.
struct SeriesTests {
  @Test func anAgencysPageFollowsItsFiguresOverTheYears() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2022, requests: 40) + PortalArchive.report("liulin", 2023, requests: 50)
        + PortalArchive.report("liulin", 2024, requests: 45))
    try portal.expectFewReports()
    #expect(try portal.run("build").exitCode == 0)
    let page = try portal.text("Output/agencies/liulin/index.html")
    #expect(page.contains("本年新收申请：2022年 40，2023年 50，2024年 45。"), "the chart in words")
    #expect(page.contains("较2023年") && page.contains("−5（−10.0%）"))
    #expect(page.contains("《行政复议法》"), "numbers of disputes break in 2024")
    #expect(page.contains("100.0%"), "all were granted")
  }

  @Test func theReconsiderationLawIsMarkedWhateverTheFormBeforeIt() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2022, requests: 3) + PortalArchive.report("liulin", 2024, requests: 4)
        + PortalArchive.report("liulin", 2023, "form: none").replacingOccurrences(of: "@form", with: "见附件。"))
    try portal.expectFewReports()
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stdout)")
    #expect(try portal.text("Output/agencies/liulin/index.html").contains("2024年起施行修订的《行政复议法》"))
  }

  @Test func aYearOfAnotherNameOrFormIsMarked() throws {
    let portal = try TemporaryPortal(
      """
      -- Content/agencies/liulin.md --
      ---
      name: 云溪区柳林街道办事处
      region: "530199"
      kind: dispatched
      names:
        - {name: 柳林镇人民政府, to: 2022-12-31}
      ---

      """ + PortalArchive.report("liulin", 2022, requests: 1) + PortalArchive.report("liulin", 2023, requests: 2))
    try portal.expectFewReports()
    #expect(try portal.run("build").exitCode == 0)
    let page = try portal.text("Output/agencies/liulin/index.html")
    #expect(page.contains("2023年起名称由“柳林镇人民政府”改为“云溪区柳林街道办事处”。"))
    #expect(!page.contains("较2022年"), "no change is given across a break")
    #expect(!page.contains("100.0%"), "no share of so few")
  }

  @Test func aYearsPageSaysWhoHasNotReported() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023)
        + PortalArchive.report("caizheng", 2023).replacingOccurrences(of: "2024-01-30", with: "2024-03-01"))
    try portal.run("build")
    let coverage = try portal.json("years/2023/index.json")["coverage"]
    #expect(coverage["bound"].integer == 3 && coverage["reported"].integer == 2)
    #expect(coverage["missing"].items.map(\.string) == ["yunxi"])
    #expect(coverage["late"].items.map(\.string) == ["caizheng"])
    #expect(try portal.text("Output/years/2023/index.html").contains("本站尚无报告的机关（1）"))
    #expect(
      try portal.text("Output/en/years/2023/index.html").contains("Agencies of which there is no report here (1)"))
    let site = try portal.text("Content/site.yaml")
    try portal.write("Content/site.yaml", site + "coverage: {missing: false, late: false}\n")
    try portal.run("build")
    let page = try portal.text("Output/years/2023/index.html")
    #expect(page.contains("3 个机关中，2 个已有报告"))
    #expect(!page.contains("尚无报告的机关") && !page.contains("晚于规定期限"))
  }

  @Test func aRegionsPageComparesItsAgencies() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2022, requests: 4) + PortalArchive.report("liulin", 2023, requests: 6)
        + PortalArchive.report("caizheng", 2022, requests: 30) + PortalArchive.report("caizheng", 2023, requests: 41)
        + PortalArchive.report("yunxi", 2022, requests: 34, "scope: consolidated\ncovers: [liulin, caizheng]")
        + PortalArchive.report("yunxi", 2023, requests: 47, "scope: consolidated\ncovers: [liulin, caizheng]"))
    try portal.expectFewReports()
    #expect(try portal.run("build").exitCode == 0)
    let page = try portal.text("Output/regions/530199/index.html")
    let charts = page.matches(
      of: #/<figcaption><a href="([^"]+)">([^<]+)</a></figcaption>\n<svg.*?</svg>/#.dotMatchesNewlines())
    #expect(charts.map { String($0.2) } == ["云溪区财政局", "云溪区柳林街道办事处"], "one that gathers others is none of them")
    for chart in charts { #expect(chart.0.contains(">50</text>"), "one scale") }
    #expect(page.contains("云溪区柳林街道办事处：2022年 4，2023年 6。"))
    let row = #/柳林街道办事处</a></th><td>4</td><td>6</td></tr>/#
    #expect(page.firstMatch(of: row) != nil, "the table beside")
    #expect(page.contains("href=\"agencies.svg\">") && portal.exists("Output/regions/530199/agencies.svg"))
    #expect(try !portal.text("Output/regions/530100/index.html").contains("charts small"), "no agency of its own")
  }

  @Test func aReportOpensWithItsKeyFacts() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023) + PortalArchive.report("caizheng", 2023, requests: 6))
    try portal.expectFewReports()
    try portal.replace(
      "| 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", with: "| 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | |",
      in: "Content/reports/2023/caizheng.md")
    #expect(try portal.run("build").exitCode == 0)
    #expect(try portal.text("Output/reports/2023/liulin.html").contains("没有收到政府信息公开申请，也没有结转的申请。"))
    let page = try portal.text("Output/reports/2023/caizheng.html")
    let fact = try #require(page.firstMatch(of: /新收政府信息公开申请 <a href="#(N\d+)">6<\/a> 件/))
    let cell = try #require(page.firstMatch(of: /<td id="(N\d+)"[^>]*>6<\/td><\/tr>/))
    #expect(fact.1 == cell.1, "the number leads to its cell")
    #expect(page.contains("不予处理 <a href=") && page.contains("\">未填</a> 件，其他处理"), "a blank is no 0")
    #expect(page.contains("https://www.example.gov.cn/nb/reports/2023/caizheng.html</span>"), "how to cite it")
  }

  @Test func aReportExplainsEachRowOfItsTables() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.expectFewReports()
    try portal.add(
      PortalArchive.report("caizheng", 2023, "form: none").replacingOccurrences(of: "@form", with: "见附件。"))
    #expect(try portal.run("build").exitCode == 0)
    let tables = try portal.json("reports/2023/liulin.json")["tables"]
    for (path, home, sentence) in [
      ("reports/2023/liulin.html", "../../", "申请的信息依法确定为国家秘密，不予公开。"),
      ("en/reports/2023/liulin.html", "../../", "The information is a state secret by law."),
    ] {
      let page = try portal.text("Output/\(path)")
      #expect(page.components(separatedBy: "<details><summary>").count - 1 == 3, "one for each table")
      #expect(page.contains(sentence), "\(path)")
      for table in tables.keys {
        for row in tables[table].keys {
          #expect(page.contains("<dt><a href=\"\(home)rows/\(table).\(row)/index.html\">"), "\(table).\(row)")
          #expect(portal.exists("Output/rows/\(table).\(row)/index.html"))
        }
      }
    }
    #expect(try !portal.text("Output/reports/2023/caizheng.html").contains("<details>"), "a report without tables")
  }

  /// A portal may declare a form with the rows of the statutory one but without some of its results.
  @Test func aFormWithoutSomeOfTheResultsHasNoKeyFacts() throws {
    let portal = try TemporaryPortal()
    try portal.expectFewReports()
    let applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    func list(_ entries: [(id: String, label: String)]) -> String {
      entries.map { "{id: \($0.id), label: \($0.label)}" }.joined(separator: ", ")
    }
    let columns = list(applicants.enumerated().map { ("a\($0.offset)", $0.element) })
    let rows = list([
      ("new", "本年新收"), ("carried_over", "上年结转"), ("result_total", "办结"), ("carried_forward", "结转下年"),
    ])
    try portal.write(
      "Content/forms/few-results.yaml",
      """
      id: few-results
      title: 省定格式
      years: {from: 2019}
      sections:
        - {id: requests, label: 申请情况, table: requests}
        - {id: disputes, label: 复议诉讼情况, table: disputes}
      tables:
        - id: requests
          title: 申请情况
          corners: [项目]
          blocks:
            - {id: requests, corner: 项目, columns: [\(columns)], rows: [\(rows)]}
        - id: disputes
          title: 复议诉讼情况
          corners: [项目]
          blocks:
            - id: disputes
              corner: 项目
              columns: [\(list([("upheld", "维持"), ("corrected", "纠正"), ("other", "其他"), ("pending", "未结"), ("total", "总计")]))]
              rows: [\(list([("review", "行政复议"), ("litigation_direct", "直接起诉"), ("litigation_after_review", "复议后起诉")]))]

      """)
    let table = "| 项目 | \(applicants.joined(separator: " | ")) |\n|---|\(String(repeating: "---:|", count: 7))\n"
    let numbers = ["本年新收", "上年结转", "办结", "结转下年"].map { "| \($0) | 1 | 1 | 1 | 1 | 1 | 1 | 6 |\n" }.joined()
    let disputes = ["行政复议", "直接起诉", "复议后起诉"].map { "| \($0) | 0 | 0 | 0 | 0 | 0 |\n" }.joined()
    try portal.write(
      "Content/reports/2023/liulin.md",
      """
      ---
      title: 2023年报
      agency: liulin
      year: 2023
      published: 2024-01-30
      form: few-results
      ---
      ## 申请情况

      \(table)\(numbers)
      ## 复议诉讼情况

      | 项目 | 维持 | 纠正 | 其他 | 未结 | 总计 |
      |---|---:|---:|---:|---:|---:|
      \(disputes)
      """)
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stdout)\(run.stderr)")
    let page = try portal.text("Output/reports/2023/liulin.html")
    #expect(page.contains("<td id=") && !page.contains("key-facts"))
  }
}
