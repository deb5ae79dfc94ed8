import Foundation
import Testing

/// Which report answers for which agency, and how reports are counted.
struct FilingsTests {
  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      """
      -- Content/agencies/beihe.md --
      ---
      name: 昆明市北河局
      region: "530100"
      kind: department
      ---

      """ + PortalArchive.report("liulin", 2023, requests: 3, "joint: [caizheng]")
        + PortalArchive.report("yunxi", 2023, requests: 3, "scope: consolidated\ncovers: [liulin, beihe]")
        + PortalArchive.report(
          "liulin", 2024, requests: 2, "status: withdrawn\nwithdrawn: {date: 2025-05-01, reason: 有误}")
        + PortalArchive.report("caizheng", 2024, requests: 4))
    try portal.expectFewReports()
    try portal.build()
    return portal
  }

  private func rows(_ path: String, of portal: TemporaryPortal) throws -> [String] {
    try portal.text("Output/\(path)").dropFirst().components(separatedBy: "\r\n").dropLast()
  }

  @Test func eachAgencyAndYearHasOneAnswer() throws {
    let filings = try rows("data/filings.csv", of: portal())
    #expect(filings[0] == "agency,agency_name,region,year,status,answered_by,published,late")
    let answers = Set(
      filings.dropFirst().map { row in
        let fields = row.components(separatedBy: ",")
        return [fields[0], fields[3], fields[4], fields[5]].joined(separator: " ")
      })
    #expect(
      answers == [
        "liulin 2023 own liulin", "caizheng 2023 joint liulin", "yunxi 2023 consolidated yunxi",
        "beihe 2023 covered yunxi", "liulin 2024 withdrawn ", "caizheng 2024 own caizheng", "yunxi 2024 missing ",
        "beihe 2024 missing ",
      ])
  }

  @Test func aCountHasOneDefinition() throws {
    let portal = try portal()
    let years = try portal.json("years/index.json")["years"].items
    #expect(years.map { $0["reports"].integer } == [1, 2])
    #expect(years.map { $0["reports_added"].integer } == [1, 1])
    #expect(years.map { $0["withdrawn"].integer } == [1, 0])
    let table = try rows("years/index.csv", of: portal)
    #expect(table[0].hasPrefix("year,reports,reports_added,withdrawn,"))
    #expect(table[1].hasPrefix("2024,1,1,1,") && table[2].hasPrefix("2023,2,1,0,"))
    #expect(try portal.json("index.json")["counts"]["reports"].integer == 3)
    let agencies = try portal.json("agencies/index.json")["agencies"].items
    #expect(agencies.map { $0["reports"].integer ?? 0 }.reduce(0, +) == 3, "parts add up to the whole")
    let caizheng = try #require(agencies.first { $0["id"].string == "caizheng" })
    #expect(caizheng["reports"].integer == 1 && caizheng["reports_joint"].integer == 1)
    let city = try portal.json("regions/530100/index.json")
    #expect(city["region"]["reports"].integer == 0 && city["region"]["reports_within"].integer == 3)
    let regions = try rows("data/regions.csv", of: portal)
    #expect(regions[0] == "region,name,parent,reports,reports_added,withdrawn,reports_within,level,path_code,path")
    #expect(regions[1] == "530100,昆明市,,0,0,0,3,1,,昆明市")
    #expect(regions[2] == "530199,云溪区,530100,3,2,1,3,2,530100,昆明市/云溪区")
  }

  @Test func reportsNameTheirPartners() throws {
    let portal = try portal()
    let reports = try rows("data/reports.csv", of: portal).map { $0.components(separatedBy: ",") }
    let (covers, joint) = (reports[0].firstIndex(of: "covers"), reports[0].firstIndex(of: "joint"))
    let liulin = try #require(reports.first { $0[0] == "liulin" })
    let yunxi = try #require(reports.first { $0[0] == "yunxi" })
    #expect(try liulin[#require(joint)] == "caizheng" && yunxi[#require(covers)] == "liulin;beihe")
    #expect(try rows("data/joint.csv", of: portal)[1].hasPrefix("liulin,云溪区柳林街道办事处,530199,2023,own,caizheng,"))
  }

  @Test func consolidatedReportsAreOnTheirOwnSheet() throws {
    let portal = try portal()
    let workbook = try portal.folderListing(ofArchive: "Output/years/2023/index.xlsx")
    #expect(workbook.contains("xl/worksheets/sheet2.xml"))
    #expect(try !portal.folderListing(ofArchive: "Output/years/2024/index.xlsx").contains("xl/worksheets/sheet2.xml"))
  }
}
