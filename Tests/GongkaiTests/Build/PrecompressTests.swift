import Foundation
import Testing

/// `precompress` in `site.yaml`, from the sources to the files in `Output`.
struct PrecompressTests {
  private func portal(_ setting: String = "precompress: [gzip, brotli]\n") throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.expectFewReports()
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + setting)
    try portal.write("Content/static/notes.txt.gz", Data([0]))
    try portal.write("Content/static/notes.txt", String(repeating: "说明", count: 500))
    return portal
  }

  @Test func copiesAreBesideTextsAndNotListed() throws {
    let portal = try portal()
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let files = try portal.files()
    let copies = files.keys.filter { $0.hasSuffix(".gz") || $0.hasSuffix(".br") }
    for path in ["index.html", "reports/2023/liulin.json", "data/cells.csv", "data/reports.ndjson", "assets/site.css"] {
      #expect(copies.contains("\(path).gz") && copies.contains("\(path).br"), "\(path)")
    }
    #expect(!copies.contains { $0.contains(".xlsx") || $0.contains(".sqlite") })
    #expect(files["notes.txt.gz"] == Data([0]), "a file of the portal's own takes the place of a copy")
    let sums = try portal.text("Output/SHA256SUMS")
    #expect(sums.contains("  notes.txt.gz\n"))
    #expect(!sums.contains(".html.gz") && !sums.contains(".br\n"))
    #expect(try !portal.text("Output/sitemap.xml").contains(".gz"))

    for jobs in ["1", "3"] {
      #expect(try portal.run("build", "--jobs", jobs).exitCode == 0)
      #expect(try portal.files() == files)
    }
    let fresh = try portal.run("build", "--output", "Fresh")
    #expect(fresh.exitCode == 0)
    #expect(try portal.files("Fresh") == files, "taken over or made anew, copies have the same bytes")
  }

  @Test func verifyLooksIntoCopies() throws {
    let portal = try portal()
    #expect(try portal.run("build").exitCode == 0)
    let sound = try portal.run("verify", "Output", "--lang", "en")
    #expect(sound.exitCode == 0, "\(sound.stdout)")
    #expect(sound.stdout.contains("0 not listed"))
    try portal.remove("Output/data/cells.csv.br")
    #expect(try portal.run("verify", "Output").exitCode == 0, "a mirror needs no copies")
    let other = try Data(contentsOf: portal.folder.appending(path: "Output/data/cells.csv.gz"))
    try portal.write("Output/index.html.gz", other)
    try portal.write("Output/index.html.br", "damaged")
    try portal.write("Output/missing.html.gz", "")
    let run = try portal.run("verify", "Output", "--lang", "en")
    #expect(run.exitCode == 1)
    #expect(run.stdout.hasPrefix("changed index.html.br\nchanged index.html.gz\nnot listed missing.html.gz\n"))
  }

  @Test func itIsOffUnlessAskedFor() throws {
    let portal = try portal()
    #expect(try portal.run("build").exitCode == 0)
    try portal.replace("precompress: [gzip, brotli]\n", with: "", in: "Content/site.yaml")
    #expect(try portal.run("build").exitCode == 0)
    #expect(try portal.files().keys.filter { $0.hasSuffix(".gz") || $0.hasSuffix(".br") } == ["notes.txt.gz"])
  }

  @Test func anotherEncodingIsAnError() throws {
    let portal = try portal("precompress: [gzip, zstd]\n")
    let run = try portal.run("check", "--lang", "en")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("gzip | brotli"), "\(run.stdout)")
  }
}
