import Foundation
import Testing

/// What a script needs to sort and filter lists; the script is tested in a browser (Tests/Site/lists.py).
struct ListTests {
  @Test(arguments: [
    "agencies/index.html", "years/2023/index.html", "regions/530199/index.html", "rows/requests.new/index.html",
    "en/years/2023/index.html",
  ])
  func aListCanBeSortedByItsScript(_ path: String) throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 3) + PortalArchive.report("caizheng", 2023, requests: 5))
    try portal.expectFewReports()
    #expect(try portal.run("build").exitCode == 0)
    let page = try portal.text("Output/\(path)")
    #expect(page.contains("data-sortable>"))
    let up = try #require(page.firstMatch(of: #/<script src="((?:\.\./)+)assets/lists\.js\?v=[0-9a-z]+" defer>/#)?.1)
    #expect(up.count == 3 * (path.split(separator: "/").count - 1))
    #expect(page.contains("<template id=\"list-strings\">"))
    #expect(!page.contains("<button") && !page.contains("aria-sort"), "what needs a script is made by it")
    #expect(portal.exists("Output/assets/lists.js") && portal.exists("Output/assets/lists.css"))
  }

  @Test func aReportHasNoScript() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023, requests: 3))
    try portal.run("build")
    #expect(try !portal.text("Output/reports/2023/liulin.html").contains("<script src"))
  }

  @Test func aPageOfAListSaysHowManyRowsThereAre() throws {
    let agencies = (0..<201).map {
      "-- Content/agencies/a\($0).md --\n---\nname: 机关\($0)\nregion: \"530199\"\nkind: department\n---\n"
    }
    let portal = try TemporaryPortal(agencies.joined() + PortalArchive.report("liulin", 2023))
    try portal.run("build", "--no-data", "--no-search")
    for page in ["agencies/index.html", "agencies/page-2.html", "regions/530199/page-2.html"] {
      #expect(
        try portal.text("Output/\(page)").contains("</table>\n</div>\n<nav class=\"pages\" data-rows=\"204\""),
        "\(page)")
    }
  }
}
