import Foundation
import Testing

/// The files published for the search of a portal.
struct SearchTests {
  private func portal(_ settings: String = "", _ frontMatter: String = "") throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023) + PortalArchive.report("caizheng", 2024, frontMatter))
    if !settings.isEmpty { try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + settings) }
    return portal
  }

  private func build(_ portal: TemporaryPortal, _ arguments: String...) throws {
    let run = try CommandRun(CommandRun.executable, ["build"] + arguments, in: portal.folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
  }

  /// The argument of `gongkaiSearch` in `search/data/portal.js`.
  private func index(of portal: TemporaryPortal) throws -> JSON {
    let script = try portal.text("Output/search/data/portal.js")
    let call = "gongkaiSearch(\"portal\","
    #expect(script.hasPrefix(call) && script.hasSuffix(")\n"))
    return try JSON(text: String(script.dropFirst(call.count).dropLast(2)))
  }

  @Test func thePortalListsAgenciesWithTheirReports() throws {
    let portal = try portal()
    try build(portal)
    let index = try index(of: portal)
    #expect(index["documents"].integer == 2)
    let agencies = index["agencies"].items.map { $0.items[0].string }
    #expect(agencies.sorted { ($0 ?? "") < ($1 ?? "") } == ["caizheng", "liulin", "yunxi"])
    let liulin = try #require(index["agencies"].items.first { $0.items[0].string == "liulin" })
    #expect(liulin.items[1].string == "云溪区柳林街道办事处")
    #expect(liulin.items[5].items[0].integer == 2023)
    // A title that does not contain the agency's name is kept, with only the year replaced.
    #expect(index["titles"].items.compactMap(\.string).contains("liulin单位#年政府信息公开工作年度报告"))
  }

  @Test func thePortalHasTheInitialsOfItsAgencies() throws {
    let portal = try portal()
    try build(portal)
    let initials = try index(of: portal)["initials"].items.compactMap(\.string)
    #expect(initials.contains("c财处") || initials.contains("c处财"), "those of 财政局 and of 街道办事处")
    #expect(initials.contains("y云") && initials.contains("x溪"))
    #expect(!initials.contains { $0.contains("国") }, "of no other characters")
  }

  @Test func thePageSaysHowToBrowseWithoutScripts() throws {
    let portal = try portal()
    try build(portal)
    for prefix in ["", "en/"] {
      let page = try portal.text("Output/\(prefix)search/index.html")
      let parts = page.components(separatedBy: "noscript>")
      #expect(parts.count == 3 && parts[1].contains("../agencies/index.html"))
      #expect(page.contains("<script src=\"\(prefix.isEmpty ? "../" : "../../")assets/search.js?v="))
      #expect(page.contains("<option value=\"530199\""))
      #expect(try portal.text("Output/\(prefix)index.html").contains("href=\"search/index.html\""))
    }
    #expect(
      try portal.text("Output/opensearch.xml").contains(
        "template=\"https://www.example.gov.cn/nb/search/index.html?q={searchTerms}\""))
  }

  /// The shards of the index, without the list of reports.
  private func shards(of portal: TemporaryPortal) throws -> [Data] {
    try portal.files().filter { $0.key.hasPrefix("search/data/") && !$0.key.hasSuffix("portal.js") }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  @Test func nothingOfAWithheldOrWithdrawnReportIsInTheIndex() throws {
    let text = "鎏鑫魑魅"
    let plain = try portal("", "status: draft")
    try build(plain)
    for status in ["status: draft", "status: withdrawn\nwithdrawn: {date: 2025-05-01, reason: 数据有误}"] {
      let portal = try portal("", status)
      try portal.replace("公开的及时性有待提高。", with: "公开的及时性有待提高。\(text)。", in: "Content/reports/2024/caizheng.md")
      try build(portal)
      // Either way, the other report is in a list of one document.
      #expect(try shards(of: portal).count == shards(of: plain).count)
      #expect(try shards(of: portal).reduce(0) { $0 + $1.count } == shards(of: plain).reduce(0) { $0 + $1.count })
      #expect(try index(of: portal)["documents"].integer == (status.hasSuffix("draft") ? 1 : 2))
    }
    let published = try portal()
    try build(published)
    #expect(try shards(of: published) != shards(of: plain))
  }

  @Test func itCanBeLeftOut() throws {
    for (settings, arguments) in [("search: false\n", []), ("", ["--no-search"])] {
      let portal = try portal(settings)
      let run = try CommandRun(CommandRun.executable, ["build"] + arguments, in: portal.folder)
      #expect(run.exitCode == 0, "\(run.stderr)")
      let files = try portal.files()
      #expect(!files.keys.contains { $0.hasPrefix("search/") || $0.hasPrefix("en/search/") || $0 == "opensearch.xml" })
      #expect(files.filter { $0.key.hasSuffix(".html") }.holding("search/index.html") == [])
    }
  }

  @Test(arguments: ["1", "2", "7"])
  func theNumberOfThreadsChangesNothing(_ jobs: String) throws {
    let portal = try portal()
    try build(portal)
    let before = try portal.files()
    try build(portal, "--jobs", jobs)
    #expect(try portal.files() == before)
  }
}
