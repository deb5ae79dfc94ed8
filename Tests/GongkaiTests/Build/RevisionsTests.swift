import Foundation
import Testing

/// What was changed after publication, on one page for the whole portal.
struct RevisionsTests {
  private func portal() throws -> TemporaryPortal {
    let corrected = PortalArchive.report(
      "liulin", 2023, requests: 3,
      """
      corrections:
      - {date: 2024-03-02, cell: requests.new.natural_person, from: "30", to: "3", reason: 录入错误}
      - {date: 2024-05-06, section: overview, reason: 补充说明}
      """)
    let withdrawn = PortalArchive.report(
      "caizheng", 2022, "status: withdrawn\nwithdrawn: {date: 2024-04-01, reason: 误发}")
    let portal = try TemporaryPortal(corrected + withdrawn + PortalArchive.report("yunxi", 2023))
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    return portal
  }

  @Test func correctionsAndWithdrawalsAreListedNewestFirst() throws {
    let portal = try portal()
    let revisions = try portal.json("revisions/index.json")["revisions"].items
    #expect(revisions.map { $0["date"].string } == ["2024-05-06", "2024-04-01", "2024-03-02"])
    #expect(revisions.map { $0["change"].string } == ["corrected", "withdrawn", "corrected"])
    #expect(revisions[2]["from"].string == "30" && revisions[2]["to"].string == "3")
    #expect(revisions[2]["reason"].string == "录入错误")
    let table = try portal.text("Output/revisions/index.csv")
    #expect(table.contains("2024-03-02,liulin,云溪区柳林街道办事处,2023,requests.new.natural_person,,30,3,录入错误,"))
    #expect(table.contains("2024-04-01,caizheng,云溪区财政局,2022,,,,,误发,withdrawn,"))
  }

  @Test func aCitationNamesTheCorrectedVersion() throws {
    let portal = try portal()
    #expect(try portal.text("Output/reports/2023/liulin.html").contains("，2024-01-30，2024-05-06更正版，"))
    #expect(try !portal.text("Output/reports/2023/yunxi.html").contains("更正版"))
  }

  @Test func theFeedTellsOfEveryChange() throws {
    let feed = try portal().text("Output/revisions/feed.atom")
    #expect(feed.components(separatedBy: "<entry>").count == 4)
    #expect(feed.contains("requests.new.natural_person 30 → 3 录入错误"))
  }

  @Test func thePageSaysWhatWasCorrectedInTheWordsOfTheForm() throws {
    let portal = try portal()
    let page = try portal.text("Output/revisions/index.html")
    #expect(page.contains("本年新收·自然人"))
    #expect(page.contains("撤回全文") && page.contains("误发"))
    #expect(try portal.text("Output/en/revisions/index.html").contains("The whole report was withdrawn"))
    #expect(try portal.text("Output/years/index.html").contains("href=\"../revisions/index.html\""))
  }
}
