import Diagnostics
import Languages
import Portal
import RenderedPortals
import Reports
import Testing

@testable import Pages

struct PaginationTests {
  @Test func everyRowIsOnOnePage() {
    for count in [0, 1, 199, 200, 201, 400, 100_000] {
      let pagination = Pagination(count: count)
      let ranges = (1...pagination.pages).map { pagination.range(of: $0) }
      #expect(ranges.flatMap { Array($0) } == Array(0..<count))
    }
  }

  @Test(.timeLimit(.minutes(3))) func aYearOfAHundredThousandReports() throws {
    var portal = try RenderedPortal(languages: [.simplifiedChinese], agencies: [("liulin", "柳林街道")])
    let summary = ReportSummary(try portal.report("liulin", 2023))
    try portal.render([], summaries: Array(repeating: summary, count: 100_000), only: [.year(2023)])
    let pages = portal.files.keys.filter { $0.hasPrefix("years/2023/") && $0.hasSuffix(".html") }
    #expect(pages.count == 500)
    #expect(portal.files.keys.count { $0.hasSuffix(".json") } == 1, "the first page's data covers them all")
    let last = try #require(portal.files["years/2023/page-500.html"])
    #expect(last.contains("第 500 页，共 500 页"))
    #expect(last.contains("rel=\"canonical\" href=\"https://www.example.gov.cn/nb/years/2023/page-500.html\""))
    #expect(last.contains("rel=\"prev\" href=\"../../years/2023/page-499.html\""))
    #expect(!last.contains("rel=\"next\""))
    // Every page can be reached from the first in a few steps.
    var reached: Set<String> = ["years/2023/index.html"]
    var frontier = reached
    var steps = 0
    while !frontier.isEmpty {
      let linked = frontier.flatMap { path in
        portal.files[path, default: ""].split(separator: "href=\"../../").dropFirst().map {
          String($0.prefix { $0 != "\"" })
        }
      }
      frontier = Set(linked.filter { $0.hasPrefix("years/2023/") && $0.hasSuffix(".html") }).subtracting(reached)
      reached.formUnion(frontier)
      steps += 1
    }
    #expect(reached.count == 500)
    #expect(steps <= 30, "\(steps) steps")
    #expect(pages.allSatisfy { portal.files[$0, default: ""].utf8.count < 200_000 }, "and no page is long")
  }

  @Test func aShortListHasNoPages() throws {
    var portal = try RenderedPortal(languages: [.simplifiedChinese], agencies: [("liulin", "柳林街道")])
    try portal.render([portal.report("liulin", 2023)])
    #expect(portal.files.values.allSatisfy { !$0.contains("page-2.html") })
    #expect(portal.files["years/2023/index.html"]?.contains("class=\"pages\"") == false)
  }

  @Test func agenciesAndRegionsArePaginatedToo() throws {
    var portal = try RenderedPortal(
      languages: [.simplifiedChinese], agencies: (1...401).map { ("a\($0)", "机关 \($0)") })
    try portal.render([], only: [.agencies, .region("530199")])
    for folder in ["agencies", "regions/530199"] {
      #expect(portal.files["\(folder)/page-3.html"]?.contains("第 3 页，共 3 页") == true)
      #expect(portal.files["\(folder)/page-4.html"] == nil)
      #expect(portal.files["\(folder)/page-2.json"] == nil)
    }
  }
}
