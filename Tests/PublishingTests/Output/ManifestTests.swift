internal import Testing

@testable internal import Publishing

@Suite struct ManifestTests {
  @Test func itIsATextSortedByBytes() throws {
    let manifest = try Manifest([
      Manifest.Entry(path: "公开.html", size: 3), Manifest.Entry(path: "a/b", size: 12),
      Manifest.Entry(path: "a.html", size: 0),
    ])
    let text = """
      gongkai-manifest 2 complete 3
      0 - a.html
      12 - a/b
      3 - 公开.html

      """
    #expect(String(decoding: manifest.text(), as: UTF8.self) == text)
    #expect(Manifest(text: Array(text.utf8)) == manifest)
    #expect(manifest.contains("a/b"))
    #expect(!manifest.contains("a"))
  }

  @Test func itKeepsWhatMadeTheCompressedCopies() throws {
    let digest = Array("copy".utf8).withUnsafeBufferPointer { FileDigest(of: $0) }
    let manifest = try Manifest(
      [Manifest.Entry(path: "a.html.gz", size: 3, digest: digest)], encoders: "zlib-1.3/9")
    let text = "gongkai-manifest 2 complete 1 zlib-1.3/9\n3 \(digest.hexadecimal) a.html.gz\n"
    #expect(String(decoding: manifest.text(), as: UTF8.self) == text)
    #expect(Manifest(text: Array(text.utf8)) == manifest)
    #expect(Manifest(text: Array("gongkai-manifest 2 complete 0 a b\n".utf8)) == nil)
  }

  @Test func itKeepsNoDigestsOfOtherFiles() throws {
    let digest = Array("page".utf8).withUnsafeBufferPointer { FileDigest(of: $0) }
    let manifest = try Manifest([Manifest.Entry(path: "a.html", size: 3, digest: digest)])
    #expect(String(decoding: manifest.text(), as: UTF8.self) == "gongkai-manifest 2 complete 1\n3 - a.html\n")
  }

  @Test func aManifestOfTheFirstVersionCanBeRead() throws {
    let text = "gongkai-manifest 1 complete 2 zlib-1.3/9\n3 a b.html\n4 a b.html.gz\n"
    let manifest = try #require(Manifest(text: Array(text.utf8)))
    #expect(manifest.encoders == "zlib-1.3/9")
    #expect(
      manifest.entries == [Manifest.Entry(path: "a b.html", size: 3), Manifest.Entry(path: "a b.html.gz", size: 4)])
  }

  @Test(arguments: [
    "", "gongkai-manifest 1 complete 0", "gongkai-manifest 3 complete 0\n",
    "gongkai-manifest 2 complete 1\n1 a\n", "gongkai-manifest 2 complete 1\n1 00 a.gz\n",
    "gongkai-manifest 2 complete 1\n1 - ../../etc/passwd\n", "gongkai-manifest 2 complete 2\n1 - b\n1 - a\n",
    "gongkai-manifest 1 complete 2\n1 a\n",
    "gongkai-manifest 1 complete 1\n1 ../../etc/passwd\n", "gongkai-manifest 1 complete 1\n1 /etc/passwd\n",
    "gongkai-manifest 1 complete 1\n-1 a\n", "gongkai-manifest 1 complete 1\na\n",
    "gongkai-manifest 1 complete 2\n1 b\n1 a\n", "gongkai-manifest 1 complete 2\n1 a\n1 a\n",
  ])
  func aDamagedOrHostileOneIsNotRead(text: String) {
    #expect(Manifest(text: Array(text.utf8)) == nil)
  }

  @Test func aDamagedOneStopsTheBuildUnlessForced() throws {
    let fixture = try OutputFixture()
    try fixture.put("site/.gongkai-manifest", "gongkai-manifest 1 complete 1\n")
    try fixture.put("site/a.html", "old")
    #expect(throws: PublishingError.unreadableManifest(path: fixture.site + "/.gongkai-manifest")) {
      try SampleTree(files: ["a.html": "new"]).publish(at: fixture.site)
    }
    try SampleTree(files: ["a.html": "new"]).publish(at: fixture.site, force: true)
    #expect(try publishedFiles(at: fixture.site) == ["a.html": "new"])
  }
}
