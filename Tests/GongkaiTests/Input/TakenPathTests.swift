import Foundation
import Testing

/// Files of `static/` that conflict with generated files are found before work starts.
struct TakenPathTests {
  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.build()
    return portal
  }

  @Test(arguments: [
    "index.html", "index.json", "404.html", "feed.atom", "opensearch.xml", "SHA256SUMS", "datapackage.json",
    "catalog.jsonld", "index.html.gz", "feed.atom.br", "index.html/a.txt", "robots.txt/a.txt", "assets/site.css",
    "assets/site.css/a.txt", "assets/site.css.gz", "assets", "en", "en/index.html", "en/reports/2023/liulin.html",
    "reports", "reports/2023/liulin.html", "reports/2030/liulin.html", "years/index.html", "agencies/liulin/index.html",
    "regions/a", "rows/a", "peers/a", "compare/a", "search/index.html", "data/portal.sqlite", "schema/report-1.json",
    ".gongkai-manifest", ".gongkai-staging/a",
  ])
  func itIsFoundByBothVerbs(_ path: String) throws {
    let portal = try portal()
    let before = try portal.files()
    try portal.write("Content/static/\(path)", "own")
    for verb in ["check", "build"] {
      let run = try portal.run(verb)
      #expect(run.exitCode == 1, "\(run.stderr)")
      #expect((run.stdout + run.stderr).contains("Content/static/\(path):1:1: 错误："))
      #expect((run.stdout + run.stderr).contains("[path-taken]"))
    }
    #expect(try portal.files() == before)
  }

  @Test func aFileOfTheThemeIsNamedBeside() throws {
    let portal = try portal()
    try portal.write("Themes/city/theme.yaml", "name: 城市\nextends: default\n")
    try portal.write("Themes/city/assets/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + "theme: city\n")
    try portal.build()
    try portal.write("Content/static/assets/logo.svg", "own")
    let finding = try JSON(text: portal.run("check", "--format", "json").stdout)["findings"].items.first {
      $0["id"].string == "path-taken"
    }
    #expect(finding?["file"].string == "Content/static/assets/logo.svg")
    #expect(finding?["related"].items.first?["file"].string == "Themes/city/assets/logo.svg")
  }

  @Test func allOthersArePublished() throws {
    let portal = try portal()
    let own = [
      "robots.txt", "sitemap.xml", "CNAME", ".well-known/security.txt", "assets/photo.jpg", "docs/index.html",
      "zh/a.txt",
      "favicon.ico", "indexes.txt", ".nojekyll", "reports.pdf", "gongkai.txt",
    ]
    for path in own { try portal.write("Content/static/\(path)", "own \(path)") }
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    for path in own { #expect(try portal.text("Output/\(path)") == "own \(path)") }
  }

  /// Nothing may be published at a path that `static/` could also use without a finding.
  @Test func everyGeneratedPathIsReserved() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2022) + PortalArchive.report("liulin", 2023, requests: 3))
    try portal.write(
      "Content/site.yaml", portal.text("Content/site.yaml") + "precompress: [gzip]\ndata: {forms: true}\n")
    try portal.build()
    let made = try portal.files().keys.filter {
      !["robots.txt", "sitemap.xml"].contains($0.replacing(/\.gz$/, with: ""))
    }
    #expect(made.count > 200)
    for path in made { try portal.write("Content/static/\(path)", "own") }
    let json = try JSON(text: portal.run("check", "--format", "json").stdout)["findings"].items
    let found = json.filter { $0["id"].string == "path-taken" }.compactMap { $0["file"].string }
    #expect(Set(found) == Set(made.map { "Content/static/\($0)" }))
  }

  /// `reports/2023/liulin.html` is both the page and the folder of the attachments.
  @Test func aReportThatConflictsWithItselfIsAFinding() throws {
    let portal = try portal()
    let before = try portal.files()
    try portal.write(
      "Content/reports/2023/liulin.html.md",
      portal.text("Content/reports/2023/liulin.md").replacing(
        "agency:", with: "attachments:\n  - {file: a.pdf, title: 年报}\nagency:"))
    try portal.remove("Content/reports/2023/liulin.md")
    try portal.write("Content/reports/2023/liulin.html/a.pdf", "%PDF-1.4")
    for verb in ["check", "build"] {
      let run = try portal.run(verb)
      #expect(run.exitCode == 1, "\(run.stderr)")
      #expect((run.stdout + run.stderr).contains("Content/reports/2023/liulin.html.md:1:1: 错误："))
      #expect((run.stdout + run.stderr).contains("[path-taken]"))
    }
    #expect(try portal.files() == before)
  }

  /// Found when all reports are known; until then both are written.
  @Test func twoReportsWithTheSamePathAreAFinding() throws {
    let portal = try portal()
    let before = try portal.files()
    try portal.write("Content/reports/2023/liulin.copy.md", portal.text("Content/reports/2023/liulin.md"))
    for verb in ["check", "build"] {
      let run = try portal.run(verb)
      #expect(run.exitCode == 1, "\(run.stderr)")
      #expect((run.stdout + run.stderr).contains("[report-doubled]"))
    }
    #expect(try portal.files() == before)
  }

  /// `reports/2023/csv-metadata.json` describes the CSV files of a year.
  @Test func anAgencyCannotHaveTheNameOfWhatIsMade() throws {
    let portal = try portal()
    try portal.add(
      "-- Content/agencies/csv-metadata.md --\n---\nname: 元数据局\nregion: \"530199\"\n---\n"
        + PortalArchive.report("csv-metadata", 2023))
    for verb in ["check", "build"] {
      let run = try portal.run(verb)
      #expect(run.exitCode == 1, "\(run.stderr)")
      #expect((run.stdout + run.stderr).contains("[identifier-invalid]"))
    }
  }
}
