import Foundation
import Testing

/// The files that a build publishes, and their paths.
struct PublishedFilesTests {
  @Test func everyPageHasItsPermalinkInEachLanguage() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023) + PortalArchive.report("liulin", 2024))
    let run = try portal.run("build", "--no-data", "--no-search")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let pages = [
      "index", "years/index", "years/2023/index", "years/2024/index", "agencies/index", "agencies/caizheng/index",
      "agencies/liulin/index", "agencies/yunxi/index", "regions/index", "regions/530100/index", "regions/530199/index",
      "reports/2023/liulin", "reports/2024/liulin", "revisions/index",
    ]
    let expected =
      pages.flatMap { ["\($0).html", "\($0).json", "en/\($0).html"] } + ["404.html"]
      + ["data-1", "dictionary-1", "diff-1", "findings-1", "index-1", "report-1"].map { "schema/\($0).json" }
      + ["cn-2014", "cn-2019", "cn-2021", "none"].map { "schema/report-1-\($0).json" }
      + ["compare/index.html", "en/compare/index.html"] + [
        "feed.atom", "revisions/feed.atom", "robots.txt", "sitemap.xml",
      ]
      + ["agencies/caizheng", "agencies/liulin", "agencies/yunxi", "regions/530100", "regions/530199"].map {
        "\($0)/feed.atom"
      }
    let all = try portal.files().keys.filter { !$0.hasPrefix("assets/") }.sorted()
    let published = all.filter { !$0.hasPrefix("rows/") && !$0.hasPrefix("en/rows/") }
    #expect(published == expected.sorted())
    let rows = all.filter { $0.hasPrefix("rows/") && $0.hasSuffix(".html") }
    #expect(rows.contains("rows/requests.denied.state_secret/index.html"))
    #expect(rows.map { "en/\($0)" } == all.filter { $0.hasPrefix("en/rows/") })
    #expect(rows.allSatisfy { all.contains($0.replacing(/html$/, with: "json")) })
    #expect(try portal.files().keys.contains { $0.hasPrefix("assets/") })
  }

  @Test func eachRowOfTheFormsInUseHasAPage() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.run("build", "--no-data")
    let files = try portal.files()
    let rows = try portal.json("rows/index.json")["rows"].items.compactMap { $0["id"].string }
    for id in ["disclosure.fees", "requests.new", "requests.denied", "requests.denied.state_secret", "disputes.review"]
    {
      #expect(rows.contains(id))
    }
    #expect(!rows.contains("disclosure.procurement"), "a row of a form that no report is in")
    for id in rows {
      #expect(files["rows/\(id)/index.html"] != nil && files["en/rows/\(id)/index.html"] != nil, "\(id)")
    }
    let page = try portal.text("Output/rows/requests.denied.state_secret/index.html")
    #expect(page.contains("《政府信息公开条例》第十四条"))
  }

  @Test func theListOfRoutesIsWhatIsPublished() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.run("build")
    let routes = try portal.run("list", "routes").stdout.split(separator: "\n").map(String.init)
    let published = try portal.files().keys.filter { $0.hasSuffix(".html") && !$0.hasPrefix("en/") }
    #expect(routes == published.sorted())
  }

  @Test func aPageLinksThePreviousAndTheNextYear() throws {
    let portal = try TemporaryPortal([2021, 2023, 2024].map { PortalArchive.report("liulin", $0) }.joined())
    #expect(try portal.run("build").exitCode == 0)
    func links(_ year: Int) throws -> [String] {
      let page = try portal.text("Output/reports/\(year)/liulin.html")
      return [2021, 2023, 2024].map { "../../reports/\($0)/liulin.html" }.filter { page.contains("href=\"\($0)\"") }
    }
    #expect(try links(2021) == ["../../reports/2023/liulin.html"])
    #expect(try links(2023) == ["../../reports/2021/liulin.html", "../../reports/2024/liulin.html"])
    #expect(try links(2024) == ["../../reports/2023/liulin.html"])
  }

  @Test func theAddressesInsideAreRelativeAndTheIdentifiersAbsolute() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.run("build")
    let page = try portal.text("Output/en/reports/2023/liulin.html")
    #expect(page.contains("<link rel=\"canonical\" href=\"https://www.example.gov.cn/nb/en/reports/2023/liulin.html\""))
    #expect(page.contains("href=\"../../../reports/2023/liulin.json\""))
    #expect(!page.contains("href=\"/"))
    let json = try portal.json("reports/2023/liulin.json")
    #expect(json["id"].string == "https://www.example.gov.cn/nb/reports/2023/liulin.html")
    #expect(json["$schema"].string == "https://www.example.gov.cn/nb/schema/report-1.json")
    #expect(try portal.json("schema/report-1.json")["$id"].string == json["$schema"].string)
  }

  @Test func aReportIsInItsDataAsWritten() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 3, "index_number: \"530199-2024-00012\""))
    try portal.replace("| 行政事业性收费 | 0 |", with: "| 行政事业性收费 | 0.10 |", in: "Content/reports/2023/liulin.md")
    try portal.replace(
      "| 规章 | 0 | 0 | 0 |", with: "| 规章 | 0 |  | 22（其中修订 16 件） |", in: "Content/reports/2023/liulin.md")
    #expect(try portal.run("build").exitCode == 0)
    let text = try portal.text("Output/reports/2023/liulin.json")
    let json = try JSON(text: text)
    #expect(json["agency"]["name"].string == "云溪区柳林街道办事处")
    #expect(json["period"]["to"].string == "2023-12-31")
    #expect(json["index_number"].string == "530199-2024-00012")
    #expect(json["tables"]["requests"]["new"]["natural_person"].integer == 3)
    #expect(json["tables"]["disclosure"]["regulations"]["repealed"].isNull)
    #expect(text.contains("\"fees\":{\"amount\":0.10}"), "a decimal as it was stated")
    let notes = json["cell_notes"].items
    #expect(notes.map { $0["cell"].string } == ["disclosure.regulations.repealed", "disclosure.regulations.in_force"])
    #expect(notes.map { $0["status"].string } == ["blank", "number"])
    #expect(notes.last?["remark"].string == "其中修订 16 件")
    let source = try Data(contentsOf: portal.folder.appending(path: "Content/reports/2023/liulin.md"))
    #expect(json["source"]["bytes"].integer == source.count)
    #expect(json["source"]["path"].string == "reports/2023/liulin.md")
  }

  @Test func theSourcesDigestIsThatOfSHA256Sum() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.run("build")
    let sum = try CommandRun(
      URL(filePath: "/usr/bin/sha256sum"), ["Content/reports/2023/liulin.md"], in: portal.folder)
    let digest = try portal.json("reports/2023/liulin.json")["source"]["sha256"].string
    #expect(digest == sum.stdout.split(separator: " ").first.map(String.init))
  }

  @Test func staticFilesAreCopiedAsTheyAre() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023) + "-- Content/static/CNAME --\nwww.example.gov.cn\n")
    try portal.write("Content/static/.well-known/security.txt", "Contact: mailto:a@example.gov.cn\n")
    #expect(try portal.run("build").exitCode == 0)
    #expect(try portal.text("Output/CNAME") == "www.example.gov.cn\n")
    #expect(try portal.text("Output/.well-known/security.txt").hasPrefix("Contact:"))
  }

  @Test func anEmptyPortalIsPublished() throws {
    let portal = try TemporaryPortal()
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(try portal.json("index.json")["counts"]["reports"].integer == 0)
  }
}
