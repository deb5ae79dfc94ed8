import Foundation
import Portal
import Testing

@testable import Publishing

/// Compressed copies in a tree, and which of them are reused from the previous tree.
struct CompressedCopiesTests {
  private let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  /// Publishes texts with their copies, as a build does.
  private func publish(
    _ files: [String: String], _ encodings: [ContentEncoding] = ContentEncoding.allCases, encoders: String? = nil,
    at placement: OutputLocation.Placement = .beside
  ) throws {
    var location = try OutputLocation(fixture.site)
    location.placement = placement
    let staging = try StagingTree(under: OutputLock(location))
    var writer = staging.writer()
    for (path, text) in files { try writer.write(path, Array(text.utf8)) }
    let entries = writer.finish()
    let copies = CompressedCopies(staging: staging, encodings: encodings, jobs: 2)
    _ = try staging.commit(
      entries + copies.write(of: entries), encoders: encoders ?? copies.encoders(beside: entries))
  }

  private func names() throws -> [String] {
    try #require(try Manifest(ofOutput: fixture.site)).entries.map(\.path)
  }

  private func inode(_ path: String) throws -> UInt { try #require(FileStatus("\(fixture.site)/\(path)")).inode }

  private func holds(_ copy: String, _ text: String) throws -> Bool {
    let encoding = try #require(ContentEncoding.split(copy)?.encoding)
    let digest = try FileDigest(ofFile: "\(fixture.site)/\(copy)", expanding: encoding)
    return digest == Array(text.utf8).withUnsafeBufferPointer { FileDigest(of: $0) }
  }

  private let long = String(repeating: "公开", count: 500)

  @Test func textsOfSomeLengthHaveCopies() throws {
    try publish(["index.html": long, "a/data.csv": long, "short.html": "x", "a.xlsx": long, "LICENSE": long])
    #expect(
      try names() == [
        "LICENSE", "a.xlsx", "a/data.csv", "a/data.csv.br", "a/data.csv.gz", "index.html", "index.html.br",
        "index.html.gz", "short.html",
      ])
    #expect(try holds("a/data.csv.gz", long) && holds("index.html.br", long))
  }

  @Test(arguments: [OutputLocation.Placement.beside, .inside])
  func onlyWhatChangedIsCompressedAgain(_ placement: OutputLocation.Placement) throws {
    try publish(["same.html": long, "other.html": long])
    let before = try ["same.html.gz", "same.html.br", "other.html.gz"].map(inode)
    let changed = String(long.reversed())
    try publish(["same.html": long, "other.html": changed], at: placement)
    let after = try ["same.html.gz", "same.html.br", "other.html.gz"].map(inode)
    #expect(before[..<2] == after[..<2])
    #expect(before[2] != after[2])
    #expect(try holds("same.html.gz", long) && holds("other.html.gz", changed))
  }

  @Test func copiesOfAnotherLibraryAreMadeAgain() throws {
    try publish(["a.html": long], encoders: "zlib-0/1")
    let before = try inode("a.html.gz")
    try publish(["a.html": long])
    #expect(try inode("a.html.gz") != before)
  }

  @Test func aChangedCopyIsMadeAgain() throws {
    try publish(["a.html": long])
    try fixture.put("site/a.html.gz", "cut")
    try FileManager.default.removeItem(atPath: "\(fixture.site)/a.html.br")
    try publish(["a.html": long])
    #expect(try holds("a.html.gz", long) && holds("a.html.br", long))
  }

  /// Disk corruption: neither size nor time reveals it.
  @Test func aDamagedCopyOfTheRightSizeIsMadeAgain() throws {
    try publish(["a.html": long])
    for name in ["a.html.gz", "a.html.br"] {
      let path = "\(fixture.site)/\(name)"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      var bytes = try Data(contentsOf: URL(filePath: path))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: URL(filePath: path))
      try FileManager.default.setAttributes(
        [.modificationDate: try #require(attributes[.modificationDate])], ofItemAtPath: path)
      #expect(try !holds(name, long))
    }
    try publish(["a.html": long])
    #expect(try holds("a.html.gz", long) && holds("a.html.br", long))
  }

  /// The manifest of an earlier version has no digests of copies.
  @Test func copiesOfAnOlderManifestAreMadeAgain() throws {
    try publish(["a.html": long])
    let path = "\(fixture.site)/.gongkai-manifest"
    let manifest = try #require(try Manifest(ofOutput: fixture.site))
    let lines = manifest.entries.map { "\($0.size) \($0.path)\n" }.joined()
    try "gongkai-manifest 1 complete \(manifest.entries.count) \(manifest.encoders)\n\(lines)"
      .write(toFile: path, atomically: true, encoding: .utf8)
    let before = try inode("a.html.gz")
    try publish(["a.html": long])
    #expect(try inode("a.html.gz") != before)
    #expect(try holds("a.html.gz", long))
  }

  @Test func filesNoLongerProducedDisappear() throws {
    try publish(["a.html": long, "b.html": long])
    try publish(["a.html": long], [.gzip])
    #expect(try names() == ["a.html", "a.html.gz"])
    try publish(["a.html": long], [])
    #expect(try publishedFiles(at: fixture.site) == ["a.html": long])
  }

  @Test func aStaticFileWithTheNameOfACopyIsKept() throws {
    try publish(["a.html": long, "a.html.gz": "own"])
    #expect(try String(contentsOfFile: "\(fixture.site)/a.html.gz", encoding: .utf8) == "own")
    #expect(try holds("a.html.br", long))
  }

  @Test func aStaticFileIsNeverTakenForACopy() throws {
    try publish(["a.html": long, "a.html.gz": "own"])
    try publish(["a.html": long])
    #expect(try holds("a.html.gz", long) && holds("a.html.br", long))
  }

  @Test func aFolderWithTheNameOfACopyIsReported() throws {
    let location = try OutputLocation(fixture.site)
    let staging = try StagingTree(under: OutputLock(location))
    var writer = staging.writer()
    try writer.write("a.html", Array(long.utf8))
    try writer.write("a.html.gz/b", [])
    let entries = writer.finish()
    #expect(throws: PublishingError.conflictingPath("a.html.gz")) {
      try CompressedCopies(staging: staging, encodings: [.gzip], jobs: 1).write(of: entries)
    }
    staging.discard()
  }
}
