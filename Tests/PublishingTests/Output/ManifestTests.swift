internal import Testing

@testable internal import Publishing

@Suite struct ManifestTests {
  @Test func `It is a text, sorted by bytes`() throws {
    let manifest = try Manifest([
      Manifest.Entry(path: "公开.html", size: 3), Manifest.Entry(path: "a/b", size: 12),
      Manifest.Entry(path: "a.html", size: 0),
    ])
    let text = """
      gongkai-manifest 1 complete 3
      0 a.html
      12 a/b
      3 公开.html

      """
    #expect(String(decoding: manifest.text(), as: UTF8.self) == text)
    #expect(Manifest(text: Array(text.utf8)) == manifest)
    #expect(manifest.contains("a/b"))
    #expect(!manifest.contains("a"))
  }

  @Test func `It keeps what made the compressed copies`() throws {
    let manifest = try Manifest([Manifest.Entry(path: "a.html.gz", size: 3)], encoders: "zlib-1.3/9")
    let text = "gongkai-manifest 1 complete 1 zlib-1.3/9\n3 a.html.gz\n"
    #expect(String(decoding: manifest.text(), as: UTF8.self) == text)
    #expect(Manifest(text: Array(text.utf8)) == manifest)
    #expect(Manifest(text: Array("gongkai-manifest 1 complete 0 a b\n".utf8)) == nil)
  }

  @Test(arguments: [
    "", "gongkai-manifest 1 complete 0", "gongkai-manifest 2 complete 0\n",
    "gongkai-manifest 1 complete 2\n1 a\n",
    "gongkai-manifest 1 complete 1\n1 ../../etc/passwd\n", "gongkai-manifest 1 complete 1\n1 /etc/passwd\n",
    "gongkai-manifest 1 complete 1\n-1 a\n", "gongkai-manifest 1 complete 1\na\n",
    "gongkai-manifest 1 complete 2\n1 b\n1 a\n", "gongkai-manifest 1 complete 2\n1 a\n1 a\n",
  ])
  func `A damaged or hostile one is not read`(text: String) {
    #expect(Manifest(text: Array(text.utf8)) == nil)
  }

  @Test func `A damaged one stops the build unless forced`() throws {
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
