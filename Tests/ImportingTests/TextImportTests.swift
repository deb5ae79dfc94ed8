import Reports
import Testing

@testable import Importing

@Suite("A report is imported from text")
struct TextImportTests {
  private func importer(_ options: ReportImporter.Options = .init()) -> ReportImporter {
    ReportImporter(
      forms: .builtIn, agencies: [.init(id: "liulin", names: ["云溪区柳林街道办事处"])], options: options)
  }

  private func imported(_ text: String) throws -> ImportedReport {
    try importer().read(try FileReader.read(Array(text.utf8), named: "report.txt"))
  }

  @Test func textOfAWebPageWithDamagedHeaders() throws {
    let report = try imported(PublishedText.report)
    #expect(report.unplaced.map(\.text) == [])
    #expect(report.placed == 200)
    // 结果维持 and 结果纠正 were cut to 结果; 其他 and 尚未 are known as short for the other two.
    #expect(report.byPosition == 6)
    #expect(report.confidence == .position)
    #expect((report.agency, report.year, report.form.id) == ("liulin", 2023, "cn-2021"))
    #expect(report.path == "reports/2023/liulin.md")
  }

  @Test func figuresStandInTheCellsTheyBelongTo() throws {
    let markdown = try imported(PublishedText.report).markdown(publishes: true)
    for line in [
      "| 行政规范性文件 | 1 | 0 | 4 |", "| 行政许可 | 12 |", "| 行政事业性收费 | 0.5 |",
      "| 一、本年新收政府信息公开申请数量 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |",
      "| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "| 8.属于行政查询事项 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |",
      "| 3.其他 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "| 行政复议 | 1 | 0 | 0 | 0 | 1 |",
      "| 复议后起诉 | 0 | 0 | 0 | 2 | 2 |",
    ] { #expect(markdown.contains("\n\(line)\n"), "\(line)") }
  }

  @Test func theFrontMatterIsWhatTheTextSays() throws {
    let markdown = try imported(PublishedText.report).markdown(publishes: true)
    #expect(
      markdown.hasPrefix(
        """
        ---
        title: 云溪区柳林街道办事处2023年政府信息公开工作年度报告
        agency: liulin
        year: 2023
        status: draft
        contact:
          address: 云溪区和平新村15号
          postcode: "650000"
          phone: "0871-00000001"
        ---

        """))
  }

  /// No character of the prose is lost, doubled or invented.
  @Test func allProseIsKept() throws {
    let markdown = try imported(PublishedText.report).markdown(publishes: true)
    let written = markdown.split(separator: "\n").drop { $0 != "---" }
      .filter { !$0.hasPrefix("|") && !$0.hasPrefix("**第二十条") }
    let prose = PublishedText.report.split(separator: "\n").dropFirst().filter { !$0.contains(" |") }
    func words(_ lines: some Sequence<Substring>) -> String {
      lines.joined().filter { !$0.isWhitespace && !"#\\".contains($0) }
    }
    let body = words(written).split(separator: "---").last.map(String.init) ?? ""
    #expect(body == words(prose))
  }

  @Test func aRowThatTheFormDoesNotHaveIsListed() throws {
    let text = PublishedText.report.replacing("行政强制 | 0 | ||", with: "行政强制 | 0 | ||\n行政奖励 | 7 | ||")
    let report = try imported(text)
    #expect(report.unplaced.map(\.text) == ["行政奖励", "7"])
    #expect(report.placed == 200)
    #expect(!report.isComplete)
  }

  @Test func aMissingRowIsListedCellByCell() throws {
    let text = PublishedText.report.split(separator: "\n").filter { !$0.hasPrefix("2.重复申请") }
      .joined(separator: "\n")
    let report = try imported(text)
    #expect(report.placed == 193)
    #expect(report.unplaced.count == 7)
  }

  @Test func aBrokenSumIsSaid() throws {
    let report = try imported(PublishedText.report.replacing("(七)总计 | 2 |", with: "(七)总计 | 3 |"))
    #expect(report.confidence == .sumsFail)
    #expect(!report.isComplete)
  }

  @Test func aTextOfNoAgencyIsRefused() throws {
    let document = try FileReader.read(
      Array(PublishedText.report.replacing("云溪区柳林街道办事处", with: "某某局").utf8), named: "report.txt")
    #expect(throws: ReportImporter.Failure.noAgency(title: "某某局2023年政府信息公开工作年度报告")) {
      try importer().read(document)
    }
  }

  @Test func cellsThatAreLines() throws {
    let lines = PublishedText.report.split(separator: "\n").flatMap { line -> [String] in
      guard line.contains(" |") else { return [String(line)] }
      return line.split(separator: "|").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }
    let report = try imported(lines.joined(separator: "\n\n"))
    #expect(report.unplaced.map(\.text) == [])
    #expect(report.placed == 200)
    #expect(report.markdown(publishes: true).contains("| 8.属于行政查询事项 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |"))
  }

  @Test func theTextMayBeInAnyEncoding() throws {
    let gb = try #require(PublishedText.inGB18030("柳林街道办事处,行政规范性文件𠀀"))
    #expect(TextFile.decode(gb) == "柳林街道办事处,行政规范性文件𠀀")
    #expect(TextFile.decode([0xEF, 0xBB, 0xBF] + Array("年报".utf8)) == "年报")
    #expect(TextFile.decode([0xFF, 0xFE, 0x74, 0x5E]) == "年")
    #expect(TextFile.decode([0x00, 0x01, 0x02]) == nil)
    #expect(TextFile.decode([0xFF, 0xFF, 0xFF, 0xFF]) == nil)
  }
}
