internal import Foundation
internal import Testing

@testable internal import Publishing

/// A file system in an image, which is copied as it is on disk after a tree has been published: the state that a power
/// failure at that moment would leave. Data that the file system still keeps in memory is not in the copy.
@Suite(.enabled(if: TestMount.isPermittedOfImages, TestMount.refusalOfImages))
struct PowerCutTests {
  let fixture: OutputFixture
  let disk: TestMount
  private var image: String { fixture.root + "/image" }

  init() throws {
    fixture = try OutputFixture()
    disk = try TestMount(in: fixture, image: fixture.root + "/image", at: fixture.root + "/disk")
  }

  enum Way: CaseIterable {
    case exchange, renames, fileByFile
  }

  private func location(_ way: Way) throws -> OutputLocation {
    var location = try OutputLocation(way == .fileByFile ? disk.path : disk.path + "/site")
    location.triesExchange = way == .exchange
    return location
  }

  private func tree(_ mark: String) -> SampleTree {
    var files = ["index.html": mark, "only-\(mark).html": mark]
    for number in 0..<300 {
      files["\(number % 7)/\(number).html"] = String(repeating: "\(mark) \(number) ", count: 400)
    }
    return SampleTree(files: files)
  }

  /// The number of files that would be missing or have lost their contents after a power failure now.
  private func lost(of tree: SampleTree, in folder: String) throws -> Int {
    let copy = "\(fixture.root)/copy-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: image, toPath: copy)
    let mount = try TestMount(in: fixture, image: copy, at: "\(copy)-disk", isNew: false)
    let path = mount.path + folder
    guard FileManager.default.fileExists(atPath: path) else { return tree.files.count }
    // The lock and the staging tree are left to the next build.
    let found = try publishedFiles(at: path).filter { !$0.key.hasPrefix(".gongkai-") }
    return tree.files.count { found[$0.key] != $0.value } + found.count { tree.files[$0.key] == nil }
  }

  @Test(arguments: Way.allCases)
  func aReportedPublicationIsComplete(way: Way) throws {
    let location = try location(way)
    let folder = way == .fileByFile ? "" : "/site"
    for mark in ["first", "second", "third"] {
      let report = try tree(mark).publish(at: location, durability: .wholeTree)
      #expect(report.synchronizing > .zero)
      for moment in [0, 0.2, 0.5] {
        usleep(UInt32(moment * 1e6))
        #expect(try lost(of: tree(mark), in: folder) == 0, "\(mark), after \(moment) s")
      }
    }
  }

  @Test func withoutWaitingForTheDiskItIsNot() throws {
    let location = try location(.exchange)
    try tree("first").publish(at: location, durability: .wholeTree)
    let report = try tree("second").publish(at: location, durability: .manifest)
    #expect(report.synchronizing == .zero)
    #expect(try lost(of: tree("second"), in: "/site") > 0)
  }
}
