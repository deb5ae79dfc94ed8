import Diagnostics
import Portal
import Reports
import Testing

struct StatisticsTests {
  private let statistics: Statistics

  init() {
    var findings: [Finding] = []
    statistics = Statistics(FormLibrary(findings: &findings).forms)
  }

  @Test func aSeriesHasAPointForEveryYearBetweenItsReports() throws {
    let registry = try Fixture.registry([("city", "530100")])
    let agency = try #require(registry.agencies.first)
    let reports = try [
      Fixture.summary("city", 2024, requests: 5), Fixture.summary("city", 2023, requests: nil),
      Fixture.summary("city", 2021, requests: 3),
    ]
    let series = AgencySeries(of: agency, reports, statistics)
    #expect(series.values(of: .new) == [DecimalNumber(3), nil, DecimalNumber(5)], "oldest first")
    #expect(series.value(.new, at: 2) == DecimalNumber(5))
    let points = series.points(of: .new)
    #expect(points.map(\.year) == [2021, 2022, 2023, 2024])
    #expect(points.map(\.value) == [DecimalNumber(3), nil, nil, DecimalNumber(5)])
    let row = try #require(statistics.requestRows.first)
    #expect(series.values(of: row.columns[row.mainColumn]) == series.values(of: .new))
    #expect(AgencySeries(of: agency, [], statistics).points(of: .new).isEmpty)
  }

  @Test func statedValuesComeWithYearAndAgency() throws {
    let registry = try Fixture.registry([("city", "530100"), ("north", "530199")])
    let reports = try [
      Fixture.summary("north", 2022, requests: 7), Fixture.summary("city", 2023, requests: nil),
      Fixture.summary("north", 2023, requests: 2, "scope: consolidated"), Fixture.summary("gone", 2023, requests: 1),
    ]
    let portal = Portal(site: Site(), registry: registry, reports: reports, statistics: statistics)
    let row = try #require(portal.statistics.requestRows.first)
    var stated: [String] = []
    portal.forEachStated(in: row.columns[row.mainColumn]) { year, agency, value in
      let name = agency.map { portal.registry.agencies[$0].id } ?? "-"
      switch value {
      case .number(let number): stated.append("\(portal.years[year]) \(name) \(number)")
      case .notStated, .withoutUnit: stated.append("\(portal.years[year]) \(name) blank")
      }
    }
    #expect(stated == ["2023 city blank", "2023 - 1", "2022 north 7"])
  }
}
