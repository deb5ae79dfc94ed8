import Diagnostics
import ExampleReports
import MarkedSources
import Markup
import Testing

@testable import Reports

@Suite("Mechanical corrections")
struct FixTests {
  /// The lines of a report that its corrections change, after applying them.
  private func corrected(_ example: ExampleReport) -> [String] {
    let source = example.marked().source
    let result = source.applying(ReadReport(source).findings.compactMap(\.fix))
    func lines(_ source: SourceFile) -> [Substring] {
      String(decoding: source.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
    let before = Set(lines(source))
    return lines(result.source).filter { !before.contains($0) }.map(String.init)
  }

  @Test(arguments: [
    ("３", "3"), ("1,234", "1234"), ("3件", "3"), ("+19", "19"), ("２２（其中修订 16 件）", "22（其中修订 16 件）"),
    ("22其中修订16件", "22（其中修订16件）"), ("22 含修订", "22（含修订）"), ("22件，其中修订16件", "22件（其中修订16件）"),
    ("22（其中修订16件", "22（其中修订16件）"), ("22；注：含修订", "22（注：含修订）"),
  ])
  func contentOfACell(_ written: String, _ becomes: String) {
    #expect(corrected(ExampleReport().row("行政许可", written)) == ["| 行政许可 | \(becomes) |"])
  }

  /// Whatever somebody wrote as a number is kept, and so is anything that cannot be known.
  @Test(arguments: ["251000元", "1.2万", "约3", "3-5", "-3", "2.5", "十二", "3 4", "22（其中）修订（16件）", "1,23", "22 人次"])
  func aNumberIsNeverChanged(_ written: String) {
    #expect(corrected(ExampleReport().row("行政处罚", written)).isEmpty)
  }

  @Test func blankTotalsThatFollowFromTheirParts() {
    let example = ExampleReport().row("行政复议", "1 | 0 | 2 | 0 |").row("复议后起诉", "0 | 0 | 0 | 0 |   ")
      .row("未经复议直接起诉", "1 | | 0 | 0 |")
    #expect(corrected(example) == ["| 行政复议 | 1 | 0 | 2 | 0 | 3 |", "| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |"])
  }

  @Test func totalsThatContradictEachOtherAreLeftBlank() {
    let example = ExampleReport().row("一、本年新收政府信息公开申请数量", "3 | 0 | 0 | 0 | 0 | 0 | 3")
      .row("（一）予以公开", "3 | 0 | 0 | 0 | 0 | 0 | 2").row("（七）总计", "3 | 0 | 0 | 0 | 0 | 0 |")
    #expect(corrected(example).isEmpty)
    let source = example.marked().source
    #expect(source.applying(ReadReport(source).findings.compactMap(\.fix)).conflicting.count == 1)
  }

  @Test func headingsAreNumbered() {
    let example = ExampleReport().line(startingWith: "## 一、", becomes: "## 总体情况")
      .line(startingWith: "## 五、", becomes: "## （4）存在的主要问题及改进情况")
    #expect(corrected(example) == ["## 一、总体情况", "## 五、存在的主要问题及改进情况"])
  }

  /// However the leading number is written, all of it is replaced.
  @Test(arguments: ["〔二〕总体情况", "一、二、总体情况", "二 、总体情况", "２．总体情况", "(二)  总体情况"])
  func theWholeOldNumberIsReplaced(_ heading: String) {
    let source = ExampleReport().line(startingWith: "## 一、", becomes: "## \(heading)").marked().source
    let findings = ReadReport(source).findings
    #expect(findings.map(\.kind.id) == [SectionNumber.kind.id])
    let result = source.applying(findings.compactMap(\.fix)).source
    #expect(String(decoding: result.bytes, as: UTF8.self) == ExampleReport().text)
  }

  @Test func rowsAreNumbered() {
    let values = "0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    let example = ExampleReport().line(startingWith: "| 1.属于国家秘密 |", becomes: "| 属于国家秘密 | \(values)")
      .line(startingWith: "| （一）予以公开 |", becomes: "| 一、 予以公开 | \(values)")
      .line(startingWith: "| （三）不予公开 |", becomes: "| （五）不予公开 | | | | | | | |")
      .line(startingWith: "| （七）总计 |", becomes: "| 合计 | \(values)")
      .line(startingWith: "| 8.属于行政查询事项 |", becomes: "| （8） 属于行政查询事项 | \(values)")
    #expect(
      corrected(example) == [
        "| （一）予以公开 | \(values)", "| （三）不予公开 | | | | | | | |", "| 1.属于国家秘密 | \(values)",
        "| 8.属于行政查询事项 | \(values)", "| （七）合计 | \(values)",
      ])
  }

  /// Width, and 1、 instead of 1., are a matter of style. A label that the words alone do not identify could be another
  /// row. A path names its groups. Text with markup cannot be replaced.
  @Test(arguments: [
    ("1.属于国家秘密", "1、属于国家秘密"), ("1.属于国家秘密", "１． 属于国家秘密"), ("（一）予以公开", "(一)予以公开"), ("3.其他", "其他"),
    ("3.其他", "2.其他"), ("1.属于国家秘密", "（三）不予公开：1.属于国家秘密"), ("（一）予以公开", "三、（一）予以公开"), ("（七）总计", "**总计**"),
  ])
  func otherNumbersOfRowsStay(_ label: String, _ written: String) {
    let values = "0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    #expect(
      corrected(ExampleReport().line(startingWith: "| \(label) |", becomes: "| \(written) | \(values)")).isEmpty)
  }

  @Test func labelsBesideTheirGroupsAreNumbered() {
    let report = ExampleReport()
    let lines = report.text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex { $0.hasPrefix("| 项目 | 自然人 |") } ?? 0
    let last = lines[first...].firstIndex { $0.isEmpty } ?? first
    var widened = lines.map(String.init)
    for line in first..<last {
      let isRule = widened[line].hasPrefix("|---")
      widened[line] = isRule ? "|---\(widened[line])" : "| \(widened[line])"
    }
    let grid = ExampleReport(text: widened.joined(separator: "\n"))
    #expect(ReadReport(grid).findings.isEmpty)
    let example = grid.line(
      startingWith: "| | 2.重复申请 |", becomes: "| 不予处理 | 重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |")
    #expect(corrected(example) == ["| （五）不予处理 | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"])
  }

  @Test func aNoteIsSeparatedFromItsTable() {
    let example = ExampleReport().line(startingWith: "| 复议后起诉 |", becomes: "| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |\n注：含结转。")
    let source = example.marked().source
    let result = source.applying(ReadReport(source).findings.compactMap(\.fix)).source
    #expect(String(decoding: result.bytes, as: UTF8.self).contains("| 0 |\n\n注：含结转。"))
    #expect(ReadReport(result).findings.isEmpty)
  }

  @Test func otherBytesStayAsTheyAre() {
    let text =
      "\u{FEFF}"
      + ExampleReport().row("行政许可", "３").text.split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: "\r\n")
    let source = SourceFile(path: "reports/2023/liulin.md", text: text)
    let result = source.applying(ReadReport(source).findings.compactMap(\.fix)).source
    #expect(String(decoding: result.bytes, as: UTF8.self) == text.replacing("| ３ |", with: "| 3 |"))
  }
}
