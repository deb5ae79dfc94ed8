import Portal
import Testing

struct RouteTests {
  @Test(
    arguments: [
      (Route.home, "index.html", "index.json"), (.year(2023), "years/2023/index.html", "years/2023/index.json"),
      (.agency("liulin"), "agencies/liulin/index.html", "agencies/liulin/index.json"),
      (.region("530199"), "regions/530199/index.html", "regions/530199/index.json"),
      (.row("requests.new"), "rows/requests.new/index.html", "rows/requests.new/index.json"),
      (.report(year: 2023, agency: "liulin"), "reports/2023/liulin.html", "reports/2023/liulin.json"),
      (.data, "data/index.html", "data/index.json"), (.dictionary, "data/dictionary.html", "data/dictionary.json"),
    ])
  func permalinksAreAContract(_ route: Route, _ path: String, _ json: String) {
    #expect(route.path == path)
    #expect(route.json == json)
  }

  @Test func aListOnSeveralPagesHasThemInItsFolder() {
    #expect(Route.year(2023).page(1).path == "years/2023/index.html")
    #expect(Route.year(2023).page(7).path == "years/2023/page-7.html")
    #expect(Route.home.page(2).path == "page-2.html")
  }

  @Test(arguments: [
    ("index.html", "years/index.html", "years/index.html"), ("reports/2023/a.html", "index.html", "../../index.html"),
    ("reports/2023/a.html", "reports/2022/a.html", "../../reports/2022/a.html"),
    ("en/reports/2023/a.html", "reports/2023/a.json", "../../../reports/2023/a.json"),
  ])
  func relativeAddressesGoByWayOfTheRoot(_ from: String, _ to: String, _ relative: String) {
    #expect(Route.relative(from: from, to: to) == relative)
  }

  @Test func theWayUpEndsAtTheRoot() {
    #expect(Route.up(from: "index.html") == "")
    #expect(Route.up(from: "en/reports/2023/a.html") == "../../../")
  }
}
