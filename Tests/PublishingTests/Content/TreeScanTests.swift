internal import Diagnostics
internal import Foundation
internal import Testing

@testable internal import Publishing

/// Anything that is nested too deeply, too numerous or has an unusable name is reported rather than silently left out.
@Suite struct TreeScanTests {
  let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  private func scan(mostEntries: Int = 1_000) -> TreeScan {
    TreeScan("", in: InputFolder(fixture.root), shownUnder: "static/", mostEntries: mostEntries)
  }

  @Test func fifteenNestedFoldersAreEnough() throws {
    let deepest = (1...15).map { "\($0)" }.joined(separator: "/")
    try fixture.put(deepest + "/a.txt", "fifteen")
    #expect(scan().findings.isEmpty)
    #expect(scan().files == [deepest + "/a.txt": 7])
    try fixture.put(deepest + "/16/b.txt", "sixteen")
    #expect(scan().findings.map(\.kind.id) == ["folder-limit"])
    #expect(scan().findings.first?.range?.file == "static/\(deepest)/16")
    #expect(scan().files == [deepest + "/a.txt": 7])
  }

  @Test func aPathHasNoMoreThanAThousandBytes() throws {
    let folders = (1...4).map { _ in String(repeating: "x", count: 240) }.joined(separator: "/")
    try fixture.put(folders + "/" + String(repeating: "a", count: 36), "x")
    #expect(scan().findings.isEmpty)
    try fixture.put(folders + "/" + String(repeating: "b", count: 37), "x")
    #expect(scan().findings.map(\.kind.id) == ["folder-limit"])
    #expect(scan().files.count == 1)
  }

  @Test func moreFilesThanThereMayBeAreOneFinding() throws {
    for name in ["a", "b", "folder/c", "folder/d"] { try fixture.put(name, "x") }
    #expect(scan(mostEntries: 5).findings.isEmpty)
    #expect(scan(mostEntries: 4).findings.map(\.range?.file) == ["static/folder/d"])
    #expect(scan(mostEntries: 1).findings.map(\.range?.file) == ["static/b"])
    #expect(scan(mostEntries: 1).findings.map(\.kind.id) == ["folder-limit"])
  }

  @Test func linksAndPipesAreNotFiles() throws {
    try fixture.put("a.txt", "x")
    try FileManager.default.createSymbolicLink(atPath: fixture.root + "/b.txt", withDestinationPath: "a.txt")
    #expect(mkfifo(fixture.root + "/c", 0o644) == 0)
    #expect(scan().files == ["a.txt": 1])
    #expect(scan().findings.map(\.kind.id) == ["symbolic-link", "file-unused"])
    #expect(scan().findings.map(\.range?.file) == ["static/b.txt", "static/c"])
  }

  @Test func namesOfAnyBytesAreShownAndNotUsed() throws {
    let names: [[UInt8]] = [
      Array("a\nb".utf8), Array("a\tb".utf8), [0x1B, 0x5B, 0x33, 0x31, 0x6D], [0x7F], [0xD5, 0xFE],
      Array("a\u{85}".utf8),
      Array("a\u{202E}fdp.exe".utf8), Array("a\u{200B}b".utf8),
    ]
    for name in names {
      let path = Array(fixture.root.utf8) + [UInt8(ascii: "/")] + name + [0]
      let file = path.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644) }
      }
      #expect(file >= 0)
      close(file)
    }
    try fixture.put("盖章（终稿）\u{1F600}.pdf", "x")
    #expect(scan().files.keys.sorted() == ["盖章（终稿）\u{1F600}.pdf"])
    let shown = scan().findings.compactMap { $0.range?.file }
    #expect(
      shown.sorted() == [
        "static/\\u{1B}[31m", "static/\\u{7F}", "static/\\xD5\\xFE", "static/a\\u{200B}b",
        "static/a\\u{202E}fdp.exe", "static/a\\u{85}", "static/a\\u{9}b", "static/a\\u{A}b",
      ])
    #expect(Set(scan().findings.map(\.kind.id)) == ["file-name-invalid"])
  }
}
