internal import Foundation
internal import Testing

@testable internal import Publishing

/// The state that a build finds after a killed one. Each is the state after one step of `swapTrees`.
@Suite struct OutputRecoveryTests {
  let fixture: OutputFixture
  let old = SampleTree(files: ["a.html": "old"])
  let new = SampleTree(files: ["a.html": "new"])

  init() throws {
    fixture = try OutputFixture()
    try old.publish(at: fixture.site)
  }

  private func recover() throws {
    let staging = try StagingTree(under: OutputLock(OutputLocation(fixture.site)))
    staging.discard()
  }

  @Test func anUnfinishedStagingTreeIsRemoved() throws {
    try fixture.put(".site.gongkai-staging/deep/b.html", "half")
    try recover()
    #expect(try publishedFiles(at: fixture.site) == old.files)
    #expect(try fixture.names() == ["site"])
  }

  @Test func anOldTreeSetAsideIsTheOutputAgain() throws {
    try FileManager.default.moveItem(atPath: fixture.site, toPath: fixture.root + "/.site.gongkai-old")
    try new.publish(at: fixture.root + "/.site.gongkai-staging")
    try recover()
    #expect(try publishedFiles(at: fixture.site) == old.files)
    #expect(try fixture.names() == ["site"])
  }

  @Test func anOldTreeIsRemovedWhenTheNewOneIsPublished() throws {
    try FileManager.default.moveItem(atPath: fixture.site, toPath: fixture.root + "/.site.gongkai-old")
    try FileManager.default.createDirectory(atPath: fixture.root + "/x", withIntermediateDirectories: false)
    try new.publish(at: fixture.root + "/x/site")
    try FileManager.default.moveItem(atPath: fixture.root + "/x/site", toPath: fixture.site)
    try recover()
    #expect(try publishedFiles(at: fixture.site) == new.files)
    #expect(try fixture.names() == ["site", "x"])
  }

  @Test func aLinkInsteadOfAStagingTreeIsRemovedNotFollowed() throws {
    try fixture.put("precious/a", "keep")
    try FileManager.default.createSymbolicLink(
      atPath: fixture.root + "/.site.gongkai-staging", withDestinationPath: fixture.root + "/precious")
    try new.publish(at: fixture.site)
    #expect(try publishedFiles(at: fixture.root + "/precious") == ["a": "keep"])
    #expect(try publishedFiles(at: fixture.site) == new.files)
  }
}
