import Foundation
import FoundationXML
import Testing

/// Charts as standalone files, and the numbers that they are drawn from.
struct ChartFilesTests {
  private static func portal(_ settings: String = "") throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2021, requests: 40) + PortalArchive.report("liulin", 2022, requests: 50)
        + PortalArchive.report("liulin", 2023, requests: 45) + PortalArchive.report("caizheng", 2023, requests: 6))
    try portal.write(
      "Content/site.yaml", portal.text("Content/site.yaml") + "rules: {report-missing: off}\n\(settings)")
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    return portal
  }

  @Test func aChartLinksToItsFileAndItsNumbers() throws {
    let portal = try Self.portal()
    for (page, file, table, json) in [
      ("agencies/liulin/", "requests.new.total.svg", "series.csv", "index.json"),
      ("agencies/liulin/", "outcomes.svg", "series.csv", "index.json"),
      ("years/2023/", "outcomes.svg", "by-region.csv", "index.json"),
      ("regions/530199/", "requests.new.total.svg", "by-year.csv", "index.json"),
      ("rows/requests.new/", "requests.new.total.svg", "by-year.csv", "index.json"),
    ] {
      let html = try portal.text("Output/\(page)index.html")
      #expect(html.contains("href=\"\(file)\">"), "\(page)")
      #expect(html.contains("href=\"../../\(page)\(table)\">") && html.contains("href=\"../../\(page)\(json)\">"))
      #expect(portal.exists("Output/\(page)\(table)") && portal.exists("Output/\(page)\(table)-metadata.json"))
      for svg in [try portal.text("Output/\(page)\(file)"), try portal.text("Output/en/\(page)\(file)")] {
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        #expect(svg.contains("prefers-color-scheme: dark") && svg.contains("<desc"))
      }
    }
    let english = try portal.text("Output/en/agencies/liulin/requests.new.total.svg")
    #expect(english.contains("云溪区柳林街道办事处: New requests") && english.contains("2022: 50"))
    #expect(
      try portal.text("Output/agencies/liulin/requests.new.total.svg").contains(
        "https://www.example.gov.cn/nb/agencies/"))
  }

  @Test func theNumbersBesideAChartAreThoseOfTheReports() throws {
    let portal = try Self.portal()
    let series = try portal.json("agencies/liulin/index.json")["series"].items
    #expect(series.map { $0["year"].integer } == [2021, 2022, 2023])
    #expect(series.map { $0["figures"]["requests.new.total"].integer } == [40, 50, 45])
    for entry in series {
      let report = try portal.json("reports/\(entry["year"].integer ?? 0)/liulin.json")["tables"]["requests"]
      #expect(entry["figures"]["requests.result_total.total"].integer == report["result_total"]["total"].integer)
    }
    let csv = try portal.text("Output/agencies/liulin/series.csv").split(separator: "\r\n")
    #expect(csv[0].dropFirst().hasPrefix("agency,agency_name,year,form,scope,requests.new.total,"))
    #expect(
      csv.dropFirst().map { $0.split(separator: ",")[2...5].joined(separator: ",") } == [
        "2021,cn-2021,own,40", "2022,cn-2021,own,50", "2023,cn-2021,own,45",
      ])
    let regions = try portal.text("Output/years/2023/by-region.csv").split(separator: "\r\n")
    #expect(regions.count == 2 && regions[1].hasPrefix("530199,云溪区,2,51,"), "\(regions)")
    let years = try portal.text("Output/regions/530100/by-year.csv").split(separator: "\r\n")
    #expect(
      years.dropFirst().map { $0.prefix(10) } == ["2023,2,51,", "2022,1,50,", "2021,1,40,"].map { $0.prefix(10) })
    let parts = try portal.json("regions/530100/index.json")["parts"].items
    #expect(parts.map { $0["region"].string } == ["530199"])
    #expect(parts.map { $0["totals"]["requests.new.total"].integer } == [51])
    #expect(try portal.text("Output/regions/530100/parts.csv").contains("\r\n530199,云溪区,2,51,"))
  }

  @Test func aMarkBetweenYearsIsExplainedInTheFile() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 4) + PortalArchive.report("liulin", 2024, requests: 5))
    try portal.expectFewReports()
    try portal.write(
      "Content/agencies/liulin.md",
      portal.text("Content/agencies/liulin.md").replacingOccurrences(
        of: "kind: dispatched", with: "kind: dispatched\nnames: [{name: 柳林镇人民政府, to: 2023-12-31}]"))
    #expect(try portal.run("build").exitCode == 0)
    #expect(try portal.text("Output/agencies/liulin/requests.new.total.svg").contains(">A 2024年起名称由“柳林镇人民政府”"))
  }

  @Test func theyMayBeLeftOut() throws {
    let portal = try Self.portal("data: {charts: false}\n")
    let html = try portal.text("Output/agencies/liulin/index.html")
    #expect(html.contains("<svg class=\"chart\"") && html.contains("href=\"../../agencies/liulin/series.csv\">"))
    #expect(!html.contains("requests.new.total.svg"))
    #expect(try portal.files().keys.filter { $0.hasSuffix(".svg") } == ["assets/icon.svg"])
  }

  @Test func aThemeMayHaveItsOwnStyleOfFiles() throws {
    let portal = try TemporaryPortal(
      """
      -- Themes/default/theme.yaml --
      extends: default
      -- Themes/default/chart.css --
      .curve { stroke: #a00 }

      """ + PortalArchive.report("liulin", 2022, requests: 4) + PortalArchive.report("liulin", 2023, requests: 5))
    try portal.expectFewReports()
    try portal.run("build")
    let svg = try portal.text("Output/agencies/liulin/requests.new.total.svg")
    #expect(svg.contains(".curve { stroke: #a00 }") && !svg.contains("prefers-color-scheme"))
  }
}
