import Foundation
import Testing

/// The effects of a build on a site that is already published.
struct OldSiteTests {
  private func published() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2022) + PortalArchive.report("liulin", 2023))
    #expect(try portal.run("build").exitCode == 0)
    return portal
  }

  @Test func errorsLeaveItUntouched() throws {
    let portal = try published()
    let before = try portal.files()
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | 若干 |", in: "Content/reports/2023/liulin.md")
    let run = try portal.run("build")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("[cell-not-a-number]"))
    #expect(run.stderr.contains("没有发布；已发布的网站没有变动。"))
    #expect(try portal.files() == before)
    #expect(!portal.exists(".Output.gongkai-staging"), "nothing is left behind")
  }

  @Test func warningsStopOnlyAStrictBuild() throws {
    let portal = try published()
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 |  |", in: "Content/reports/2023/liulin.md")
    let before = try portal.files()
    #expect(try portal.run("build", "--strict").exitCode == 1)
    #expect(try portal.files() == before)
    let run = try portal.run("build")
    #expect(run.exitCode == 0)
    #expect(run.stderr.contains("[blank-cells]"))
    let findings = try portal.json("reports/2023/liulin.json")["findings"].items
    #expect(findings.map { $0["id"].string } == ["blank-cells"], "the report is published with its findings")
    #expect(findings.first?["file"].string == "Content/reports/2023/liulin.md")
  }

  @Test func aFileThatIsNoLongerProducedDisappears() throws {
    let portal = try published()
    try portal.remove("Content/reports/2022/liulin.md")
    try portal.remove("Content/agencies/caizheng.md")
    #expect(try portal.run("build").exitCode == 0)
    let files = try portal.files().keys
    #expect(!files.contains { $0.contains("2022") || $0.contains("caizheng") })
    #expect(!portal.exists("Output/reports/2022"), "nor does its folder stay")
    #expect(files.contains("reports/2023/liulin.html"))
  }

  @Test func aForeignFileStopsTheBuild() throws {
    let portal = try published()
    try portal.write("Output/reports/notes.txt", "kept by hand")
    try portal.write("Content/static/new.txt", "new")
    let before = try portal.files()
    let run = try portal.run("build")
    #expect(run.exitCode == 2)
    #expect(run.stderr.contains("reports/notes.txt"))
    #expect(try portal.files() == before)
    #expect(try portal.run("build", "--force").exitCode == 0)
    #expect(!portal.exists("Output/reports/notes.txt"))
    #expect(portal.exists("Output/new.txt"))
  }

  @Test func aFolderOfSomethingElseIsNotReplaced() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.write("web/index.html", "another site")
    #expect(try portal.run("build", "--output", "web").exitCode == 2)
    #expect(try portal.text("web/index.html") == "another site")
  }

  @Test(arguments: ["Content", "Content/reports", ".", "Themes"])
  func theSourcesAreNeverTheOutput(_ output: String) throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let sources = try portal.files(".")
    #expect(try portal.run("build", "--force", "--output", output).exitCode == 2)
    #expect(try portal.files(".") == sources)
  }

  @Test func theOutputMayBeElsewhere() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    #expect(try portal.run("build", "--output", "var/www/nb").exitCode == 0)
    #expect(portal.exists("var/www/nb/reports/2023/liulin.html"))
    #expect(!portal.exists("Output"))
  }
}
