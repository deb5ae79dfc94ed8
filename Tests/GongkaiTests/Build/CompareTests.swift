import Foundation
import Testing

/// The content of the comparison page; its script is tested in a browser (Tests/Site/comparison.py).
struct CompareTests {
  private static func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 3) + PortalArchive.report("caizheng", 2022, requests: 5))
    try portal.expectFewReports()
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    return portal
  }

  @Test func itOffersWhatThePortalHas() throws {
    let portal = try Self.portal()
    let page = try portal.text("Output/compare/index.html")
    let years = page.matches(of: #/name="years" value="(\d+)"/#).map { String($0.1) }
    #expect(years == ["2023", "2022"])
    let columns = page.matches(of: #/<option value="([a-z_]+)"( selected)?>/#)
    #expect(columns.map { String($0.1) }.first == "natural_person" && columns.count == 7)
    #expect(columns.filter { $0.2 != nil }.map { String($0.1) } == ["total"])
    #expect(page.contains(#/<script src="\.\.\/assets\/compare\.js\?v=[0-9a-z]+" defer>/#))
    #expect(try portal.text("Output/en/compare/index.html").contains("data-root=\"../../\" data-home=\"../\""))
    #expect(try portal.text("Output/agencies/liulin/index.html").contains("../../compare/index.html?agencies=liulin"))
  }

  @Test func eachRowThatItComparesIsARowOfTheReportsJSON() throws {
    let portal = try Self.portal()
    let tables = try portal.json("reports/2023/liulin.json")["tables"]
    let page = try portal.text("Output/compare/index.html")
    var cells = 0
    for match in page.matches(
      of: #/<tr data-row="([a-z]+)\.([a-z_.]+)"(?: data-parts="([^"]*)")?(?: data-column="([a-z_]+)")?/#)
    {
      let (table, row) = (String(match.1), String(match.2))
      let rows = match.3.map { $0.split(separator: " ").map(String.init) } ?? [row]
      for row in rows {
        #expect(!tables[table][row].isMissing, "\(table).\(row)")
        if let column = match.4 { #expect(!tables[table][row][String(column)].isMissing, "\(table).\(row).\(column)") }
      }
      cells += match.3 == nil ? match.4 == nil ? 7 : 1 : 0
    }
    #expect(cells == 200, "every cell of the form")
    #expect(
      page.contains(
        "data-share=\"requests.granted requests.partial\" data-of=\"requests.result_total\" data-base=\"20\""))
  }

  @Test func withoutScriptsItLeadsToPagesThatCompare() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023)
        + ["a", "b"].map {
          "-- Content/agencies/\($0).md --\n---\nname: \($0)街道\nregion: \"530199\"\nkind: dispatched\nfunction: street\n---\n"
        }.joined())
    try portal.expectFewReports()
    try portal.run("build")
    let page = try portal.text("Output/compare/index.html")
    #expect(page.contains("<noscript>") && page.contains("id=\"compare\" hidden"))
    for link in ["peers/street/index.html", "regions/530199/index.html", "rows/index.html"] {
      #expect(page.contains("href=\"../\(link)\""), "\(link)")
      #expect(portal.exists("Output/\(link)"))
    }
  }
}
