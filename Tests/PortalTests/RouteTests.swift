import Portal
import Testing

struct RouteTests {
  @Test(
    arguments: [
      (Route.home, "index.html", "index.json"), (.years, "years/index.html", "years/index.json"),
      (.year(2023, page: 1), "years/2023/index.html", "years/2023/index.json"),
      (.year(2023, page: 7), "years/2023/page-7.html", nil),
      (.agencies(page: 1), "agencies/index.html", "agencies/index.json"),
      (.agencies(page: 2), "agencies/page-2.html", nil),
      (.agency("liulin"), "agencies/liulin/index.html", "agencies/liulin/index.json"),
      (.regions, "regions/index.html", "regions/index.json"),
      (.region("530199", page: 2), "regions/530199/page-2.html", nil),
      (.report(year: 2023, agency: "liulin"), "reports/2023/liulin.html", "reports/2023/liulin.json"),
      (.notFound, "404.html", nil),
    ] as [(Route, String, String?)])
  func permalinksAreAContract(_ route: Route, _ path: String, _ json: String?) {
    #expect(route.path == path)
    #expect(route.json == json)
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
