import Foundation
import Testing

/// Nothing of a withdrawn report is left anywhere, except on its page: that it was withdrawn, when and why.
struct WithdrawnReportTests {
  /// Texts that are put wherever a report can contain text.
  private static let secrets = [
    "密联系地址", "650999", "0871-99999999", "secret@example.gov.cn", "密责编", "密来源", "secret-original", "密文号", "密索引号",
    "86420", "97531", "撤回的正文", "密更正理由", "密认可理由", "密认可人", "密附件标题", "secret.pdf", "%PDF-", "密表题", "2023-03-03",
    "2024-02-02", "2024-02-22", "2024-01-30",
  ]

  private static let frontMatter = """
    status: withdrawn
    withdrawn: {date: 2024-03-01, reason: 统计口径有误}
    contact: {address: 密联系地址, postcode: "650999", phone: 0871-99999999, email: secret@example.gov.cn}
    editor: 密责编
    source: 密来源
    source_url: https://www.example.gov.cn/secret-original.html
    document_number: 密文号
    index_number: 密索引号
    modified: 2024-02-02
    first_published: 2024-01-29
    attachments: [{file: secret.pdf, title: 密附件标题}]
    accepted: [{finding: blank-cells, reason: 密认可理由, by: 密认可人}]
    corrections: [{date: 2024-02-22, cell: disclosure.licensing.decisions, from: 97531, to: 0, reason: 密更正理由}]
    """

  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2022) + PortalArchive.report("liulin", 2023, requests: 86420, Self.frontMatter)
        + PortalArchive.report("liulin", 2024) + PortalArchive.report("caizheng", 2023, requests: 2))
    try portal.replace(
      "本年按规定公开", with: "撤回的正文\n\n表：密表题 {#channels}\n\n| 渠道 | 数 |\n|---|---|\n| 网站 | 1 |\n\n本年按规定公开",
      in: "Content/reports/2023/liulin.md")
    try portal.write("Content/reports/2023/liulin/secret.pdf", "%PDF-1.4 sealed")
    return portal
  }

  @Test func nothingOfItIsInAnyFile() throws {
    let portal = try portal()
    try portal.build()
    var files = try portal.files()
    // Other reports were published on the same days.
    for path in files.keys where path.contains("caizheng") || path.contains("data/") { files[path] = nil }
    for secret in Self.secrets where !secret.hasPrefix("2024-01-30") {
      #expect(files.holding(secret).isEmpty, "\(secret)")
    }
    let data = try portal.files().filter { $0.key.hasPrefix("data/") || $0.key.hasPrefix("search/") }
    for secret in Self.secrets where !secret.hasPrefix("2024-01-30") {
      #expect(data.holding(secret).isEmpty, "\(secret)")
    }
  }

  @Test func itsJSONSaysWhatItsPageSays() throws {
    let portal = try portal()
    try portal.build()
    let json = try portal.json("reports/2023/liulin.json")
    #expect(
      json.keys == [
        "$schema", "agency", "cell_notes", "corrections", "findings", "form", "free_tables", "id", "language", "period",
        "published", "scope", "sections", "status", "table_notes", "tables", "title", "withdrawn", "year",
      ])
    #expect(json["published"].isNull)
    #expect(json["withdrawn"]["reason"].string == "统计口径有误")
    #expect(json["withdrawn"]["date"].string == "2024-03-01")
    for key in ["cell_notes", "corrections", "findings", "free_tables", "sections", "table_notes"] {
      #expect(json[key].items.isEmpty)
    }
    let page = try portal.text("Output/reports/2023/liulin.html")
    #expect(page.contains("<meta name=\"PubDate\" content=\"2024-03-01 00:00\">"))
    #expect(page.contains("<meta name=\"ContentSource\" content=\"云溪区柳林街道办事处\">"))
    #expect(!page.contains("2024年1月30日") && !page.contains("2024-01-30"))
    let agency = try portal.json("agencies/liulin/index.json")
    #expect(agency["reports"].items.contains { $0["status"].string == "withdrawn" })
  }
}
