import Diagnostics
import ExampleReports
import MarkedSources
import Testing

@testable import Reports

/// Two reports of consecutive years, and the finding expected in the later one.
struct HistoryExample: Sendable, CustomStringConvertible {
  let description: String
  let kind: FindingKind
  let earlier: ExampleReport
  let later: ExampleReport
  /// `nil` if nothing should be found.
  var message: String?

  init(
    _ description: String, _ kind: FindingKind, _ earlier: ExampleReport, _ later: ExampleReport,
    _ message: String? = nil
  ) {
    self.description = description
    self.kind = kind
    self.earlier = earlier
    self.later = later
    self.message = message
  }

  private static func forward(_ cells: String) -> ExampleReport {
    ExampleReport().row("四、结转下年度继续办理", cells)
  }

  private static func carried(_ cells: String) -> ExampleReport {
    ExampleReport().row("二、上年结转政府信息公开申请数量", cells)
  }

  private static func signed(_ date: String) -> ExampleReport {
    ExampleReport().section("六、其他需要报告的事项", becomes: "未收取信息处理费。\n\n柳林街道办事处\n\n\(date)")
  }

  /// A text of made-up words, in which each numbered paragraph is always the same.
  private static func saying(paragraphs: ClosedRange<UInt64>, _ ending: String = "") -> ExampleReport {
    let words = paragraphs.map { paragraph in
      var random = FixedSeed(paragraph)
      return String(
        String.UnicodeScalarView(
          (0..<60).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x5000...0x8FFF, using: &random)) }))
    }
    return ExampleReport().saying(words.joined(separator: "。\n\n") + ending)
  }

  private static let documents = ExampleReport().row("行政规范性文件", "0 | 0 | 70")

  private static let tenRequests = ExampleReport().row("一、本年新收政府信息公开申请数量", "10 | 0 | 0 | 0 | 0 | 0 | 10")
    .row("（一）予以公开", "9 | 0 | 0 | 0 | 0 | 0 | 9").row("（七）总计", "9 | 0 | 0 | 0 | 0 | 0 | 9")
    .row("四、结转下年度继续办理", "1 | 0 | 0 | 0 | 0 | 0 | 1")

  private static func growth(
    _ description: String, after earlier: ExampleReport = tenRequests, _ words: String, _ message: String? = nil
  ) -> HistoryExample {
    HistoryExample(
      description, NarrativeGrowth.kind, earlier, ExampleReport.withRequests.saying(words), message)
  }

  static let growths = [
    growth(
      "growth that does not follow", "收到政府信息公开申请12件，同比增长⟦26.78%⟧。", "2022年 10，本年 12，增长 20.00%，正文写增长 26.78%"),
    growth(
      "growth for decline", "收到政府信息公开申请12件（较上年减少⟦20%⟧）。", "2022年 10，本年 12，增长 20.00%，正文写减少 20%"),
    growth("a difference", "收到政府信息公开申请12件，比上年增加⟦4件⟧。", "2022年 10，本年 12，增加 2，正文写增加 4件"),
    growth(
      "results", "答复政府信息公开申请12件，予以公开10件，同比增长⟦5%⟧。", "2022年 9，本年 10，增长 11.11%，正文写增长 5%"),
    growth("right, of new requests", "收到政府信息公开申请12件，同比增长20%。新收政府信息公开申请12件，比上年增加2件。"),
    growth("right, with those carried over: 10 to 13", "受理政府信息公开申请13件，同比增长30%。"),
    growth("rounded and cut off", "答复政府信息公开申请12件，予以公开10件，同比增长11.1%。办结政府信息公开申请12件，同比上升33%。"),
    growth("about right", "受理政府信息公开申请13件，较上年增长29多%。"),
    growth("of another number of the sentence", "收到政府信息公开申请12件，予以公开10件，同比增长20%。"),
    growth("of other things", "收到政府信息公开申请12件，公开信息120条，同比增长35%。"),
    growth(
      "a base of one",
      after: ExampleReport().row("一、本年新收政府信息公开申请数量", "1 | 0 | 0 | 0 | 0 | 0 | 1").row(
        "四、结转下年度继续办理", "1 | 0 | 0 | 0 | 0 | 0 | 1"),
      "收到政府信息公开申请12件，同比增长100%。"),
  ]

  static let all =
    growths + [
      HistoryExample(
        "the totals differ", CarryOver.kind, forward("3 | 0 | 0 | 0 | 0 | 0 | 3"),
        carried("2 | 0 | 0 | 0 | 0 | 0 | ⟦2⟧"), "总计：上年结转 2，而2022年报告结转下年度 3"),
      HistoryExample(
        "the totals agree, one kind of applicants does not", CarryOverColumns.kind,
        forward("2 | 1 | 0 | 0 | 0 | 0 | 3"), carried("2 | ⟦0⟧ | 0 | 0 | 0 | ⟦1⟧ | 3"), "商业企业：上年结转 0，而2022年报告结转下年度 1"),
      HistoryExample(
        "what was carried forward is carried over in every column", CarryOverColumns.kind,
        forward("2 | 1 | 0 | 0 | 0 | 0 | 3"), carried("2 | 1 | 0 | 0 | 0 | 0 | 3")),
      HistoryExample(
        "nothing carried over was left blank in both", CarryOver.kind, forward(" | | | | | | "),
        carried(" | | | | | | ")),
      HistoryExample(
        "blank stands for 0 in a sum", CarryOver.kind, forward("0 | 0 | 0 | 0 | 0 | 0 | 0"), carried(" | | | | | | ")),
      HistoryExample(
        "documents do not follow from last year", DocumentsContinued.kind, documents,
        ExampleReport().row("行政规范性文件", "8 | 6 | ⟦77⟧"), "行政规范性文件：上年现行有效 70＋制发 8－废止 6＝72，本年填 77"),
      HistoryExample(
        "a remark in the cell answers this", DocumentsContinued.kind, documents,
        ExampleReport().row("行政规范性文件", "8 | 6 | 77（含修订5件）")),
      HistoryExample(
        "documents that follow", DocumentsContinued.kind, documents, ExampleReport().row("行政规范性文件", "8 | 6 | 72")),
      HistoryExample(
        "a digit too many", DecisionsJump.kind, ExampleReport().row("行政处罚", "635"),
        ExampleReport().row("行政处罚", "⟦6354⟧"), "行政处罚：上年 635，本年 6354"),
      HistoryExample(
        "small numbers jump", DecisionsJump.kind, ExampleReport().row("行政处罚", "3"),
        ExampleReport().row("行政处罚", "40")),
      HistoryExample(
        "last year's text with another number", TextRepeated.kind, saying(paragraphs: 1...20, "。公开169篇。"),
        saying(paragraphs: 1...20, "。公开171篇。").line(startingWith: "## 一、", becomes: "⟦## 一、总体情况⟧"),
        "文字约 100% 与2022年报告相同"),
      HistoryExample(
        "a text of which 85 % stood in last year's", TextRepeated.kind, saying(paragraphs: 1...20),
        saying(paragraphs: 4...23)),
      HistoryExample(
        "a text of a line is the same without fault", TextRepeated.kind, saying(paragraphs: 1...1),
        saying(paragraphs: 1...1)),
      HistoryExample(
        "signed last year and not this year", ClosingMissing.kind,
        signed("2023年1月20日"),
        ExampleReport().line(startingWith: "## 六、", becomes: "⟦## 六、其他需要报告的事项⟧"), "报告末尾没有落款和日期，上年的有"),
      HistoryExample("signed in both years", ClosingMissing.kind, signed("2023年1月20日"), signed("2024年1月20日")),
      HistoryExample("signed this year for the first time", ClosingMissing.kind, ExampleReport(), signed("2024年1月20日")),
      HistoryExample(
        "fees in yuan", FeesJump.kind, ExampleReport().row("行政事业性收费", "18.87"),
        ExampleReport().row("行政事业性收费", "⟦201200⟧"), "收费 201200 万元，其他年份最多 18.87 万元，是否按元填写？"),
      HistoryExample(
        "fees that only grew", FeesJump.kind, ExampleReport().row("行政事业性收费", "2.02"),
        ExampleReport().row("行政事业性收费", "59.2449")),
    ]
}

