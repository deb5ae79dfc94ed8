import Foundation
import Testing

/// File names in URLs, and URLs in settings.
struct AddressTests {
  /// A name and its URL-encoded form.
  private static let names = [
    ("a#b.pdf", "a%23b.pdf"), ("a?b.pdf", "a%3Fb.pdf"), ("a%41b.pdf", "a%2541b.pdf"), ("a b.pdf", "a%20b.pdf"),
    ("盖章.pdf", "%E7%9B%96%E7%AB%A0.pdf"), ("a\"b'<i>&.pdf", "a%22b%27%3Ci%3E%26.pdf"), ("a:b.pdf", "a%3Ab.pdf"),
    ("100%.pdf", "100%25.pdf"), ("图 解/a+b(1).pdf", "%E5%9B%BE%20%E8%A7%A3/a%2Bb%281%29.pdf"), ("a\\b.pdf", "a%5Cb.pdf"),
  ]

  private static let base = "https://www.example.gov.cn/nb/"

  @Test func attachmentsHaveTheirAddresses() throws {
    let list = Self.names.map { "  - {file: '\($0.0.replacing("'", with: "''"))', title: 附件}" }
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, "attachments:\n" + list.joined(separator: "\n")))
    for (name, _) in Self.names { try portal.write("Content/reports/2023/liulin/\(name)", "%PDF-1.4 \(name)") }
    try portal.build()
    let attachments = try portal.json("reports/2023/liulin.json")["attachments"].items
    #expect(attachments.map { $0["file"].string } == Self.names.map(\.0))
    #expect(attachments.map { $0["url"].string } == Self.names.map { "\(Self.base)reports/2023/liulin/\($0.1)" })
    let page = try portal.text("Output/reports/2023/liulin.html")
    let english = try portal.text("Output/en/reports/2023/liulin.html")
    for (name, address) in Self.names {
      #expect(portal.exists("Output/reports/2023/liulin/\(name)"))
      #expect(page.contains("href=\"../../reports/2023/liulin/\(address)\""))
      #expect(english.contains("href=\"../../../reports/2023/liulin/\(address)\""))
      // A URL must decode to the name of the existing file.
      let url = try #require(URL(string: "\(Self.base)reports/2023/liulin/\(address)"))
      #expect(url.path(percentEncoded: false) == "/nb/reports/2023/liulin/\(name)")
      #expect(url.query() == nil && url.fragment() == nil)
    }
  }

  @Test(arguments: [false, true])
  func linksAreWrittenEitherWay(_ isEncoded: Bool) throws {
    let links = Self.names.enumerated().map { number, name in
      let raw = name.0.replacing("\\", with: "\\\\").replacing("<", with: "\\<").replacing(">", with: "\\>")
        .replacing("&", with: "&amp;")
      return "[表\(number)](<liulin/\(isEncoded ? name.1 : raw)>)"
    }
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.replace(
      "公开的及时性", with: links.joined(separator: "\n\n") + "\n\n公开的及时性", in: "Content/reports/2023/liulin.md")
    for (name, _) in Self.names { try portal.write("Content/reports/2023/liulin/\(name)", "%PDF-1.4") }
    try portal.build()
    let page = try portal.text("Output/reports/2023/liulin.html")
    let english = try portal.text("Output/en/reports/2023/liulin.html")
    for (number, (name, address)) in Self.names.enumerated() {
      #expect(portal.exists("Output/reports/2023/liulin/\(name)"))
      #expect(page.contains("<a href=\"liulin/\(address)\">表\(number)</a>"))
      #expect(english.contains("<a href=\"../../../reports/2023/liulin/\(address)\">表\(number)</a>"))
    }
  }

  @Test func queryAndFragmentAreKept() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2022) + PortalArchive.report("liulin", 2023))
    try portal.replace(
      "公开的及时性", with: "[表](./liulin/a%20b.pdf#page=2)，[上年](../2022/liulin.md#overview)\n\n公开的及时性",
      in: "Content/reports/2023/liulin.md")
    try portal.write("Content/reports/2023/liulin/a b.pdf", "%PDF-1.4")
    try portal.build()
    let page = try portal.text("Output/reports/2023/liulin.html")
    #expect(page.contains("<a href=\"liulin/a%20b.pdf#page=2\">"))
    #expect(page.contains("<a href=\"../2022/liulin.html#overview\">"))
  }

  @Test func theSitemapIsPercentEncoded() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.write("Content/static/附 件/a#b.html", "<!DOCTYPE html><title>a</title>")
    try portal.build()
    #expect(
      try portal.text("Output/sitemap.xml").contains(
        "<loc>https://www.example.gov.cn/nb/%E9%99%84%20%E4%BB%B6/a%23b.html</loc>"))
  }

  @Test(arguments: [
    ("licence: {name: a, url: \"javascript:alert(1)\"}", "javascript:alert(1)"),
    ("licence: {name: a, url: \"data:text/html,x\"}", "data:text/html,x"),
  ])
  func aLicenceURLMustBeAWebURL(_ line: String, _ address: String) throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + line + "\n")
    let run = try portal.run("build")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("Content/site.yaml:5:") && run.stderr.contains("[value-invalid]"), "\(run.stderr)")
    #expect(!portal.exists("Output/index.html"))
  }

  @Test(arguments: ["\\\"onload=x", "\\nDisallow:/x", "<b>"])
  func theBaseAddressIsRefusedWithWhatDoesNotBelongThere(_ part: String) throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.replace(
      "https://www.example.gov.cn/nb/", with: "\"https://www.example.gov.cn/nb/\(part)\"", in: "Content/site.yaml")
    let run = try portal.run("build")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("Content/site.yaml:2:11: ") && run.stderr.contains("[value-invalid]"), "\(run.stderr)")
    #expect(!portal.exists("Output/index.html"))
  }

  @Test func theURLOfTheOriginalMustBeAWebURL() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023, "source_url: \"javascript:alert(1)\""))
    let run = try portal.run("check")
    #expect(run.exitCode == 1)
    #expect(
      run.stdout.contains("Content/reports/2023/liulin.md:6:13: ") && run.stdout.contains("[value-invalid]"),
      "\(run.stdout)")
  }
}
