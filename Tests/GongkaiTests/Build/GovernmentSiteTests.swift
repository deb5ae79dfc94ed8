import Foundation
import Testing

/// Page labels and footer of government websites (国办发〔2017〕47号), and portals in the frame of another site.
struct GovernmentSiteTests {
  private static let site = """
    -- Content/site.yaml --
    name: 云溪区政府信息公开年报
    base_url: https://www.example.gov.cn/nb/
    languages: [zh-Hans, en]
    rules: {report-missing: off}

    """

  private static let labels = """
    government_site:
      name: 云溪区人民政府门户网站
      code: "5301990001"
      sponsor: 云溪区人民政府办公室
      icp: 滇ICP备00000000号
      error_reports: https://za.example.gov.cn/
      column: {description: 历年年报, keywords: [年报, 公开]}

    """

  private func portal(_ yaml: String, _ archive: String = "") throws -> TemporaryPortal {
    try TemporaryPortal(Self.site + yaml + archive + PortalArchive.report("liulin", 2023))
  }

  @Test func pagesCarryTheLabelsOfTheSiteAndTheColumn() throws {
    let portal = try portal(Self.labels)
    #expect(try portal.run("build").exitCode == 0)
    let labels = [
      "SiteName": "云溪区人民政府门户网站", "SiteDomain": "www.example.gov.cn", "SiteIDCode": "5301990001",
      "ColumnName": "云溪区政府信息公开年报", "ColumnDescription": "历年年报", "ColumnKeywords": "年报,公开",
      "ColumnType": "信息公开年报",
    ]
    for page in ["index.html", "years/2023/index.html", "en/agencies/liulin/index.html", "reports/2023/liulin.html"] {
      let text = try portal.text("Output/\(page)")
      for (name, content) in labels {
        #expect(text.contains("<meta name=\"\(name)\" content=\"\(content)\">"), "\(page) \(name)")
      }
      #expect(text.contains("滇ICP备00000000号"), "\(page)")
      #expect(text.contains("href=\"https://za.example.gov.cn/\""), "\(page)")
    }
    let report = try portal.text("Output/reports/2023/liulin.html")
    #expect(report.contains("<meta name=\"PubDate\" content=\"2024-01-30 00:00\">"))
    #expect(report.contains("<meta name=\"ContentSource\" content=\"云溪区柳林街道办事处\">"))
    #expect(!(try portal.text("Output/index.html").contains("ArticleTitle")))
  }

  @Test func aLabelWithoutAValueIsReported() throws {
    let json = try portal("government_site: {name: 云溪区}\n").run("check", "--format", "json").stdout
    let finding = try #require(
      try JSON(text: json)["findings"].items.first { $0["id"].string == "site-label-missing" })
    #expect(finding["severity"].string == "hint")
    #expect(finding["line"].integer == 5)
    #expect(finding["message"].string?.hasSuffix("SiteIDCode、ColumnDescription、ColumnKeywords") == true)
  }

  @Test func theColumnHasTheDescriptionOfThePortalUnlessItHasItsOwn() throws {
    let portal = try portal("description: 全区年报\ngovernment_site: {name: 云溪区, code: \"1\", column: {keywords: [年报]}}\n")
    #expect(!(try portal.run("check", "--format", "json").stdout.contains("site-label-missing")))
    try portal.run("build")
    #expect(try portal.text("Output/index.html").contains("<meta name=\"ColumnDescription\" content=\"全区年报\">"))
  }

  @Test func aPortalOfNoGovernmentNeedsNoLabels() throws {
    let portal = try portal("")
    try portal.replace("www.example.gov.cn", with: "www.example.org", in: "Content/site.yaml")
    #expect(!(try portal.run("check", "--format", "json").stdout.contains("site-label-missing")))
    try portal.run("build")
    #expect(!(try portal.text("Output/index.html").contains("ColumnType")))
  }

  @Test func aHostFrameReplacesHeaderAndFooter() throws {
    let portal = try portal(
      Self.labels + "frame: {header: frame/header.html, footer: frame/footer.html}\n",
      """
      -- Content/frame/header.html --
      <header id="host-header">云溪区人民政府</header>
      -- Content/frame/footer.html --
      <footer id="host-footer">网站地图</footer>

      """)
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    for page in ["index.html", "en/reports/2023/liulin.html"] {
      let text = try portal.text("Output/\(page)")
      #expect(text.contains("<header id=\"host-header\">") && text.contains("<footer id=\"host-footer\">"))
      #expect(!text.contains("<footer class=\"site-footer\">") && !text.contains("class=\"site-name\""))
      #expect(text.contains("class=\"site-nav\""), "the way around the column stays")
    }
  }

  @Test func aPortalMayHaveNoFrame() throws {
    let portal = try portal(Self.labels + "frame: none\n")
    try portal.run("build")
    let text = try portal.text("Output/index.html")
    #expect(!text.contains("site-footer") && !text.contains("class=\"site-name\""))
  }
}
