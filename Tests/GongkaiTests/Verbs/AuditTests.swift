import Foundation
import Testing

/// `gongkai check --report`: the files that a disclosure office reads, prints and sorts.
struct AuditTests {
  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023) + PortalArchive.report("caizheng", 2023)
        + PortalArchive.report("yunxi", 2023, "status: draft"))
    try portal.replace(
      "| 行政复议 | 0 | 0 | 0 | 0 | 0 |", with: "| 行政复议 | 1 | 0 | 0 | 0 | 2 |", in: "Content/reports/2023/liulin.md")
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | ３ |", in: "Content/reports/2023/caizheng.md")
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | <b>x |", in: "Content/reports/2023/yunxi.md")
    return portal
  }

  @Test func thePageNamesOfficesPlacesAndRules() throws {
    let portal = try portal()
    let run = try portal.run("check", "--report", "audit.html")
    #expect(run.exitCode == 1)
    let page = try portal.text("audit.html")
    #expect(page.contains("<html lang=\"zh-Hans\">") && page.contains("<h2 id=\"office-liulin\">云溪区柳林街道办事处</h2>"))
    #expect(page.contains("<h3>错误（1）</h3>") && page.contains("<h3>提示（1）</h3>"))
    #expect(page.contains("| 行政复议 | 1 | 0 | 0 | 0 | <mark>2</mark> |"))
    #expect(page.contains("<a href=\"#rule-disputes-total\">") && page.contains("<h3 id=\"rule-disputes-total\">"))
    #expect(page.contains("gongkai fix 可以自动改正"))
    #expect(page.contains("暂不发布的年报") && page.contains("&lt;b&gt;x") && !page.contains("<b>"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"))
    let english = try portal.run("check", "--report", "audit.html", "--lang", "en")
    #expect(english.exitCode == 1)
    #expect(try portal.text("audit.html").contains("<h2 id=\"summary\">Summary</h2>"))
  }

  @Test func theSameFindingsMakeTheSameFiles() throws {
    let portal = try portal()
    try portal.run("check", "--report", "a.html", "--report", "a.xlsx", "--jobs", "1")
    try portal.run("check", "--report", "b.html", "--report", "b.xlsx", "--jobs", "4")
    #expect(try portal.text("a.html") == portal.text("b.html"))
    let workbooks = try ["a.xlsx", "b.xlsx"].map { try Data(contentsOf: portal.folder.appending(path: $0)) }
    #expect(workbooks[0] == workbooks[1] && workbooks[0].starts(with: Data("PK".utf8)))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: CommandRun.unzip.path), "there is no unzip"))
  func theWorkbookHasARowForEachFinding() throws {
    let portal = try portal()
    try portal.run("check", "--report", "audit.xlsx")
    func part(_ path: String) throws -> String {
      try CommandRun(CommandRun.unzip, ["-p", "audit.xlsx", path], in: portal.folder).stdout
    }
    let sheet = try part("xl/worksheets/sheet1.xml")
    // The headings and four findings, preceded by the text before the first row.
    #expect(sheet.split(separator: "<row ").count == 6)
    #expect(sheet.contains("<autoFilter ref=\"A1:M5\"/>") && sheet.contains("state=\"frozen\""))
    #expect(!sheet.contains("<mergeCell"))
    let texts = try part("xl/sharedStrings.xml")
    for text in ["云溪区柳林街道办事处", "disputes-total", "待处理", "暂不发布", "Content/reports/2023/liulin.md"] {
      #expect(texts.contains(text))
    }
  }

  @Test func anUnwritableReportIsAFault() throws {
    let portal = try portal()
    for name in ["nowhere/audit.html", "nowhere/audit.xlsx"] {
      let run = try portal.run("check", "--report", name)
      #expect(run.exitCode == 3)
      #expect(run.stderr.contains("audit"))
    }
  }
}
