internal import Foundation
internal import Testing

@testable internal import Publishing

@Suite struct StagingWriterTests {
  let fixture: OutputFixture
  let staging: StagingTree

  init() throws {
    fixture = try OutputFixture()
    staging = try StagingTree(under: OutputLock(OutputLocation(fixture.site)))
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/.", "./a",
    ".gongkai-manifest", ".gongkai-x/y",
  ])
  func aPathThatMightLeaveTheTreeIsRefused(path: String) throws {
    var writer = staging.writer()
    #expect(throws: PublishingError.invalidPath(path)) { try writer.write(path, [1]) }
  }

  @Test(arguments: [0, 0x0A, 0x7F] as [UInt8])
  func aControlCharacterIsRefused(byte: UInt8) throws {
    var writer = staging.writer()
    let path = "a" + String(UnicodeScalar(byte)) + "b"
    #expect(throws: PublishingError.invalidPath(path)) { try writer.write(path, [1]) }
  }

  @Test func namesAreBoundedInBytes() throws {
    var writer = staging.writer()
    let fits = String(repeating: "公", count: 85)
    try writer.write(fits + "/a", [1])
    #expect(throws: PublishingError.invalidPath(fits + "x")) { try writer.write(fits + "x", [1]) }
    try writer.write("..a/.b", [1])
  }

  @Test func aPathIsWrittenOnce() throws {
    var writer = staging.writer()
    var other = staging.writer()
    try writer.write("a/b", [1])
    #expect(throws: PublishingError.conflictingPath("a/b")) { try other.write("a/b", [2]) }
    #expect(throws: PublishingError.conflictingPath("a")) { try other.write("a", [2]) }
    #expect(throws: PublishingError.conflictingPath("a/b/c")) { try other.write("a/b/c", [2]) }
    #expect(writer.finish() == [Manifest.Entry(path: "a/b", size: 1)])
    #expect(other.finish().isEmpty)
  }

  @Test func aManifestListsAPathOnce() throws {
    let entry = Manifest.Entry(path: "a", size: 1)
    #expect(throws: PublishingError.conflictingPath("a")) { try staging.commit([entry, entry]) }
  }

  @Test func twoSpellingsOfALetterAreTwoFiles() throws {
    var writer = staging.writer()
    for name in ["e\u{301}/a", "\u{E9}/a"] { try writer.write(name, [1]) }
    #expect(try staging.commit(writer.finish()).files == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.site).count == 3)
  }

  @Test func moreFoldersThanMayStayOpen() throws {
    var writer = staging.writer()
    for round in 1...2 {
      for folder in 1...200 { try writer.write("a/\(folder)/\(round)", Array("\(folder) \(round)".utf8)) }
    }
    _ = try staging.commit(writer.finish())
    let files = try publishedFiles(at: fixture.site)
    #expect(files.count == 400)
    #expect(files["a/77/2"] == "77 2")
  }

  @Test func threadsShareTheFoldersThatTheyCreate() async throws {
    let entries = try await withThrowingTaskGroup(of: [Manifest.Entry].self) { group in
      for worker in 1...4 {
        group.addTask { [staging] in
          var writer = staging.writer()
          for index in 1...300 { try writer.write("f\(index % 100)/g/\(worker)-\(index)", [1, 2]) }
          return writer.finish()
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(try staging.commit(entries).files == 1200)
    #expect(try agreesWithManifest(fixture.site))
  }

  @Test func writtenFilesCanBeInspected() throws {
    var writer = staging.writer()
    try writer.write("a/b", [1, 2, 3])
    #expect(try writer.head(of: "a/b", most: 2) == [1, 2])
    #expect(try writer.head(of: "a/b", most: 9) == [1, 2, 3])
    #expect(throws: PublishingError.self) { try writer.head(of: "a/c", most: 9) }
  }

  @Test func filesAreCopiedLinksAndPipesAreNot() throws {
    let text = String(repeating: "picture", count: 100_000)
    try fixture.put("source.png", text)
    try FileManager.default.createSymbolicLink(
      atPath: fixture.root + "/link.png", withDestinationPath: "source.png")
    #expect(mkfifo(fixture.root + "/pipe.png", 0o600) == 0)

    var writer = staging.writer()
    try writer.copy(from: fixture.root + "/source.png", to: "a/picture.png")
    try writer.copy(from: "/proc/version", to: "version.txt")
    #expect(
      throws: PublishingError.inputOutput(.read, path: fixture.root + "/link.png", SystemFault(code: ELOOP))
    ) {
      try writer.copy(from: fixture.root + "/link.png", to: "b.png")
    }
    for name in ["/pipe.png", ""] {
      #expect(throws: PublishingError.notAFile(path: fixture.root + name)) {
        try writer.copy(from: fixture.root + name, to: "c.png")
      }
    }
    _ = try staging.commit(writer.finish())
    let files = try publishedFiles(at: fixture.site)
    #expect(files["a/picture.png"] == text)
    #expect(files["version.txt"]?.isEmpty == false)
    #expect(try agreesWithManifest(fixture.site))
  }
}
