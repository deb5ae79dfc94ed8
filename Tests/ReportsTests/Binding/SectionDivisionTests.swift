import ExampleReports
import Markup
import Testing

@testable import Reports

@Suite("A report is divided into its sections")
struct SectionDivisionTests {
  private func sections(_ example: ExampleReport) throws -> [String] {
    try #require(ReadReport(example).report).sections.map(\.id)
  }

  private let six = ["overview", "disclosure", "requests", "disputes", "problems", "other_matters"]

  @Test func introductionAndSixSections() throws {
    #expect(try sections(ExampleReport()) == ["introduction"] + six)
  }

  @Test func withoutAnIntroduction() throws {
    #expect(try sections(ExampleReport().without(lineStartingWith: "统计期限")) == six)
  }

  @Test func titleAsAHeadingOfTheFirstLevel() throws {
    let example = ExampleReport().line(startingWith: "统计期限", becomes: "# 柳林街道2023年政府信息公开工作年度报告\n\n统计期限为……")
    #expect(try sections(example) == ["introduction"] + six)
    #expect(ReadReport(example).findings.isEmpty)
  }

  @Test func sectionsAsHeadingsOfTheFirstLevel() throws {
    let example = ExampleReport(text: ExampleReport().text.replacing("\n## ", with: "\n# "))
    #expect(try sections(example) == ["introduction"] + six)
    #expect(ReadReport(example).findings.isEmpty)
  }

  @Test(arguments: [
    "柳林街道办事处\n\n2024年1月30日", "柳林街道办事处  \n2024年1月30日", "柳林街道办事处\n2024 年 1 月 30 日", "二〇二四年一月三十日",
  ])
  func signatureAndDateAreTheClosing(_ closing: String) throws {
    let report = try #require(ReadReport(ExampleReport(text: ExampleReport().text + closing + "\n")).report)
    #expect(report.sections.map(\.id) == ["introduction"] + six + ["closing"])
    let words = report.document.plainText(report.sections.last.map(\.nodes) ?? 0..<0)
    #expect(words.replacing("\n", with: "").replacing(" ", with: "") == closing.filter { !$0.isWhitespace })
  }

  @Test func aSentenceWithADateIsNotAClosing() throws {
    let example = ExampleReport(text: ExampleReport().text + "本报告发布于2024年1月30日。\n")
    #expect(try sections(example) == ["introduction"] + six)
  }

  @Test func headingsBelowTheSecondLevelAreNotSections() throws {
    #expect(try sections(ExampleReport().saying("### 二、主动公开政府信息情况\n\n文字。")) == ["introduction"] + six)
  }

  @Test func aHeadingInAQuoteOrCodeIsNotASection() throws {
    let example = ExampleReport().saying("> ## 二、主动公开政府信息情况\n\n```\n## 三、收到和处理政府信息公开申请情况\n```")
    #expect(ReadReport(example).findings.isEmpty)
  }

  @Test func underlinedHeadingsAreSections() throws {
    let example = ExampleReport().line(startingWith: "## 一、", becomes: "一、总体情况\n---")
    #expect(try sections(example) == ["introduction"] + six)
  }

  @Test func footnotesBelongToNoSection() throws {
    let example = ExampleReport().saying("数量[^1]。\n\n[^1]: 含结转。")
    let report = try #require(ReadReport(example).report)
    #expect(report.sections.map(\.id) == ["introduction"] + six)
    let footnote = try #require(report.document.nodes.firstIndex { $0.kind == .footnoteDefinition })
    #expect(report.sections.allSatisfy { !$0.nodes.contains(footnote) })
  }
}
