import Foundation
import Testing

/// Every figure of an index page is the sum over the published JSON of the reports that it names. It is recomputed here
/// from files of the site alone.
struct FiguresFromDataTests {
  /// Four agencies in two regions, a consolidated report, a blank, a withdrawn report, and both forms.
  private static func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      """
      -- Content/agencies/beihe.md --
      ---
      name: 昆明市北河局
      region: "530100"
      kind: department
      function: rivers
      ---
      -- Content/agencies/nanhe.md --
      ---
      name: 云溪区南河局
      region: "530199"
      kind: department
      function: rivers
      ---

      """
        + PortalArchive.report("liulin", 2022, requests: 3) + PortalArchive.report("liulin", 2023, requests: 5)
        + PortalArchive.report("caizheng", 2023, requests: 7)
        + PortalArchive.report("beihe", 2023, requests: 11) + PortalArchive.report("nanhe", 2023, requests: 13)
        + PortalArchive.report("yunxi", 2023, requests: 25, "scope: consolidated\ncovers: [liulin, caizheng, nanhe]")
        + PortalArchive.report(
          "nanhe", 2022, requests: 2, "status: withdrawn\nwithdrawn: {date: 2023-05-01, reason: 有误}"))
    try portal.expectFewReports()
    // A blank is not a 0: the report adds nothing to this row.
    try portal.replace(
      "| 4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", with: "| 4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 |  |",
      in: "Content/reports/2023/caizheng.md")
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    return portal
  }

  /// The published reports of a site according to their own JSON.
  private struct Published {
    var reports: [JSON] = []

    init(_ portal: TemporaryPortal) throws {
      for path in try portal.files().keys.sorted() where path.hasPrefix("reports/") && path.hasSuffix(".json") {
        if path.hasSuffix("metadata.json") { continue }
        reports.append(try portal.json(path))
      }
    }

    /// The values stated in a cell by reports on an agency's own work; blanks are left out.
    func values(_ table: String, _ row: String, _ column: String, where isMeant: (JSON) -> Bool) -> [Int?] {
      reports.filter { $0["status"].string == "published" && $0["scope"].string == "own" && isMeant($0) }
        .map { $0["tables"][table][row][column].integer }
    }
  }

  private static func sum(_ values: [Int?]) -> Int? {
    let stated = values.compactMap { $0 }
    return stated.isEmpty ? nil : stated.reduce(0, +)
  }

  @Test func totalsByRegionAddTheOwnReportsOfEachRegion() throws {
    let portal = try Self.portal()
    let published = try Published(portal)
    #expect(published.reports.count == 7)
    for year in [2022, 2023] {
      let regions = try portal.json("years/\(year)/index.json")["by_region"].items
      #expect(regions.count == (year == 2022 ? 1 : 2))
      for entry in regions {
        let region = try #require(entry["region"].string)
        func values(_ row: String) -> [Int?] {
          published.values("requests", row, "total") {
            $0["year"].integer == year && $0["agency"]["region"].string == region
          }
        }
        #expect(entry["reports_added"].integer == values("new").count)
        #expect(entry["totals"]["requests.new.total"].integer == Self.sum(values("new")))
        #expect(entry["totals"]["requests.result_total.total"].integer == Self.sum(values("result_total")))
        #expect(entry["totals"]["requests.granted.total"].integer == Self.sum(values("granted")))
      }
    }
    let regions = try portal.json("years/2023/index.json")["by_region"].items
    #expect(regions.map { $0["totals"]["requests.new.total"].integer } == [11, 25])
    // In 2023, one report leaves a reason blank, so the number of its refusals is unknown.
    #expect(regions.map { $0["totals"]["requests.denied.total"].integer } == [0, 0])
  }

  @Test func aRegionIncludesTheRegionsBelowIt() throws {
    let portal = try Self.portal()
    let published = try Published(portal)
    for (region, within) in [("530100", ["530100", "530199"]), ("530199", ["530199"])] {
      let years = try portal.json("regions/\(region)/index.json")["by_year"].items
      #expect(years.count == 2)
      for entry in years {
        let values = published.values("requests", "new", "total") {
          $0["year"].integer == entry["year"].integer && within.contains($0["agency"]["region"].string ?? "")
        }
        #expect(entry["reports_added"].integer == values.count)
        #expect(entry["totals"]["requests.new.total"].integer == Self.sum(values))
      }
    }
    #expect(
      try portal.json("regions/530100/index.json")["by_year"].items.first?["totals"]["requests.new.total"].integer == 36
    )
  }

  /// The figures at the top of the front page, of the list of years, of a year and of a region.
  @Test func keyFiguresAddTheCellsThatTheyName() throws {
    let portal = try Self.portal()
    let published = try Published(portal)
    let derived = try portal.json("data/dictionary.json")["derived"].items
    let formulas = Dictionary(
      derived.map { ($0["id"].string ?? "", $0["formula"].string ?? "") }, uniquingKeysWith: { $1 })
    func check(_ totals: JSON, _ year: Int, in regions: [String]? = nil) throws -> Int {
      let isMeant = { (report: JSON) in
        report["year"].integer == year && regions?.contains(report["agency"]["region"].string ?? "") != false
      }
      let figures = totals["figures"]
      for id in figures.keys {
        let cells = try (formulas[id] ?? id).split(separator: "+").map { term in
          let cell = term.filter { $0 != " " }
          let parts = cell.split(separator: ".").map(String.init)
          return try (parts[0], parts[1..<(parts.count - 1)].joined(separator: "."), #require(parts.last))
        }
        let parts = cells.map { published.values($0.0, $0.1, $0.2, where: isMeant) }
        // A report with a blank in one of the cells adds nothing.
        let sums = parts[0].indices.map { report in
          parts.reduce(Int?(0)) { sum, values in sum.flatMap { sum in values[report].map { sum + $0 } } }
        }
        #expect(figures[id].integer == Self.sum(sums), "\(id) of \(year)")
      }
      #expect(totals["reports_added"].integer == published.values("requests", "new", "total", where: isMeant).count)
      return figures.keys.count
    }
    var checked = 0
    for list in [try portal.json("index.json"), try portal.json("years/index.json")] {
      for entry in list["years"].items { checked += try check(entry["totals"], #require(entry["year"].integer)) }
    }
    for year in [2022, 2023] { checked += try check(portal.json("years/\(year)/index.json")["totals"], year) }
    for region in ["530100", "530199"] {
      let page = try portal.json("regions/\(region)/index.json")
      checked += try check(page["totals"], #require(page["newest_year"].integer), in: [region])
    }
    #expect(checked == 8 * 8)
    let front = try portal.text("Output/index.html")
    #expect(front.contains(">36<") && front.contains(">3<"), "new requests of 2023 and of 2022")
  }

  @Test func everyRowHasTheSumsOfTheReportsThatStateIt() throws {
    let portal = try Self.portal()
    let published = try Published(portal)
    var checked = 0
    for link in try portal.json("rows/index.json")["rows"].items {
      let id = try #require(link["id"].string)
      let row = try portal.json("rows/\(id)/index.json")
      let parts = id.split(separator: ".", maxSplits: 1).map(String.init)
      let column = try #require(row["main_column"].string)
      for entry in row["by_year"].items {
        for name in entry["totals"].keys {
          let values = published.values(parts[0], parts[1], String(name.dropFirst(id.count + 1))) {
            $0["year"].integer == entry["year"].integer
          }
          // Groups are not cells of the form, but their parts are.
          if published.reports[0]["tables"][parts[0]][parts[1]].isMissing { continue }
          #expect(entry["totals"][name].integer == Self.sum(values), "\(id) \(name)")
          checked += 1
          if name == column {
            #expect(entry["stated"].integer == values.count { $0 != nil })
            #expect(entry["not_stated"].integer == values.count { $0 == nil })
          }
        }
      }
    }
    #expect(checked > 80)
    let blank = try portal.json("rows/requests.denied.third_party/index.json")["by_year"].items[0]
    #expect(blank["stated"].integer == 3 && blank["not_stated"].integer == 1)
  }

  /// An agency that was dissolved in the year and reported nevertheless must not make up for one that did not report.
  @Test func agenciesWithoutANumberAreThoseThatHadToReport() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("caizheng", 2023, requests: 5)
        + """
        -- Content/agencies/caizheng.md --
        ---
        name: 云溪区财政局
        region: "530199"
        kind: department
        active: {to: 2023-06-30}
        ---

        """)
    try portal.expectFewReports()
    #expect(try portal.run("build").exitCode == 0)
    let page = try portal.text("Output/rows/requests.new/index.html")
    #expect(page.contains("填 0 的机关 0 个；没有报告或未填的机关 2 个。"))
  }

  @Test func pagesShowWhatTheirDataSay() throws {
    let portal = try Self.portal()
    let page = try portal.text("Output/rows/requests.new/index.html")
    let numbers = page.matches(of: /<td>([^<]*)<\/td>/).map { String($0.1) }
    // The totals of 2022 and 2023 with the number of reports that state them, then the ranking of 2023: rank, 2023,
    // 2022.
    #expect(numbers.prefix(6) == ["3", "1", "0", "36", "4", "0"])
    #expect(numbers.dropFirst(6) == ["1", "13", "—", "2", "11", "—", "3", "7", "—", "4", "5", "3"])
  }
}
