import Reports
import Testing

@testable import Importing

@Suite("A report is imported from a page")
struct PageImportTests {
  /// A page as a government's site has it around the tables of `PublishedText.report`.
  private static let page: String = {
    var body = ""
    var rows = ""
    for line in PublishedText.report.split(separator: "\n") {
      if line.contains(" |") {
        let cells = line.split(separator: "|").filter { $0.contains { !$0.isWhitespace } }
        rows += "<tr>\(cells.map { "<td><p>\($0)</p></td>" }.joined())</tr>"
        continue
      }
      if !rows.isEmpty { body += "<table border=1>\(rows)</table>" }
      rows = ""
      body += "<p style='text-indent:2em'><span>\(line)</span></p>\n"
    }
    return """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
      <meta name="ArticleTitle" content="年报"><meta name="PubDate" content="2024-01-25 09:30">
      <script>var a = "<p>二、主动公开政府信息情况</p>";</script></head>
      <body><div class="nav">首页 <a href="/">信息公开</a></div>
      <div id="UCAP-CONTENT">\(body)</div>
      <div class="share">分享到 打印</div></body></html>
      """
  }()

  private func imported(_ bytes: [UInt8]) throws -> ImportedReport {
    try ReportImporter(forms: .builtIn, agencies: [.init(id: "liulin", names: ["云溪区柳林街道办事处"])])
      .read(try FileReader.read(bytes, named: "report.html"))
  }

  @Test(arguments: [false, true])
  func aWholePage(_ isGB18030: Bool) throws {
    let bytes = isGB18030 ? try #require(PublishedText.inGB18030(Self.page)) : Array(Self.page.utf8)
    let report = try imported(bytes)
    #expect(report.unplaced.map(\.text) == [])
    #expect(report.placed == 200)
    #expect(report.markdown(publishes: true).contains("\npublished: 2024-01-25 09:30\n"))
    #expect(report.markdown(publishes: true).contains("| 8.属于行政查询事项 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |"))
    for furniture in ["首页", "分享到", "var a"] { #expect(!report.markdown(publishes: true).contains(furniture)) }
  }

  @Test func tablesNestedTooDeepAreReadInBoundedTime() throws {
    let deep = String(repeating: "<table><tr><td>", count: 5_000) + "1"
    let document = try FileReader.read(Array(deep.utf8), named: "deep.html")
    #expect(throws: ReportImporter.Failure.noYear) {
      try ReportImporter(forms: .builtIn, agencies: []).read(document)
    }
  }

  @Test(arguments: [([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"), ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG")])
  func picturesAreNamed(_ bytes: [UInt8], _ kind: String) {
    #expect(throws: FileReader.Failure.unreadable(kind)) { try FileReader.read(bytes, named: "report") }
  }
}