extension HistoryExample {
  /// The findings of the rules, with the two reports bound to forms of these libraries.
  func findings(
    earlierForms: FormLibrary = ReadReport.forms, laterForms: FormLibrary = ReadReport.forms
  ) throws -> [Finding] {
    let earlier = ExampleReport(
      text: earlier.text.replacing("2024-01-30", with: "2023-01-30").replacing("2023", with: "2022"))
    let entry = try Self.entry(later.marked(), laterForms)
    let previous = try Self.entry(earlier.marked(path: "reports/2022/liulin.md"), earlierForms)
    var findings: [Finding] = []
    Rules.check(entry, after: previous, findings: &findings)
    Rules.check(entry, among: [previous], findings: &findings)
    return findings
  }

  private static func entry(_ source: MarkedSource, _ forms: FormLibrary) throws -> HistoryEntry {
    let report = try #require(ReadReport(source.source, forms: forms).report)
    return HistoryEntry(report, Narrative(report))
  }
}

@Suite("Findings between the reports of two years")
struct HistoryFindingsTests {
  @Test(arguments: HistoryExample.all)
  func isFoundAsMarked(_ example: HistoryExample) throws {
    let later = example.later.marked()
    let findings = try example.findings()
    let found = findings.filter { $0.kind.id == example.kind.id }
    #expect(found.compactMap { $0.range?.described } == later.places.map(\.described))
    #expect(findings.count == found.count, "\(findings.map(\.message.chinese))")
    if let message = example.message { #expect(found.first?.message.chinese == message) }
    #expect(found.allSatisfy { $0.range?.file == "reports/2023/liulin.md" })
    #expect(found.allSatisfy { $0.related.allSatisfy { $0.range.file == "reports/2022/liulin.md" } })
  }

  @Test(
    "every rule of history speaks and keeps silent somewhere",
    arguments: (Rules.ofHistory.map { $0.kind } + Rules.ofSeries.map { $0.kind }).map(\.id))
  func bothWays(_ id: String) {
    let examples = HistoryExample.all.filter { $0.kind.id == id }
    // Examples of the form of 2019 are in ItemsContinuedTests.
    if id == ItemsContinued.kind.id { return }
    #expect(examples.contains { $0.message != nil } && examples.contains { $0.message == nil })
  }
}
