import Testing

/// Files of `Content` that nothing reads are named, since a report among them would be lost without a word.
struct MisplacedFilesTests {
  @Test(arguments: [
    ("report/2024/liulin.md", "Content/report", "是否指 Content/reports？"),
    ("agency/liulin.md", "Content/agency", "是否指 Content/agencies？"),
    ("reports/25/liulin.md", "Content/reports/25", "是否指 Content/reports/2025？"),
    ("foo.txt", "Content/foo.txt", "要原样发布的文件放在"),
    ("reports/二〇二五/liulin.md", "Content/reports/二〇二五", "要原样发布的文件放在"),
  ])
  func areErrorsWithASuggestion(_ file: String, _ place: String, _ help: String) throws {
    let portal = try TemporaryPortal("-- Content/\(file) --\n---\ntitle: 年报\n---\n")
    try portal.expectFewReports()
    let check = try portal.run("check")
    #expect(check.exitCode == 1)
    #expect(check.stdout.contains("\(place):1:1: 错误："), "\(check.stdout)")
    #expect(check.stdout.contains("[file-misplaced]"))
    #expect(check.stdout.contains("建议：\(help)"), "\(check.stdout)")
    #expect(try portal.run("build").exitCode == 1)
  }

  @Test func filesThatTheSettingsNameAreInTheirPlace() throws {
    let portal = try TemporaryPortal("-- Content/frame/header.html --\n<header>云溪区人民政府</header>\n")
    try portal.write(
      "Content/site.yaml",
      portal.text("Content/site.yaml") + "frame: {header: frame/header.html}\nrules: {report-missing: off}\n")
    let check = try portal.run("check")
    #expect(!check.stdout.contains("file-misplaced"), "\(check.stdout)")
  }
}
