internal import Foundation
internal import Testing

@testable internal import Publishing

@Suite(.enabled(if: TestMount.isPermitted, TestMount.refusal))
struct MountedOutputTests {
  let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  @Test func aMountPointIsSwappedFileByFile() throws {
    let mount = try TestMount(in: fixture, tmpfs: fixture.site)
    try fixture.put("site/.gitkeep", "")
    let first = SampleTree(files: ["index.html": "1", "a": "file", "b/c.html": "page", "d/e/f": "gone"])
    let second = SampleTree(files: ["index.html": "2", "a/x.html": "folder now", "b": "file now"])
    for tree in [first, second] {
      let report = try tree.publish(at: mount.path)
      #expect(report.way == .fileByFile)
      #expect(report.leftovers.isEmpty)
      var expected = tree.files
      expected[".gitkeep"] = ""
      #expect(try publishedFiles(at: mount.path) == expected)
    }
    #expect(try Manifest(ofOutput: mount.path)?.isComplete == true)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: mount.path).sorted()
        == [".gitkeep", ".gongkai-manifest", "a", "b", "index.html"])
  }

  @Test func aBindMountOfTheSameFileSystemCountsAsOne() throws {
    try fixture.put("source/.gitkeep", "")
    let mount = try TestMount(in: fixture, binding: fixture.root + "/source", at: fixture.site)
    #expect(try OutputLocation(mount.path).placement == .inside)
    try SampleTree(files: ["a.html": "x"]).publish(at: mount.path)
    #expect(try publishedFiles(at: fixture.root + "/source") == ["a.html": "x", ".gitkeep": ""])
  }

  @Test(arguments: [true, false])
  func oneThatIsNotSeenAsSuchInTimeIsSwappedFileByFileToo(exchange: Bool) throws {
    let mount = try TestMount(in: fixture, tmpfs: fixture.site)
    var location = try OutputLocation(mount.path)
    location.placement = .beside
    location.triesExchange = exchange
    for text in ["old", "new"] {
      let report = try SampleTree(files: ["a/b.html": text, text: ""]).publish(at: location)
      #expect(report.way == .fileByFile)
      #expect(try publishedFiles(at: mount.path) == ["a/b.html": text, text: ""])
    }
    #expect(try fixture.names() == ["site"])
  }

  @Test func foreignFilesAreRefusedAndRemovedWhenForced() throws {
    let mount = try TestMount(in: fixture, tmpfs: fixture.site)
    try fixture.put("site/mine/notes.txt", "x")
    try FileManager.default.createDirectory(
      atPath: mount.path + "/lost+found", withIntermediateDirectories: false)
    let tree = SampleTree(files: ["mine": "a file"])
    #expect(throws: PublishingError.foreignFiles(output: mount.path, ["mine/notes.txt"])) {
      try tree.publish(at: mount.path)
    }
    #expect(try tree.publish(at: mount.path, force: true).removedForeignFiles == 1)
    #expect(try publishedFiles(at: mount.path) == tree.files)
  }

  @Test func cleanedItIsEmpty() throws {
    let mount = try TestMount(in: fixture, tmpfs: fixture.site)
    try SampleTree(files: ["a/b.html": "x"]).publish(at: mount.path)
    #expect(try cleanOutput(at: mount.path) == CleanReport(files: 1, folders: 1))
    #expect(try FileManager.default.contentsOfDirectory(atPath: mount.path).isEmpty)
  }

  @Test(arguments: ["site", "parent/site", "parent/new"])
  func aReadOnlyOutputIsRefused(path: String) throws {
    let output = fixture.root + "/" + path
    let mount = try TestMount(in: fixture, tmpfs: path == "site" ? output : fixture.root + "/parent")
    if path != "parent/new" { try SampleTree(files: ["a.html": "old"]).publish(at: output) }
    try mount.makeReadOnly()

    let error = #expect(throws: PublishingError.self) {
      try SampleTree(files: ["a.html": "new"]).publish(at: output)
    }
    guard case .notWritable(_, let fault) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fault.code == EROFS)
    #expect(error?.isRefusal == true)
    if path != "parent/new" { #expect(try publishedFiles(at: output) == ["a.html": "old"]) }
  }
}
