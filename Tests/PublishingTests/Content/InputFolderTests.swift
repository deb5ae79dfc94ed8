internal import CFileSystem
internal import Foundation
internal import Testing

@testable internal import Publishing

/// Files are opened by their own paths, never through a link.
@Suite struct InputFolderTests {
  let fixture: OutputFixture

  init() throws {
    fixture = try OutputFixture()
    try fixture.put("content/own/a.txt", "own")
    try fixture.put("content/others/a.txt", "others")
    try fixture.put("outside.txt", "outside")
    try link("content/file", to: "own/a.txt")
    try link("content/folder", to: "own")
    try link("content/out", to: "../outside.txt")
    try link("content/loop", to: "loop")
    try link("content/none", to: "no such file")
    #expect(mkfifo(fixture.root + "/content/pipe", 0o644) == 0)
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(fixture.root)/\(path)", withDestinationPath: target)
  }

  private func read(_ path: String, in folder: InputFolder) throws -> String {
    String(decoding: try folder.read(path, limit: 100), as: UTF8.self)
  }

  /// The error of an attempt to open a file; 0 if there is none.
  private func fault(of path: String, in folder: InputFolder) -> Int32 {
    do throws(SystemFault) {
      _ = try folder.open(path).size
      return 0
    } catch {
      return error.code
    }
  }

  @Test func aFileIsOpenedByItsOwnPath() throws {
    let folder = InputFolder(fixture.root + "/content")
    #expect(try read("own/a.txt", in: folder) == "own")
    #expect(try folder.scan("own")?.entries.map(\.name) == ["a.txt"])
    #expect(try folder.scan("not there") == nil)
    #expect(fault(of: "not there", in: folder) == ENOENT)
    #expect(fault(of: "own", in: folder) == EISDIR)
    #expect(fault(of: "pipe", in: folder) == EINVAL)
  }

  @Test(arguments: ["file", "folder/a.txt", "out", "loop", "none", "folder"])
  func noLinkIsFollowedInAnyComponent(path: String) {
    #expect(fault(of: path, in: InputFolder(fixture.root + "/content")) == ELOOP)
  }

  @Test(arguments: ["../outside.txt", "own/../others/a.txt", "/etc/passwd", ".."])
  func noPathLeadsOutOrUp(path: String) {
    #expect(fault(of: path, in: InputFolder(fixture.root + "/content")) == EXDEV)
  }

  /// A kernel without `openat2` gives the same answers.
  @Test(arguments: [
    "own/a.txt", "own", "own/", "./own//a.txt", "file", "folder/a.txt", "folder", "out", "loop", "none", "none/a",
    "own/a.txt/b",
    "not there/a", "../outside.txt", "/etc/passwd", "own/../own/a.txt", String(repeating: "x", count: 300),
  ])
  func componentByComponentItIsTheSame(path: String) throws {
    let folder = open(fixture.root + "/content", O_RDONLY | O_DIRECTORY)
    #expect(folder >= 0)
    defer { close(folder) }
    for flags in [O_RDONLY, O_RDONLY | O_DIRECTORY] {
      let results = [cfs_open_beneath, cfs_open_by_component].map { call in
        let file = call(folder, path, flags | O_CLOEXEC)
        let fault = file < 0 ? errno : 0
        let inode = file < 0 ? 0 : FileStatus(of: file)?.inode
        if file >= 0 { close(file) }
        return "\(fault) \(String(describing: inode))"
      }
      #expect(results[0] == results[1])
    }
  }

  /// The operator may keep the folder anywhere.
  @Test func theFolderItselfMayBeALink() throws {
    try link("linked", to: "content")
    #expect(try read("own/a.txt", in: InputFolder(fixture.root + "/linked")) == "own")
  }

  @Test func aMissingFolderGivesTheSameErrorForEachFile() {
    let folder = InputFolder(fixture.root + "/no such folder")
    #expect(fault(of: "a", in: folder) == ENOENT)
    #expect(fault(of: "a", in: InputFolder("own", in: folder, links: .refused)) == ENOENT)
  }

  @Test func aFolderThatIsSwappedForALinkOpensNothing() throws {
    let folder = InputFolder(fixture.root + "/content")
    #expect(try read("own/a.txt", in: folder) == "own")
    try FileManager.default.moveItem(atPath: fixture.root + "/content/own", toPath: fixture.root + "/content/old")
    try link("content/own", to: "others")
    #expect(fault(of: "own/a.txt", in: folder) == ELOOP)
    #expect(throws: SystemFault(code: ELOOP)) { try folder.scan("own") }
  }

  @Test func whereLinksAreAllowedTheyStayInTheFolder() throws {
    let content = InputFolder(fixture.root + "/content")
    try link("content/own/beside.txt", to: "a.txt")
    try link("content/own/up.txt", to: "../others/a.txt")
    try link("content/own/absolute.txt", to: fixture.root + "/content/own/a.txt")
    let folder = InputFolder("own", in: content, links: .staying)
    #expect(try read("beside.txt", in: folder) == "own")
    #expect(fault(of: "up.txt", in: folder) == EXDEV)
    #expect(fault(of: "absolute.txt", in: folder) == EXDEV)
    #expect(fault(of: "a.txt", in: InputFolder("folder", in: content, links: .staying)) == ELOOP)
  }
}
