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

  @Test func unreferencedFilesAreNotPublished() throws {
    let names = ["deep/er/x.html", "x", "x.css", "x.html", "x.js", "x.pdf", "x.php", "x.svg", "x.xhtml"]
    let portal = try Self.portal()
    for name in names { try portal.write(Self.folder + name, Self.page) }
    let findings = try Self.findings(portal)
    #expect(findings.map { $0["file"].string } == names.map { Self.folder + $0 })
    #expect(findings.allSatisfy { $0["id"].string == "file-unlisted" && $0["severity"].string == "warning" })
    let check = try portal.run("check", "--report", "audit.html")
    #expect(!check.stdout.contains("alert"), "nothing of their content is shown")
    #expect(try portal.text("audit.html").contains("href=\"#office-liulin\""), "they are the office's to deal with")
    let run = try portal.run("build")
    #expect(run.exitCode == 0)
    #expect(run.stderr.components(separatedBy: "[file-unlisted]").count == names.count + 1, "build says it too")
    let files = try portal.files()
    #expect(files.holding("alert(document.domain)").isEmpty)
    #expect(!files.keys.contains { $0.hasPrefix("reports/2023/liulin/") })
    #expect(try portal.run("build", "--strict").exitCode == 1)
  }

  @Test func listedTypesCannotRun() throws {
    let names = [
      "x.html", "x.xhtml", "x.svg", "x.js", "x.php", "x.css", "x.xml", "x.wasm", "x.swf", "x.jsp", "x.gif",
      "x.php.pdf", "X.HTML", "x",
    ]
    let portal = try Self.portal(
      "attachments:\n" + names.map { "  - {file: \($0), title: 附件}" }.joined(separator: "\n"))
    for name in names { try portal.write(Self.folder + name, Self.page) }
    let findings = try Self.findings(portal)
    #expect(findings.map { $0["line"].integer } == names.indices.map { 7 + $0 })
    #expect(findings.allSatisfy { $0["id"].string == "attachment-type" && $0["severity"].string == "error" })
    let run = try portal.run("build")
    #expect(run.exitCode == 1)
    #expect(run.stderr.components(separatedBy: "[attachment-type]").count == names.count + 1)
    #expect(!portal.exists("Output/index.html"))
  }

  @Test func soIsWhatTheTextLinks() throws {
    let portal = try Self.portal(text: "[一](liulin/x.html)\n\n[二](liulin/x.js)\n\n![三](liulin/x.svg)[四](liulin/x.svg)")
    for name in ["x.html", "x.js", "x.svg"] {
      try portal.write(Self.folder + name, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    }
    #expect(try Self.findings(portal).map { $0["id"].string } == Array(repeating: "attachment-type", count: 3))
    #expect(try portal.run("build").exitCode == 1)
  }

  @Test func aPageUnderAnotherNameIsFound() throws {
    let names = ["pdf", "docx", "doc", "xls", "csv", "txt", "png", "jpg", "webp", "zip", "ofd"].map { "x.\($0)" }
    let portal = try Self.portal(
      "attachments:\n" + names.map { "  - {file: \($0), title: 附件}" }.joined(separator: "\n"))
    for name in names { try portal.write(Self.folder + name, Self.page) }
    let findings = try Self.findings(portal)
    #expect(findings.map { $0["line"].integer } == names.indices.map { 7 + $0 })
    #expect(findings.allSatisfy { $0["id"].string == "attachment-content" && $0["severity"].string == "error" })
    let run = try portal.run("build")
    #expect(run.exitCode == 1)
    #expect(run.stderr.components(separatedBy: "[attachment-content]").count == names.count + 1)
  }

  @Test func aPictureThatCouldRunIsFound() throws {
    let insides = [
      "<script>alert(1)</script>", "<a href=\"https://example.org/\"/>", "<foreignObject/>", "<g onload=\"alert(1)\"/>",
      "<image href=\"https://example.org/a.png\"/>", "<style>@import url(https://example.org/a.css);</style>",
    ]
    let portal = try Self.portal(text: insides.indices.map { "![图解](liulin/\($0).svg)" }.joined(separator: "\n\n"))
    for (number, inside) in insides.enumerated() {
      try portal.write(Self.folder + "\(number).svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\(inside)</svg>")
    }
    let findings = try Self.findings(portal)
    #expect(findings.map { $0["id"].string } == insides.map { _ in "attachment-content" })
    #expect(try portal.run("build").exitCode == 1)
  }

  @Test func onlyReferencedFilesArePublished() throws {
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

  /// `static/` belongs to the operator, who may publish what offices may not.
  @Test func staticFilesAreNotChecked() throws {
    let portal = try Self.portal()
    try portal.write("Content/static/verify/x.html", Self.page)
    try portal.build()
    #expect(try portal.text("Output/verify/x.html") == Self.page)
  }
}
