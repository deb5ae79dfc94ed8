import Foundation
import Testing

/// Links from pages to the descriptions of their data.
struct DescribedByTests {
  private func portal(_ settings: String = "") throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.replace(
      "本年按规定公开了政府信息。", with: "表：公开渠道 {#channels}\n\n| 渠道 | 条 |\n|---|---|\n| 网站 | 1 |\n",
      in: "Content/reports/2023/liulin.md")
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + settings)
    try portal.build()
    return portal
  }

  /// The targets of a page's links of one kind, relative to the root of the site, with their media types.
  private func links(_ kind: String, of page: String, in portal: TemporaryPortal) throws -> [(
    type: String, path: String
  )] {
    try portal.text("Output/\(page)").matches(of: /<link rel="([a-z]+)" type="([^"]*)" href="([^"]*)">/)
      .filter { $0.1 == kind }.map { match in
        let address = URL(filePath: "/\(page)").deletingLastPathComponent().appending(path: String(match.3))
        return (String(match.2), String(address.standardized.path.dropFirst()))
      }
  }

  @Test func everyJSONHasItsSchema() throws {
    let portal = try portal()
    var schemas: Set<String> = []
    for page in try portal.files().keys where page.hasSuffix(".html") {
      let json = try links("alternate", of: page, in: portal).first { $0.type == "application/json" }
      let schema = try links("describedby", of: page, in: portal).first { $0.type == "application/schema+json" }
      guard let json, let schema else {
        #expect(json == nil && schema == nil, "\(page)")
        continue
      }
      #expect(try portal.json(json.path)["$schema"].string == "https://www.example.gov.cn/nb/\(schema.path)", "\(page)")
      #expect(portal.exists("Output/\(schema.path)"))
      schemas.insert(schema.path)
    }
    #expect(
      schemas == [
        "schema/report-1.json", "schema/index-1.json", "schema/data-1.json", "schema/dictionary-1.json",
      ])
  }

  @Test(arguments: ["", "en/"])
  func everyCSVHasItsColumnsDescribed(_ language: String) throws {
    let portal = try portal()
    let described = [
      "reports/2023/liulin.html": ["reports/2023/csv-metadata.json", "reports/2023/liulin.channels.csv-metadata.json"],
      "years/2023/index.html": ["years/2023/index.csv-metadata.json"],
      "agencies/liulin/index.html": ["agencies/liulin/index.csv-metadata.json"],
      "regions/530199/index.html": ["regions/530199/index.csv-metadata.json"],
      "rows/index.html": [],
    ]
    for (page, files) in described {
      let links = try links("describedby", of: language + page, in: portal)
      #expect(links.filter { $0.type == "application/csvm+json" }.map(\.path) == files)
      #expect(files.allSatisfy { portal.exists("Output/\($0)") })
      #expect(links.filter { $0.type == "text/html" }.map(\.path) == ["\(language)data/dictionary.html"])
    }
  }

  @Test func thePageOfAllDataNamesTheCatalogues() throws {
    let portal = try portal()
    let links = try links("describedby", of: "data/index.html", in: portal).map(\.path)
    #expect(links == ["schema/data-1.json", "data/dictionary.html", "datapackage.json", "catalog.jsonld"])
  }

  @Test func everyPageOfFiguresIsADataset() throws {
    let portal = try portal()
    for page in ["index", "rows/index", "search/index", "regions/530199/index"] {
      #expect(try !portal.text("Output/\(page).html").contains("ld+json"), "\(page) lists pages, not figures")
    }
    for page in ["years/index", "years/2023/index", "reports/2023/liulin"] {
      let html = try portal.text("Output/\(page).html")
      let markup = try #require(html.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)?.1)
      let dataset = try JSON(text: String(markup))
      #expect(dataset["@type"].string == "Dataset")
      #expect(
        dataset["distribution"].items.first?["contentUrl"].string == "https://www.example.gov.cn/nb/\(page).json")
    }
  }

  @Test func unpublishedReportsAreNotNamed() throws {
    let portal = try portal("data: {beside: false, workbooks: false, database: false, portal: false}\n")
    let links = try links("describedby", of: "reports/2023/liulin.html", in: portal).map(\.path)
    #expect(links == ["schema/report-1.json"])
  }
}
