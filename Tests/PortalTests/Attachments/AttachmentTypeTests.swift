import Diagnostics
import Foundation
import Markup
import Testing

@testable import Portal

struct AttachmentTypeTests {
  private static let zip: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0]
  private static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]
  private static let page = Array("<!DOCTYPE html><script>alert(1)</script>".utf8)

  /// The start of a file of each type, independent of the table in the code.
  private static let samples: [String: [[UInt8]]] = [
    "pdf": [Array("%PDF-1.7".utf8)], "ofd": [zip], "doc": [ole], "docx": [zip], "wps": [ole, zip], "xls": [ole],
    "xlsx": [zip], "et": [ole, zip], "csv": [Array("\u{FEFF}a,b\r\n".utf8), [0xB1, 0xED, 0x2C]],
    "txt": [Array("2023年 <3件>".utf8)], "zip": [zip, [0x50, 0x4B, 5, 6]],
    "png": [[0x89] + Array("PNG\r\n\u{1A}\n".utf8)], "jpg": [[0xFF, 0xD8, 0xFF, 0xE0]],
    "jpeg": [[0xFF, 0xD8, 0xFF, 0xDB]],
    "webp": [Array("RIFF....WEBPVP8 ".utf8)],
    "svg": [Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)],
  ]

  @Test func theListIsTheOnePromised() {
    let types = AttachmentTypes()
    #expect(
      types.endings
        == "csv doc docx et jpeg jpg ofd pdf png txt webp wps xls xlsx zip".split(separator: " ").map(String.init))
    #expect(types.type(ofFile: "a.svg")?.use == .picture)
    #expect(Set(Self.samples.keys) == Set(types.endings + ["svg"]))
  }

  @Test func theSampleForAServerKnowsTheirMediaTypes() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../../server/nginx.conf").standardizedFileURL
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split { $0 == " " || $0 == ";" }.map(String.init) }
    for type in AttachmentType.all {
      #expect(lines.contains { $0.first == type.mediaType && $0.dropFirst().contains(type.ending) }, "\(type.ending)")
    }
  }

  @Test(arguments: samples.keys.sorted())
  func contentFitsItsType(_ ending: String) throws {
    let type = try #require(AttachmentTypes().type(ofFile: "图解/a.b.\(ending.uppercased())"))
    for sample in try #require(Self.samples[ending]) { #expect(type.fault(in: sample) == nil) }
    for other in [Self.page, [], Array("GIF89a".utf8)] where !(type.content.isText && other != Self.page) {
      #expect(type.fault(in: other) != nil)
    }
  }

  @Test(arguments: [
    "a.html", "a.htm", "a.xhtml", "a.js", "a.mjs", "a.php", "a.xml", "a.css", "a.wasm", "a.swf", "a.jsp", "a.asp",
    "a.aspx", "a.gif", "a.mp4", "a.exe", "a", "a.", "pdf", ".pdf/a", "a.pdf/b", "a.php.pdf", "a.PHTML.pdf",
    "a.shtml.txt",
    "a.jsp.zip", "a.pdf ", "a.pdf.", "a.ｐｄｆ", "a.pdf\u{200B}", "a.gz", "a.csv.gz", "",
  ])
  func otherFilesHaveNoType(_ path: String) {
    #expect(AttachmentTypes().type(ofFile: path) == nil)
  }

  @Test(arguments: [
    "<!doctype html>", " \r\n\t<HTML>", "\u{FEFF}<script>alert(1)</script>", "<p>a", "</p>", "<?xml version=\"1.0\"?>",
    "<!-- a -->", "年报\n<ScRiPt src=x>", "a <svg onload=x>", "<A HREF=x>", "{}<iframe>",
  ])
  func aTextMustNotLookLikeAPage(_ text: String) throws {
    for ending in ["csv", "txt"] {
      let type = try #require(AttachmentTypes().type(ofFile: "a.\(ending)"))
      #expect(type.fault(in: Array(text.utf8)) == .hypertext)
    }
  }

  @Test func aTextMustNotContainAZeroByte() throws {
    let type = try #require(AttachmentTypes().type(ofFile: "a.txt"))
    #expect(type.fault(in: Array(String(repeating: "a", count: 100_000).utf8) + [0]) == .binary)
  }

  @Test func typesThatThePortalAllows() throws {
    let types = AttachmentTypes(adding: ["mp4", "gif", "epub", "html"])
    #expect(types.type(ofFile: "a.html") == nil)
    let video = try #require(types.type(ofFile: "a.mp4"))
    #expect(video.fault(in: [0, 0, 0, 24] + Array("ftypisom".utf8)) == nil)
    #expect(video.fault(in: Self.page) == .otherType)
    let unknown = try #require(types.type(ofFile: "a.epub"))
    #expect(unknown.fault(in: Self.zip) == nil)
    #expect(unknown.fault(in: Self.page) == .hypertext)
  }

  @Test(arguments: [
    "html", "HTM", "xhtml", "shtml", "mhtml", "svg", "svgz", "js", "mjs", "php", "php7", "phtml", "xml", "xsl", "css",
    "wasm", "swf", "jsp", "jspx", "asp", "aspx", "exe", "gz", "br", "hta", "\".pdf\"", "\"a b\"", "\"\"", "[pdf]", "é",
  ])
  func noPortalAllowsWhatRuns(_ written: String) throws {
    let (types, findings) = try settings("attachments: {types: [\(written)]}")
    #expect(findings == ["value-invalid"])
    #expect(types.endings == AttachmentTypes().endings)
  }

  @Test func settingsAreRead() throws {
    let (types, findings) = try settings("attachments: {types: [MP4, gif, pdf]}")
    #expect(findings == [])
    #expect(types.endings == (AttachmentTypes().endings + ["gif", "mp4"]).sorted())
    #expect(try settings("attachments: {typ: [mp4]}").findings == ["key-unknown"])
  }

  private func settings(_ line: String) throws -> (types: AttachmentTypes, findings: [String]) {
    var findings: [Finding] = []
    let source = SourceFile(
      path: "site.yaml", text: "name: 站\nbase_url: https://www.example.org/\nlanguages: [zh-Hans]\n\(line)\n")
    let site = Site(try #require(YAMLReader.read(source, findings: &findings)), in: source, findings: &findings)
    return (site.attachments, findings.ids)
  }
}

extension AttachmentContent {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }
}
