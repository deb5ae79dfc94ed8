internal import Foundation
internal import Testing

@testable internal import Publishing

/// Builds by a user who may not write everywhere. The tests switch to that user, so they need to be root.
@Suite(.enabled(if: getuid() == 0, "only root can become another user"))
struct PermissionTests {
  let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  @Test func underAParentThatMayNotBeWrittenFilesAreSwappedOneByOne() async throws {
    let path = fixture.site
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(chown(path, nobody, nobody) == 0)
    await #expect(processExitsWith: .success) { [path = path as String] in
      #expect(setuid(nobody) == 0)
      for text in ["old", "new"] {
        let report = try SampleTree(files: ["a/b.html": text]).publish(at: path)
        #expect(report.way == .fileByFile)
      }
    }
    #expect(try publishedFiles(at: path) == ["a/b.html": "new"])
    #expect(try fixture.names() == ["site"])
  }

  @Test func underOneWithTheStickyBitToo() async throws {
    let path = fixture.site
    try SampleTree(files: ["a.html": "old"]).publish(at: path)
    #expect(chmod(fixture.root, 0o1777) == 0)
    #expect(chmod(path, 0o777) == 0)
    #expect(chmod(path + "/a.html", 0o666) == 0)
    await #expect(processExitsWith: .success) { [path = path as String] in
      #expect(setuid(nobody) == 0)
      let report = try SampleTree(files: ["a.html": "new"]).publish(at: path)
      #expect(report.way == .fileByFile)
    }
    #expect(try publishedFiles(at: path) == ["a.html": "new"])
    #expect(try fixture.names() == ["site"])
  }

  @Test(arguments: ["site", "new", "new/deep"])
  func whereNothingMayBeWrittenTheBuildIsRefused(name: String) async throws {
    try SampleTree(files: ["a.html": "old"]).publish(at: fixture.site)
    let path = fixture.root + "/" + name
    await #expect(processExitsWith: .success) { [path = path as String] in
      #expect(setuid(nobody) == 0)
      let error = #expect(throws: PublishingError.self) {
        try SampleTree(files: ["a.html": "new"]).publish(at: path)
      }
      guard case .notWritable(_, let fault) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(fault.code == EACCES)
      #expect(error?.isRefusal == true)
    }
    #expect(try publishedFiles(at: fixture.site) == ["a.html": "old"])
  }
}

private let nobody: uid_t = 65534
