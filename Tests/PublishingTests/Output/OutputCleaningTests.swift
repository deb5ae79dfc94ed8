internal import Foundation
internal import Testing

@testable internal import Publishing

@Suite struct OutputCleaningTests {
  let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  @Test func publishedFilesAreRemovedForeignOnesAreKept() throws {
    try fixture.put("site/.gitkeep", "")
    try SampleTree(files: ["a.html": "1", "b/c/d.html": "2", "b/e.html": "3"]).publish(at: fixture.site)
    try fixture.put("site/b/notes.txt", "mine")
    try fixture.put(".site.gongkai-staging/half.html", "4")

    let report = try cleanOutput(at: fixture.site)
    #expect(
      report == CleanReport(files: 3, folders: 1, leftoverFiles: 1, foreignFiles: ["b/notes.txt"]))
    #expect(try publishedFiles(at: fixture.site) == ["b/notes.txt": "mine", ".gitkeep": ""])
    #expect(try fixture.names() == ["site"])
    #expect(try cleanOutput(at: fixture.site).files == 0)
  }

  @Test func nothingPublishedNothingRemoved() throws {
    #expect(try cleanOutput(at: fixture.root + "/missing/site") == CleanReport())
    try fixture.put("site/index.html", "mine")
    #expect(try cleanOutput(at: fixture.site) == CleanReport(foreignFiles: ["index.html"]))
    #expect(try fixture.names() == ["site"])
  }

  @Test func aListedPathBelowALinkIsNotReached() throws {
    try SampleTree(files: ["a/b.html": "1"]).publish(at: fixture.site)
    try fixture.put("precious/b.html", "keep")
    try FileManager.default.removeItem(atPath: fixture.site + "/a")
    try FileManager.default.createSymbolicLink(
      atPath: fixture.site + "/a", withDestinationPath: fixture.root + "/precious")

    #expect(try cleanOutput(at: fixture.site) == CleanReport(foreignFiles: ["a"]))
    #expect(try publishedFiles(at: fixture.root + "/precious") == ["b.html": "keep"])
  }

  @Test func aBuildHoldsItOff() throws {
    let lock = try OutputLock(OutputLocation(fixture.site))
    #expect(throws: PublishingError.self) { try cleanOutput(at: fixture.site) }
    withExtendedLifetime(lock) {}
  }
}
