internal import Diagnostics
internal import Foundation
internal import Testing

@testable internal import Publishing

@Suite(.enabled(if: TestMount.isPermitted, TestMount.refusal))
struct FullDiskTests {
  let fixture: OutputFixture
  let mount: TestMount

  init() throws {
    fixture = try OutputFixture()
    mount = try TestMount(in: fixture, tmpfs: fixture.root + "/disk", size: "1m")
  }

  /// On the mounted disk, swapped as a whole, and as the mount point, swapped file by file.
  @Test(arguments: ["/site", ""])
  func theOldTreeStaysWholeAndTheNextBuildWorks(name: String) throws {
    let output = mount.path + name
    let page = String(repeating: "x", count: 20_000)
    func tree(_ pages: Int, _ mark: String) -> SampleTree {
      SampleTree(files: Dictionary(uniqueKeysWithValues: (0..<pages).map { ("p/\($0).html", mark + page) }))
    }
    try tree(20, "old").publish(at: output)

    let error = #expect(throws: PublishingError.self) { try tree(60, "big").publish(at: output) }
    guard case .inputOutput(let operation, _, let fault) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(operation == .write || operation == .create)
    #expect(fault.code == ENOSPC)
    #expect(error?.isRefusal == false)
    #expect(error?.message[.simplifiedChinese].contains("磁盘空间不足") == true)
    #expect(try publishedFiles(at: output) == tree(20, "old").files)
    #expect(try agreesWithManifest(output))
    #expect(
      try !FileManager.default.contentsOfDirectory(atPath: mount.path).contains { $0.hasSuffix("staging") })

    try tree(20, "new").publish(at: output)
    #expect(try publishedFiles(at: output) == tree(20, "new").files)
  }
}
