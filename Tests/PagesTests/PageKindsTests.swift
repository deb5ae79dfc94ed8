import Diagnostics
import Portal
import RenderedPortals
import Reports
import Testing

@testable import Pages

struct PageKindsTests {
  private let rendered: RenderedPortal
  private let pages: [any Page]

  init() throws {
    rendered = try RenderedPortal(agencies: [("liulin", "柳林街道"), ("heyuan", "鹤园街道")])
    pages = PageKinds.pages(of: rendered.portal([ReportSummary(try rendered.report("liulin", 2023))]))
  }

  @Test func addressesAreAContract() {
    let addresses = Set(pages.map(\.route.path).filter { !$0.hasPrefix("rows/") || $0 == "rows/index.html" })
    #expect(
      addresses == [
        "index.html", "404.html", "years/index.html", "years/2023/index.html", "agencies/index.html",
        "agencies/liulin/index.html", "agencies/heyuan/index.html", "regions/index.html", "regions/530100/index.html",
        "regions/530199/index.html", "reports/2023/liulin.html", "rows/index.html", "compare/index.html",
        "search/index.html", "peers/street/index.html", "revisions/index.html",
      ])
  }

  @Test func anAddressIsThatOfOnePage() {
    #expect(Set(pages.map(\.route)).count == pages.count)
  }

  @Test func pagesLieInTheFolderOfTheirKind() {
    for page in pages {
      let folder = type(of: page).folder
      #expect(
        folder.isEmpty ? page.route.folder.isEmpty : page.route.path.hasPrefix("\(folder)/"), "\(page.route.path)")
    }
  }

  @Test func aKindThatPromisesATableOrAFeedHasIt() {
    for page in pages {
      #expect((page.table != nil) == type(of: page).hasTable, "\(page.route.path)")
      #expect((page.feed != nil) == type(of: page).hasFeed, "\(page.route.path)")
    }
  }

  @Test func aPageIsInEachLanguageOfThePortal() {
    let paths = pages.flatMap { page in
      type(of: page).languages(of: rendered.site).flatMap { page.paths(in: $0, of: rendered.site) }
    }
    #expect(paths.count == 2 * pages.count - 1, "but for the one that servers show in place of others")
    #expect(paths.contains("en/reports/2023/liulin.html"))
  }
}
