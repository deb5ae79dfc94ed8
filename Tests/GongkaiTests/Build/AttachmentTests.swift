import Foundation
import Testing

/// Pictures and attachments, which are in a folder named after the report.
struct AttachmentTests {
  private static let report =
    PortalArchive.report("liulin", 2023, "attachments:\n  - {file: 盖章.pdf, title: 年度报告（盖章）}")

  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(Self.report)
    try portal.replace("公开的及时性", with: "![图解](liulin/tujie.png)\n\n公开的及时性", in: "Content/reports/2023/liulin.md")
    return portal
  }

  @Test func theyArePublishedByteForByte() throws {
    let portal = try portal()
    let picture = Data([0x89] + Array("PNG\r\n\u{1A}\n".utf8) + (0...255))
    try portal.write("Content/reports/2023/liulin/tujie.png", picture)
    try portal.write("Content/reports/2023/liulin/盖章.pdf", Data("%PDF-1.4".utf8))
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let files = try portal.files()
    #expect(files["reports/2023/liulin/tujie.png"] == picture)
    #expect(files["reports/2023/liulin/盖章.pdf"] == Data("%PDF-1.4".utf8))
    #expect(try portal.text("Output/reports/2023/liulin.html").contains("<img src=\"liulin/tujie.png\" alt=\"图解\">"))
    #expect(
      try portal.text("Output/en/reports/2023/liulin.html").contains(
        "<img src=\"../../../reports/2023/liulin/tujie.png\""))
    let attachment = try portal.json("reports/2023/liulin.json")["attachments"].items.first
    #expect(attachment?["title"].string == "年度报告（盖章）")
    #expect(attachment?["url"].string.flatMap { URL(string: $0) } != nil)
  }

  @Test func missingOnesAreFindingsWithTheirPlace() throws {
    let portal = try portal()
    let run = try portal.run("check", "--format", "json")
    #expect(run.exitCode == 1)
    let findings = try JSON(text: run.stdout)["findings"].items.filter { $0["severity"].string == "error" }
    #expect(findings.map { $0["id"].string } == ["file-missing", "link-broken"])
    #expect(findings.map { $0["line"].integer }.first == 7)
    let line = try portal.text("Content/reports/2023/liulin.md").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .firstIndex { $0.hasPrefix("![图解]") }
    #expect(findings.last?["line"].integer == line.map { $0 + 1 })
  }

  @Test func aPictureNeedsItsAlternativeText() throws {
    let portal = try portal()
    try portal.write("Content/reports/2023/liulin/tujie.png", Data([1]))
    try portal.write("Content/reports/2023/liulin/盖章.pdf", Data([1]))
    try portal.replace("![图解]", with: "![]", in: "Content/reports/2023/liulin.md")
    let run = try portal.run("check")
    #expect(run.stdout.contains("[picture-without-text]"))
  }
}
