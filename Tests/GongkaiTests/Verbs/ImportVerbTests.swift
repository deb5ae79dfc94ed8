import Foundation
import Testing

/// `gongkai import`: a text becomes a source, and what is there already stays.
struct ImportVerbTests {
  private static let text = """
    云溪区柳林街道办事处2023年政府信息公开工作年度报告
    一、总体情况
    全年公开信息12条。
    二、主动公开政府信息情况
    信息内容\t本年制发件数\t本年废止件数\t现行有效件数
    规章\t0\t0\t0
    行政规范性文件\t1\t0\t4
    行政奖励\t5\t\t
    """

  @Test func whatWasPlacedAndWhatWasNotIsSaid() throws {
    let portal = try TemporaryPortal("-- liulin.txt --\n\(Self.text)\n")
    let run = try portal.run("import", "liulin.txt", "--format", "json")
    #expect(run.exitCode == 1)
    let json = try JSON(text: run.stdout)
    #expect(json["version"].integer == 1)
    let report = try #require(json["reports"].items.first)
    #expect(report["file"].string == "Content/reports/2023/liulin.md")
    #expect(report["agency"].string == "liulin")
    #expect(report["form"].string == "cn-2021")
    #expect(report["cells"]["placed"].integer == 6)
    #expect(try portal.text("Content/reports/2023/liulin.md").contains("| 行政规范性文件 | 1 | 0 | 4 |"))
  }

  @Test func importingAgainChangesNothingAndAnEditedSourceIsKept() throws {
    let portal = try TemporaryPortal("-- liulin.txt --\n\(Self.text)\n")
    let path = "Content/reports/2023/liulin.md"
    try portal.run("import", "liulin.txt")
    let first = try portal.text(path)
    try portal.run("import", "liulin.txt")
    #expect(try portal.text(path) == first)
    try portal.replace("全年公开信息12条。", with: "全年公开信息13条。", in: path)
    let run = try portal.run("import", "liulin.txt")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("-全年公开信息13条。"))
    #expect(try portal.text(path).contains("13条"))
    try portal.run("import", "liulin.txt", "--force")
    #expect(try portal.text(path) == first)
  }

  @Test func aDryRunWritesNothing() throws {
    let portal = try TemporaryPortal("-- liulin.txt --\n\(Self.text)\n")
    let run = try portal.run("import", "liulin.txt", "--dry-run")
    #expect(run.stdout.contains("Content/reports/2023/liulin.md"))
    #expect(!portal.exists("Content/reports"))
  }

  @Test func aFileThatCannotBeReadIsNamed() throws {
    let portal = try TemporaryPortal("-- liulin.pdf --\n%PDF-1.7\n")
    let run = try portal.run("import", "liulin.pdf")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("PDF"))
  }

  @Test func theOriginalIsKeptWithItsHash() throws {
    let portal = try TemporaryPortal("-- liulin.txt --\n\(Self.text)\n")
    let path = "Content/reports/2023/liulin.md"
    try portal.run("import", "liulin.txt", "--keep-original")
    #expect(try portal.text("Content/reports/2023/liulin/liulin.txt") == Self.text + "\n")
    #expect(try portal.text(path).contains("original:\n  file: liulin.txt\n  sha256: \""))
    // The source may be edited: while the original is the same, nothing is offered.
    try portal.replace("全年公开信息12条。", with: "全年公开信息13条。", in: path)
    let run = try portal.run("import", "liulin.txt", "--keep-original")
    #expect(!run.stdout.contains("-全年公开信息13条。"))
    #expect(try portal.text(path).contains("13条"))
    // It is neither published nor a finding.
    let check = try portal.run("check")
    #expect(!check.stdout.contains("attachment-unlisted") && !check.stdout.contains("liulin.txt"))
  }

  @Test func aFolderIsImportedWithASummary() throws {
    let other = Self.text.replacingOccurrences(of: "2023年政府", with: "2022年政府")
    let portal = try TemporaryPortal(
      "-- old/a.txt --\n\(Self.text)\n-- old/more/b.txt --\n\(other)\n-- old/c.css --\nx\n")
    let run = try portal.run("import", "old")
    #expect(portal.exists("Content/reports/2023/liulin.md") && portal.exists("Content/reports/2022/liulin.md"))
    #expect(run.stdout.contains("共 2 个文件") || run.stdout.contains("2 files"))
  }

  @Test func anAgencyThatIsNotRegisteredIsProposed() throws {
    let text = Self.text.replacingOccurrences(of: "柳林街道办事处", with: "杨柳镇人民政府")
    let portal = try TemporaryPortal("-- a.txt --\n\(text)\n")
    #expect(try portal.run("import", "a.txt").exitCode == 1)
    #expect(!portal.exists("Content/reports/2023"))
    try portal.run("import", "a.txt", "--register")
    #expect(try portal.text("Content/agencies/yxqylzrmzf.md").contains("name: \"云溪区杨柳镇人民政府\""))
    #expect(portal.exists("Content/reports/2023/yxqylzrmzf.md"))
    #expect(try portal.run("import", "a.txt", "--agency", "nobody").exitCode == 2)
  }

  /// The portals of counties are gathered by a province.
  @Test func aPublishedSiteIsImportedToTheLetter() throws {
    let report = PortalArchive.report("liulin", 2023, requests: 3, "index_number: \"530199-2024-00012\"")
    let portal = try TemporaryPortal(report)
    try portal.build()
    let gathering = try TemporaryPortal("")
    let site = portal.folder.appending(path: "Output").path
    let run = try gathering.run("import", site, "--publish")
    #expect(run.exitCode == 0, "\(run.stdout)")
    try gathering.build()
    for key in ["title", "year", "form", "period", "published", "tables", "cell_notes", "sections", "index_number"] {
      #expect(try Self.text(of: key, in: portal) == Self.text(of: key, in: gathering), "\(key)")
    }
    #expect(
      try gathering.json("reports/2023/liulin.json")["source_url"].string?.hasSuffix("reports/2023/liulin.html") == true
    )
  }

  private static func text(of key: String, in portal: TemporaryPortal) throws -> String {
    let json = try JSONSerialization.jsonObject(with: Data(portal.text("Output/reports/2023/liulin.json").utf8))
    let value = (json as? [String: Any])?[key] ?? NSNull()
    let data = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
    return String(decoding: data, as: UTF8.self)
  }

  @Test(arguments: ["docx", "html", "txt", "md"])
  func anExportIsReadBackAsTheSameSource(_ format: String) throws {
    let report = PortalArchive.report("liulin", 2023, requests: 3)
    let portal = try TemporaryPortal(report)
    let path = "Content/reports/2023/liulin.md"
    try portal.run("export", "2023/liulin", "--to", format, "--output", "exported.\(format)")
    // Imported once to the style of the importer, then again through an export.
    try portal.run("import", "exported.\(format)", "--publish", "--force")
    let first = try portal.text(path)
    try portal.run("export", path, "--to", format, "--output", "exported.\(format)")
    let run = try portal.run("import", "exported.\(format)", "--publish", "--force")
    #expect(run.exitCode == 0, "\(run.stdout)")
    #expect(try portal.text(path) == first)
    #expect(first.contains("\npublished: 2024-01-30"))
  }

  @Test func onlyWhatExistsIsExported() throws {
    let portal = try TemporaryPortal("")
    #expect(try portal.run("export", "2023/nobody", "--to", "md").exitCode == 2)
  }
}
