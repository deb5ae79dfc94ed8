internal import Diagnostics
internal import Foundation
internal import Testing

@testable internal import Publishing

@Suite struct PublicationTests {
  let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  @Test func aTreeIsPublishedWithItsManifest() throws {
    let tree = SampleTree(files: ["index.html": "front", "reports/2023/taihe.html": "report"])
    let report = try tree.publish(at: fixture.site)

    #expect(report.way == .created)
    #expect(report.files == 2)
    #expect(report.bytes == 11)
    #expect(report.leftovers.isEmpty)
    #expect(try publishedFiles(at: fixture.site) == tree.files)
    #expect(
      try Manifest(ofOutput: fixture.site)?.entries == [
        Manifest.Entry(path: "index.html", size: 5), Manifest.Entry(path: "reports/2023/taihe.html", size: 6),
      ])
    #expect(try fixture.names() == ["site"])
  }

  @Test(arguments: [true, false])
  func aFileThatIsNoLongerProducedDisappears(exchange: Bool) throws {
    var location = try OutputLocation(fixture.site)
    location.triesExchange = exchange
    try SampleTree(files: ["a.html": "old", "b/c.html": "gone"]).publish(at: location)
    let report = try SampleTree(files: ["a.html": "new"]).publish(at: location)

    #expect(report.way == (exchange ? .exchanged : .renamedAside))
    #expect(report.removedFiles == 1)
    #expect(try publishedFiles(at: fixture.site) == ["a.html": "new"])
    #expect(try fixture.names() == ["site"])
  }

  @Test func theOldTreeIsKeptWhenTheBuildIsAbandoned() throws {
    let tree = SampleTree(files: ["a.html": "old"])
    try tree.publish(at: fixture.site)
    do {
      let staging = try StagingTree(under: OutputLock(OutputLocation(fixture.site)))
      var writer = staging.writer()
      try writer.write("b.html", Array("new".utf8))
      #expect(staging.discard().isEmpty)
    }
    #expect(try publishedFiles(at: fixture.site) == tree.files)
    #expect(try fixture.names() == ["site"])
  }

  @Test func aForeignFileIsRefusedByName() throws {
    try SampleTree(files: ["a/b.html": "old"]).publish(at: fixture.site)
    try fixture.put("site/a/notes.txt", "mine")
    try FileManager.default.createSymbolicLink(
      atPath: fixture.site + "/link", withDestinationPath: "a/notes.txt")

    let error = #expect(throws: PublishingError.self) {
      try SampleTree(files: ["a/b.html": "new"]).publish(at: fixture.site)
    }
    #expect(error == .foreignFiles(output: fixture.site, ["a/notes.txt", "link"]))
    #expect(error?.isRefusal == true)
    #expect(error?.message[.english].contains("a/notes.txt, link") == true)
    #expect(try publishedFiles(at: fixture.site)["a/b.html"] == "old")
  }

  @Test func forcedTheFolderIsReplacedWhole() throws {
    try fixture.put("site/notes.txt", "mine")
    let report = try SampleTree(files: ["a.html": "new"]).publish(at: fixture.site, force: true)

    #expect(report.removedForeignFiles == 1)
    #expect(try publishedFiles(at: fixture.site) == ["a.html": "new"])
  }

  @Test func placeholdersAreCarriedOver() throws {
    try fixture.put("site/.gitkeep", "")
    try fixture.put("site/.gitignore", "*\n")
    for _ in 1...2 { try SampleTree(files: ["a.html": "new"]).publish(at: fixture.site) }

    #expect(try publishedFiles(at: fixture.site) == ["a.html": "new", ".gitkeep": "", ".gitignore": "*\n"])
  }

  @Test func theFoldersPermissionsAreCarriedOver() throws {
    try FileManager.default.createDirectory(
      atPath: fixture.site, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o2750])
    try SampleTree(files: ["a.html": "new"]).publish(at: fixture.site)

    let mode = try FileManager.default.attributesOfItem(atPath: fixture.site)[.posixPermissions] as? Int
    #expect(mode == 0o2750)
  }

  @Test func aLinkToTheOutputStaysALink() throws {
    try FileManager.default.createSymbolicLink(
      atPath: fixture.root + "/link", withDestinationPath: "elsewhere/site")
    for text in ["old", "new"] {
      try SampleTree(files: ["a.html": text]).publish(at: fixture.root + "/link")
    }
    #expect(try publishedFiles(at: fixture.root + "/elsewhere/site") == ["a.html": "new"])
    #expect(try fixture.names() == ["elsewhere", "link"])
  }

  @Test(arguments: ["", "/content", "/content/public"])
  func anOutputThatOverlapsTheSourcesIsRefused(output: String) throws {
    try fixture.put("content/site.yaml", "name: x")
    #expect(throws: PublishingError.self) {
      try OutputLocation(fixture.root + output, inputs: [fixture.root + "/content"])
    }
    #expect(throws: Never.self) {
      try OutputLocation(fixture.root + "/content-public", inputs: [fixture.root + "/content"])
    }
  }

  @Test func anOutputThatIsAFileIsRefused() throws {
    try fixture.put("site", "a file")
    let error = #expect(throws: PublishingError.self) { try OutputLocation(fixture.site) }
    #expect(error?.isRefusal == true)
  }

  @Test func aNameThatLeavesNoRoomForTheLockIsRefusedBeforeWork() throws {
    let longest = 255 - ".".utf8.count - ".gongkai-staging".utf8.count
    let fits = fixture.root + "/" + String(repeating: "x", count: longest)
    try SampleTree(files: ["a": "x"]).publish(at: fits)
    try SampleTree(files: ["a": "y"]).publish(at: fits)
    #expect(try publishedFiles(at: fits) == ["a": "y"])
    for path in [fits + "x", fixture.root + "/new/" + String(repeating: "公", count: 80)] {
      let error = #expect(throws: PublishingError.nameTooLong(output: path, longest: longest)) {
        try OutputLocation(path)
      }
      #expect(error?.isRefusal == true)
    }
    #expect(try fixture.names().count == 1)
  }

  @Test func withEverythingOnTheDiskFirst() throws {
    let location = try OutputLocation(fixture.site)
    let report = try SampleTree(files: ["a": "x"]).publish(at: location, durability: .wholeTree)
    #expect(report.files == 1)
    #expect(report.synchronizing > .zero)
  }
}
