import Foundation
import Testing

/// An indicator has one identifier in all files, and the dictionary says how those that are not cells are computed.
struct IndicatorTests {
  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 3) + PortalArchive.report("liulin", 2024, requests: 4)
        + PortalArchive.report("caizheng", 2024, requests: 5))
    try portal.expectFewReports()
    try portal.build()
    return portal
  }

  private func rows(_ path: String, of portal: TemporaryPortal) throws -> [[String]] {
    try portal.text("Output/\(path)").dropFirst().components(separatedBy: "\r\n").dropLast().map {
      $0.components(separatedBy: ",")
    }
  }

  @Test func newRequestsHaveTheSameNameEverywhere() throws {
    let portal = try portal()
    let id = "requests.new.total"
    for path in [
      "data/cn-2021-requests.csv", "agencies/liulin/series.csv", "agencies/liulin/index.csv", "years/2024/index.csv",
      "years/index.csv", "regions/530199/by-year.csv", "rows/requests.new/by-year.csv",
    ] {
      #expect(try rows(path, of: portal)[0].contains(id), "\(path)")
    }
    #expect(try portal.json("agencies/liulin/index.json")["series"].items[0]["figures"][id].integer == 3)
    #expect(try portal.json("rows/requests.new/index.json")["main_column"].string == id)
    #expect(portal.exists("Output/agencies/liulin/\(id).svg"))
  }

  @Test func everyIdentifierIsInTheDictionary() throws {
    let portal = try portal()
    let dictionary = try portal.json("data/dictionary.json")
    var known = Set(dictionary["derived"].items.compactMap { $0["id"].string })
    for form in dictionary["forms"].items { known.formUnion(form["cells"].items.compactMap { $0["id"].string }) }
    #expect(known.isSuperset(of: ["requests.denied.total", "disputes.litigation.total", "requests.disclosed.share"]))
    let formula = dictionary["derived"].items.first { $0["id"].string == "disputes.litigation.total" }?["formula"]
      .string
    #expect(formula == "disputes.litigation_direct.total + disputes.litigation_after_review.total")
    let indicators = try Set(rows("data/indicators.csv", of: portal).map { $0[1] })
    for path in ["agencies/liulin/series.csv", "years/index.csv", "years/2024/by-region.csv"] {
      for name in try rows(path, of: portal)[0] where name.contains(".") {
        #expect(known.contains(name) && indicators.contains(name), "\(path): \(name)")
      }
    }
    for path in try portal.files().keys where path.hasSuffix("csv-metadata.json") && !path.hasPrefix("reports/") {
      #expect(try !portal.text("Output/\(path)").contains(/"name":"[^"]*[+\-]/), "\(path)")
    }
  }

  @Test func yearsThatCannotBeComparedAreMarked() throws {
    let portal = try portal()
    let series = try rows("agencies/liulin/series.csv", of: portal)
    let place = try #require(series[0].firstIndex(of: "break"))
    #expect(series.dropFirst().map { $0[place] } == ["", "A"], "the law on reconsideration was changed in 2024")
    #expect(
      try portal.json("agencies/liulin/index.json")["series"].items.map { $0["break"].string ?? "" } == ["", "A"])
    let region = try rows("regions/530199/by-year.csv", of: portal)
    let mark = try #require(region[0].firstIndex(of: "break"))
    #expect(region.dropFirst().map { $0[mark] } == ["A", ""], "newest first; an office joined")
    #expect(try portal.json("regions/530199/index.json")["by_year"].items[0]["break"].string == "A")
    #expect(try portal.text("Output/regions/530199/index.html").contains("2024年计入的报告由 1 份变为 2 份"))
  }

  @Test func theFormsAreCompared() throws {
    let portal = try portal()
    let rows = try rows("data/crosswalk.csv", of: portal)
    #expect(
      rows[0].prefix(6) == [
        "cn_2014", "cn_2019", "cn_2021", "relation_2014_2019", "relation_2019_2021", "relation_2014_2021",
      ])
    let received = try #require(rows.first { $0[0] == "statistics.requests.received.value" })
    #expect(received[1...5] == ["requests.new.total", "requests.new.total", "same", "same", "same"])
    let dictionary = try portal.json("data/dictionary.json")
    for (place, form) in ["cn-2014", "cn-2019", "cn-2021"].enumerated() {
      let cells = try #require(dictionary["forms"].items.first { $0["id"].string == form })["cells"].items
      let ids = Set(cells.compactMap { $0["id"].string })
      let derived = Set(
        dictionary["derived"].items.filter { $0["form"].string == form }.compactMap { $0["id"].string })
      let listed = Set(rows.dropFirst().map { $0[place] }).subtracting([""])
      #expect(listed.isSubset(of: ids.union(derived)), "\(form): \(listed.subtracting(ids.union(derived)))")
      #expect(ids.isSubset(of: listed), "\(form): \(ids.subtracting(listed))")
    }
    #expect(try portal.text("Output/data/crosswalk.html").contains("<code>statistics.requests.received.value</code>"))
  }
}
