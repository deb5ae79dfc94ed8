import Diagnostics
import Foundation
import Languages
import Portal
import Reports
import Testing

@testable import DataFiles
@testable import Pages

struct ChartTests {
  private static let axes: [(most: Double, ticks: [Double])] = [
    (0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (7, [0, 2, 4, 6, 8]), (18, [0, 5, 10, 15, 20]),
    (100, [0, 25, 50, 75, 100]),
    (131, [0, 40, 80, 120, 160]), (5, [0, 1, 2, 3, 4, 5]), (52, [0, 20, 40, 60]),
    (4_000, [0, 1_000, 2_000, 3_000, 4_000]),
  ]

  @Test(arguments: axes)
  func axesStepAsPeopleCount(most: Double, ticks: [Double]) {
    #expect(AxisScale(most: most).ticks == ticks)
  }

  @Test func noMoreThanAQuarterOfAnAxisIsEmpty() {
    for most in 1...2_000 {
      for steps in 3...5 {
        let scale = AxisScale(most: Double(most), steps: steps)
        #expect(scale.end >= Double(most) && (scale.end - Double(most)) / scale.end <= 0.25, "\(most) in \(steps)")
      }
    }
  }

  @Test func smallCountsAreColumns() {
    func svg(_ values: [Int?], _ breaks: [SeriesChart.Break] = []) -> String {
      let points = values.enumerated().map { (2018 + $0.offset, $0.element.map { DecimalNumber($0) }) }
      let chart = SeriesChart(id: "s", title: "新收", description: "…", points: points, breaks: breaks, counts: [2019: 6])
      return String(decoding: chart.markup.bytes, as: UTF8.self)
    }
    let columns = svg([nil, 3, 19, 0])
    #expect(!columns.contains("class=\"curve\"") && columns.components(separatedBy: "class=\"column\"").count == 4)
    #expect(!columns.contains(">2018</text>") && columns.contains(">2019</text>"), "the axis begins with the data")
    #expect(columns.contains(">n=6</text>"))
    #expect(svg([3, 20, 7]).contains("class=\"curve\""))
    let broken = svg([30, 40, 50, 60], [.init(year: 2020, letter: "A", text: "…")])
    #expect(broken.components(separatedBy: "class=\"curve\"").count == 3, "no line leads across a break")
  }

  @Test func theSmallestTheLargestAndTheLastAreLabelled() {
    let values = [50, 60, 41, 90, 70, 65, 55, 58]
    let chart = SeriesChart(
      id: "s", title: "新收", description: "…",
      points: values.enumerated().map { (2016 + $0.offset, DecimalNumber($0.element)) }, breaks: [])
    let svg = String(decoding: chart.markup.bytes, as: UTF8.self)
    #expect(svg.matches(of: #/class="value"[^>]*>(\d+)</text>/#).map { String($0.1) } == ["41", "90", "58"])
  }

  @Test func amountsMayStepBelowOne() {
    #expect(AxisScale(most: 0.3, steps: 3, isWhole: false).ticks.count == 4)
  }

  @Test func aMissingYearIsAGapRatherThanZero() {
    let chart = SeriesChart(
      id: "s", title: "新收", description: "…",
      points: [
        (2019, DecimalNumber(40)), (2020, DecimalNumber(60)), (2021, nil), (2022, DecimalNumber(50)),
        (2023, DecimalNumber(0)),
      ], breaks: [.init(year: 2021, letter: "A", text: "改用另一种格式")])
    let svg = String(decoding: chart.markup.bytes, as: UTF8.self)
    #expect(svg.components(separatedBy: "class=\"curve\"").count - 1 == 2)
    #expect(svg.components(separatedBy: "<circle").count - 1 == 4)
    #expect(svg.components(separatedBy: "class=\"break\"").count - 1 == 1)
    #expect(throws: Never.self) { try XMLDocumentCheck(svg) }
  }

  @Test func chartsOfSeveralAgenciesShareAScale() {
    func chart(_ name: String, _ values: [Int]) -> ChartMarkup {
      SeriesChart(
        id: name, title: name, description: "…",
        points: values.enumerated().map { (2020 + $0.offset, DecimalNumber($0.element)) },
        breaks: [], size: .small, most: 90
      ).markup
    }
    let multiples = SmallMultiples(
      title: "各机关", charts: [chart("甲局", [1, 2]), chart("乙局", [80, 90]), chart("丙局", [5, 0]), chart("丁<局", [3, 3])])
    for chart in multiples.charts {
      let svg = String(decoding: chart.bytes, as: UTF8.self)
      #expect(
        svg.matches(of: #/class="tick"[^>]*>(\d+)</text>/#).map { String($0.1) }.prefix(4) == ["0", "40", "80", "120"])
    }
    let whole = multiples.markup
    #expect(whole.width == 720 && whole.height == 2 * 164, "three in a row")
    let file = ChartFile("agencies", whole, subject: "各机关", notes: [], style: [], language: "zh-Hans")
    let svg = String(decoding: file.bytes, as: UTF8.self)
    #expect(svg.components(separatedBy: "class=\"curve\"").count - 1 == 4 && svg.contains(">丁&lt;局</text>"))
    #expect(throws: Never.self) { try XMLDocumentCheck(svg) }
  }

  @Test func everyPartOfABarHasItsPattern() {
    let bars = StackedBars(
      id: "o", title: "结果", description: "…", parts: ["予以公开", "部分公开", "不予公开"],
      bars: [.init(label: "<2023>", values: [DecimalNumber(12), nil, DecimalNumber(3)])])
    let svg = String(decoding: bars.markup.bytes, as: UTF8.self)
    #expect(svg.contains("url(#o-1)") && svg.contains("url(#o-2)"))
    #expect(svg.contains("&lt;2023&gt;") && svg.contains(">15</text>"))
    #expect(throws: Never.self) { try XMLDocumentCheck(svg) }
  }

  @Test func aStandaloneChartNamesItsSubjectAndSource() {
    let chart = SeriesChart(
      id: "s", title: "新收", description: "2022年 4，2023年 6",
      points: [(2022, DecimalNumber(4)), (2023, DecimalNumber(6))],
      breaks: [])
    let markup = chart.markup
    let file = ChartFile(
      "requests.new.total", markup, subject: "甲 & 乙局：新收", notes: ["A 改用另一种格式", "https://www.example.gov.cn/nb/"],
      style: Array("text > tspan { fill: red }".utf8), language: "zh-Hans")
    let svg = String(decoding: file.bytes, as: UTF8.self)
    #expect(file.name == "requests.new.total.svg")
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(svg.contains("<title id=\"title\">甲 &amp; 乙局：新收</title>") && svg.contains(">甲 &amp; 乙局：新收</text>"))
    #expect(svg.contains("<desc id=\"description\">2022年 4，2023年 6</desc>"))
    #expect(svg.contains("text &gt; tspan { fill: red }"))
    #expect(svg.contains(">A 改用另一种格式</text>") && svg.contains(">https://www.example.gov.cn/nb/</text>"))
    #expect(svg.contains(String(decoding: markup.bytes[markup.headEnd...], as: UTF8.self)), "the same drawing")
    #expect(throws: Never.self) { try XMLDocumentCheck(svg) }
  }

  private static let wraps: [(text: String, width: Int, lines: [String])] = [
    ("", 60, []), ("新收申请", 60, ["新收申请"]), ("本年新收申请", 60, ["本年新收", "申请"]), ("宽", 5, ["宽"]),
  ]

  @Test(arguments: wraps)
  func aLongLineIsCutWhereItsWidthEnds(text: String, width: Int, lines: [String]) {
    #expect(ChartFile.lines(of: text, in: width, size: 15) == lines)
  }

  private static let shares: [(part: Int, whole: Int, tenths: Int?)] = [
    (20, 40, 500), (1, 3, nil), (7, 20, 350), (1, 30, 33), (31, 30, nil),
  ]

  @Test(arguments: shares)
  func sharesAreGivenOnLargeBasesOnly(part: Int, whole: Int, tenths: Int?) {
    #expect(Share(DecimalNumber(part), of: DecimalNumber(whole))?.tenths == tenths)
  }

  private static let changes: [(old: Int?, new: Int?, text: String)] = [
    (40, 45, "+5（+12.5%）"), (30, 20, "−10（−33.3%）"), (50, 50, "0"), (19, 25, "+6"), (nil, 3, "—"), (3, nil, "—"),
    // The sum of eight cells with as many digits as a cell may have.
    (20, 7_999_999_999_999_992, "+7999999999999972"),
  ]

  @Test(arguments: changes)
  func changesAreGivenInPercentOnlyForLargeBases(old: Int?, new: Int?, text: String) {
    let (old, new) = (old.map { DecimalNumber($0) }, new.map { DecimalNumber($0) })
    #expect(StatisticsText.change(from: old, to: new, SiteStrings([.simplifiedChinese]).first) == text)
    let english = text.replacing("（", with: " (").replacing("）", with: ")")
    #expect(StatisticsText.change(from: old, to: new, SiteStrings([.english]).first) == english)
  }

  private static let ticks: [(value: Double, text: String)] = [
    (0, "0"), (999, "999"), (12_000, "12,000"), (1_234_567, "1,234,567"), (0.25, "0.25"), (-120, "-120"),
    (-1_200, "-1,200"), (1e19, "1e+19"),
  ]

  @Test(arguments: ticks)
  func axisNumbersHaveThousandsSeparators(value: Double, text: String) {
    #expect(ChartWriter.tick(value) == text)
  }
}

/// Checks that a text is well-formed XML: every opened tag is closed.
private struct XMLDocumentCheck {
  struct Fault: Error {
    let tag: String
  }

  init(_ text: String) throws {
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([a-z]+)[^<>]*?(\/?)>/) {
      if !match.3.isEmpty { continue }
      if match.1.isEmpty {
        open.append(match.2)
      } else if open.popLast() != match.2 {
        throw Fault(tag: String(match.2))
      }
    }
    if let tag = open.first { throw Fault(tag: String(tag)) }
  }
}
