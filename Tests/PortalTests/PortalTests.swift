import Diagnostics
import Portal
import Reports
import Testing

struct PortalTests {
  private func portal(_ reports: [ReportSummary]) throws -> Portal {
    let registry = try Fixture.registry([("city", "530100"), ("north", "530199"), ("south", "530199")])
    return Portal(site: Site(), registry: registry, reports: reports, statistics: Statistics([]))
  }

  @Test func reportsAreByYearNewestFirstAndInTheOrderOfTheRegistry() throws {
    let portal = try portal(
      [("south", 2022), ("north", 2023), ("city", 2023), ("north", 2022)].map { try Fixture.summary($0.0, $0.1) })
    #expect(
      portal.reports.map { "\($0.year) \($0.agency)" } == ["2023 city", "2023 north", "2022 north", "2022 south"])
    #expect(portal.years == [2023, 2022])
    #expect(portal.reports(of: 2022).map(\.agency) == ["north", "south"])
    #expect(portal.reports(of: "north").map(\.year) == [2023, 2022])
    #expect(portal.reports(of: 1999).isEmpty)
  }

  @Test func aRegionCountsEachReportBelowItOnce() throws {
    let portal = try portal([
      Fixture.summary("city", 2023), Fixture.summary("north", 2023, "joint: [south, city]"),
      Fixture.summary("south", 2022),
    ])
    #expect(portal.reportCount(within: "530199") == 2)
    #expect(portal.reportCount(within: "530100") == 3)
    #expect(portal.reportCount(within: "530000") == 3)
    #expect(portal.reports(ofRegion: "530199").map(\.agency) == ["north", "south"])
    #expect(portal.reports(of: "south").map(\.agency) == ["north", "south"], "a joint report is listed under each")
  }

  @Test func aBodyNamedTwiceByAJointReportIsListedOnce() throws {
    let portal = try portal([Fixture.summary("north", 2023, "joint: [south, north, south]")])
    #expect(portal.reports(of: "north").count == 1)
    #expect(portal.reports(of: "south").count == 1)
  }

  @Test func totalsAddOwnPublishedReportsOnly() throws {
    let totals = Totals([
      try Fixture.summary("north", 2023, requests: 3), try Fixture.summary("south", 2023, requests: 4),
      try Fixture.summary("city", 2023, requests: 100, "scope: consolidated"),
      try Fixture.summary("north", 2022, requests: 50, "status: withdrawn\nwithdrawn: {date: 2023-05-01, reason: x}"),
    ])
    #expect(totals.reports == 2)
    #expect(totals.consolidated == 1)
    #expect(totals.figures.first { $0.id == "requests.new.total" }?.value?.description == "7")
  }

  @Test func aBlankIsNeitherAddedNorZero() throws {
    let blank = try Fixture.summary("north", 2023, requests: nil)
    #expect(blank.figures.first { $0.id == "requests.new.total" }?.value == nil)
    let totals = Totals([blank, try Fixture.summary("south", 2023, requests: 4)])
    #expect(totals.figures.first { $0.id == "requests.new.total" }?.value?.description == "4")
    #expect(Totals([blank]).figures.first { $0.id == "requests.new.total" }?.value == nil)
  }

  @Test func aWithdrawnReportStatesNoFigure() throws {
    let summary = try Fixture.summary(
      "north", 2023, requests: 5, "status: withdrawn\nwithdrawn: {date: 2024-05-01, reason: x}")
    #expect(summary.figures.isEmpty)
    #expect(summary.published?.iso == "2024-05-01")
  }

  @Test(.timeLimit(.minutes(1))) func aHundredThousandReportsAreSorted() throws {
    let one = try Fixture.summary("north", 2023, requests: 1)
    let portal = try portal(Array(repeating: one, count: 100_000))
    #expect(portal.reports(of: 2023).count == 100_000)
    #expect(Totals(portal.reports).figures.first { $0.id == "requests.new.total" }?.value?.description == "100000")
    #expect(portal.reportCount(within: "530000") == 100_000)
  }
}
