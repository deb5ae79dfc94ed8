import Diagnostics
import ExampleReports
import Markup
import Testing

@testable import Reports

@Suite("Free tables and notes")
struct FreeTableTests {
  private static let table = "| 网站 | 条数 |\n|---|---:|\n| 门户网站 | 169 |\n"

  private func report(_ section: String, _ text: String) throws -> Report {
    let example = ExampleReport.numbered.line(startingWith: "## \(section)", becomes: "## \(section)\n\n\(text)")
    try expectNumberedCells(example)
    return try #require(ReadReport(example).report)
  }

  @Test(arguments: ["表：发布渠道", "表:发布渠道", "Table: 发布渠道", "表：  发布渠道 "])
  func captionMakesATableFree(_ caption: String) throws {
    for section in ["一、总体情况", ExampleReport.disclosure, ExampleReport.requests, ExampleReport.disputes] {
      let report = try report(section, "\(caption)\n\n\(Self.table)")
      #expect(report.freeTables.map(\.caption) == ["发布渠道"])
    }
  }

  @Test func aCaptionMayBeDirectlyAboveItsTable() throws {
    let report = try report(ExampleReport.disputes, "表：发布渠道\n\(Self.table)")
    #expect(report.freeTables.map(\.caption) == ["发布渠道"])
    let header = report.document.tables[report.freeTables[0].table].cell(row: 0, column: 0)
    #expect(report.document.source.text(of: header.span) == "网站")
  }

  @Test func captionCarriesIdAndUnit() throws {
    let table = try #require(try report("一、总体情况", "表：发布渠道 {#qudao unit=条}\n\n\(Self.table)").freeTables.first)
    #expect(table.id == "qudao")
    #expect(table.unit == "条")
    #expect(table.caption == "发布渠道")
  }

  @Test func idsArePlainNamesAndUnique() throws {
    let captions = ["表：甲 {#a}", "表：乙 {#a}", "表：丙 {#../../B c}", "表：丁 {#渠道}", "表：戊"]
    let text = captions.map { "\($0)\n\n\(Self.table)" }.joined(separator: "\n")
    let read = ReadReport(
      ExampleReport.numbered.line(startingWith: "## 一、总体情况", becomes: "## 一、总体情况\n\n\(text)"))
    #expect(try #require(read.report).freeTables.map(\.id) == ["a", "a-2", "b", "table-4", "table-5"])
    #expect(read.findings.count { $0.kind.id == BindingFindings.tableID.id } == 1)
  }

  @Test func tableOutsideAStatutorySectionIsFreeWithoutACaption() throws {
    let table = try #require(try report("一、总体情况", Self.table).freeTables.first)
    #expect(table.caption == nil)
    #expect(table.id == "table-1")
  }

  @Test(arguments: ["注：含上年度结转数量。", "注:含上年度结转数量。", "说明：……", "备注：……", "**注**：……"])
  func aParagraphAfterATableIsItsNote(_ note: String) throws {
    let example = ExampleReport.numbered.line(startingWith: "## 五、", becomes: "\(note)\n\n## 五、存在的主要问题及改进情况")
    try expectNumberedCells(example)
    let report = try #require(ReadReport(example).report)
    #expect(report.roles.contains(.tableNote))
  }

  @Test func clauseLinesAreTheForms() throws {
    let report = try #require(ReadReport(ExampleReport()).report)
    #expect(report.roles.count { $0 == .formCaption } == 4)
    #expect(report.roles.count { $0 == .bound } == 6)
  }

  @Test func ordinaryTextBetweenTablesIsText() throws {
    let report = try report(ExampleReport.requests, "全年共收到申请若干件。")
    let section = try #require(report.sections.first { $0.id == "requests" })
    #expect(report.roles[section.nodes.lowerBound] == nil)
  }
}
