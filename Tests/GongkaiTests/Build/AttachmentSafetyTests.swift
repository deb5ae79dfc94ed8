import Foundation
import Testing

/// Files in a report's folder that could run in a browser or on a server.
struct AttachmentSafetyTests {
  private static let source = "Content/reports/2023/liulin.md"
  private static let folder = "Content/reports/2023/liulin/"
  private static let page = "<!DOCTYPE html><script>alert(document.domain)</script>"

  private static func portal(_ frontMatter: String = "", text: String = "") throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023, frontMatter))
    try portal.expectFewReports()
    if !text.isEmpty { try portal.replace("公开的及时性", with: "\(text)\n\n公开的及时性", in: source) }
    return portal
  }

  private static func findings(_ portal: TemporaryPortal) throws -> [JSON] {
    try JSON(text: portal.run("check", "--format", "json").stdout)["findings"].items
      .filter { $0["severity"].string != "hint" }
  }

  @Test(arguments: ["x.html", "x.xhtml", "x.svg", "x.js", "x.php", "x.css", "x.pdf", "deep/er/x.html", "x"])
  func whatNothingNamesIsNotPublished(_ name: String) throws {
    let portal = try Self.portal()
    try portal.write(Self.folder + name, Self.page)
    let findings = try Self.findings(portal)
    #expect(findings.map { $0["id"].string } == ["file-unlisted"])
    #expect(findings.first?["severity"].string == "warning")
    #expect(findings.first?["file"].string == Self.folder + name)
    let run = try portal.run("build")
    #expect(run.exitCode == 0)
    #expect(run.stderr.contains("[file-unlisted]"), "build says it too")
    let files = try portal.files()
    #expect(files.holding("alert(document.domain)").isEmpty)
    #expect(!files.keys.contains { $0.hasPrefix("reports/2023/liulin/") })
    #expect(try portal.run("build", "--strict").exitCode == 1)
  }

  @Test(arguments: [
    "x.html", "x.xhtml", "x.svg", "x.js", "x.php", "x.css", "x.xml", "x.wasm", "x.swf", "x.jsp", "x.gif", "x.php.pdf",
    "x.HTML", "x",
  ])
  func whatIsListedIsOfATypeThatCannotRun(_ name: String) throws {
    let portal = try Self.portal("attachments:\n  - {file: \(name), title: 附件}")
    try portal.write(Self.folder + name, Self.page)
    let findings = try Self.findings(portal)
    #expect(findings.map { $0["id"].string } == ["attachment-type"])
    #expect(findings.first?["severity"].string == "error")
    #expect(findings.first?["line"].integer == 7)
    let run = try portal.run("build")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("[attachment-type]"))
    #expect(!portal.exists("Output/index.html"))
  }

  @Test(arguments: ["x.html", "x.js", "x.svg"])
  func soIsWhatTheTextLinks(_ name: String) throws {
    let portal = try Self.portal(text: "[图解](liulin/\(name))")
    try portal.write(Self.folder + name, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    #expect(try Self.findings(portal).map { $0["id"].string } == ["attachment-type"])
    #expect(try portal.run("build").exitCode == 1)
  }

  @Test(arguments: [
    "x.pdf", "x.docx", "x.doc", "x.xls", "x.csv", "x.txt", "x.png", "x.jpg", "x.webp", "x.zip", "x.ofd",
  ])
  func aPageUnderAnotherNameIsFound(_ name: String) throws {
    let portal = try Self.portal("attachments:\n  - {file: \(name), title: 附件}")
    try portal.write(Self.folder + name, Self.page)
    let findings = try Self.findings(portal)
    #expect(findings.map { $0["id"].string } == ["attachment-content"])
    #expect(findings.first?["line"].integer == 7)
    let run = try portal.run("build")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("[attachment-content]"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<a href=\"https://example.org/\"/>", "<foreignObject/>", "<g onload=\"alert(1)\"/>",
    "<image href=\"https://example.org/a.png\"/>", "<style>@import url(https://example.org/a.css);</style>",
  ])
  func aPictureThatCouldRunIsFound(_ inside: String) throws {
    let portal = try Self.portal(text: "![图解](liulin/x.svg)")
    try portal.write(Self.folder + "x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\(inside)</svg>")
    #expect(try Self.findings(portal).map { $0["id"].string } == ["attachment-content"])
    #expect(try portal.run("build").exitCode == 1)
  }

  @Test func whatIsNamedIsPublishedAndNothingElse() throws {
    let portal = try Self.portal(
      "attachments:\n  - {file: 盖章.pdf, title: 年度报告（盖章）}",
      text: "![图解](liulin/图/t.png)\n\n![图](liulin/v.svg)\n\n[表](liulin/b.csv)")
    let files = [
      "盖章.pdf": Data("%PDF-1.4".utf8), "图/t.png": Data([0x89] + Array("PNG\r\n\u{1A}\n".utf8)),
      "v.svg": Data("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>".utf8),
      "b.csv": Data("a,b\r\n".utf8),
    ]
    for (name, bytes) in files { try portal.write(Self.folder + name, bytes) }
    try portal.write(Self.folder + "草稿.docx", "PK\u{3}\u{4} draft")
    #expect(try Self.findings(portal).map { $0["id"].string } == ["file-unlisted"])
    try portal.build()
    let published = try portal.files().filter { $0.key.hasPrefix("reports/2023/liulin/") }
    #expect(published == Dictionary(uniqueKeysWithValues: files.map { ("reports/2023/liulin/\($0.key)", $0.value) }))
  }

  @Test func thePortalAllowsFurtherTypes() throws {
    let portal = try Self.portal("attachments:\n  - {file: x.mp4, title: 录像}")
    try portal.write(Self.folder + "x.mp4", "\0\0\0\u{18}ftypisom")
    #expect(try portal.run("build").exitCode == 1)
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + "attachments: {types: [mp4]}\n")
    try portal.build()
    #expect(portal.exists("Output/reports/2023/liulin/x.mp4"))
    try portal.replace("[mp4]", with: "[mp4, html]", in: "Content/site.yaml")
    #expect(try Self.findings(portal).map { $0["id"].string } == ["value-invalid"])
    #expect(try portal.run("build").exitCode == 1)
  }

  /// `static/` is the operator's own: what offices may not publish, it may.
  @Test func whatTheOperatorPublishesIsNotLookedAt() throws {
    let portal = try Self.portal()
    try portal.write("Content/static/verify/x.html", Self.page)
    try portal.build()
    #expect(try portal.text("Output/verify/x.html") == Self.page)
  }
}
