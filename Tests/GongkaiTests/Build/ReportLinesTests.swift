import Testing

/// `data/reports.jsonl`: a report a line, where a portal asks for it.
struct ReportLinesTests {
  private func portal(_ settings: String) throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 3) + PortalArchive.report("caizheng", 2024))
    try portal.replace("| 规章 | 0 | 0 | 0 |", with: "| 规章 | 0 |  | 22 |", in: "Content/reports/2023/liulin.md")
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + settings)
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    return portal
  }

  @Test func aReportIsALineWithItsCells() throws {
    let portal = try portal("data: {report_lines: true}\n")
    let reports = try portal.text("Output/data/reports.jsonl").split(separator: "\n").map { try JSON(text: String($0)) }
    #expect(reports.map { $0["agency"].string } == ["liulin", "caizheng"])
    #expect(reports[0]["year"].integer == 2023 && reports[0]["scope"].string == "own")
    let cells = reports[0]["cells"]
    #expect(cells["disclosure.regulations.in_force"].integer == 22)
    #expect(cells["disclosure.regulations.repealed"].isNull, "blank is not 0")
  }

  @Test func itIsInTheCataloguesAndOnThePageOfTheData() throws {
    let portal = try portal("data: {report_lines: true}\n")
    let resources = try portal.json("datapackage.json")["resources"].items
    let file = try #require(resources.first { $0["path"].string == "data/reports.jsonl" })
    #expect(file["format"].string == "jsonlines" && file["mediatype"].string == "application/jsonl")
    #expect(try portal.text("Output/catalog.jsonld").contains("data/reports.jsonl"))
    #expect(try portal.text("Output/data/index.html").contains("href=\"../data/reports.jsonl\""))
    #expect(try portal.text("Output/SHA256SUMS").contains("data/reports.jsonl"))
  }

  @Test func itIsLeftOutUnlessItIsAskedFor() throws {
    #expect(try portal("").files()["data/reports.jsonl"] == nil)
  }
}
