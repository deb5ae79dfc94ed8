import Diagnostics
import MarkedSources
import Markup
import Testing

@testable import Reports

@Suite("Items of last year, as the 2019 form counts them")
struct ItemsContinuedTests {
  private static let form = """
    id: items
    title: 项目表
    signs: [上一年项目数量]
    sections:
      - {id: disclosure, label: 二、主动公开政府信息情况, table: disclosure}
    tables:
      - id: disclosure
        title: {zh: 主动公开政府信息情况, en: Disclosure}
        unit: 件
        blocks:
          - id: art20_5
            corner: 信息内容
            columns: [{id: prior_items, label: 上一年项目数量}, {id: change, label: 本年增/减, kind: change}]
            rows: [{id: licensing, label: 行政许可}]

    """

  private func entry(_ cells: String, year: Int) throws -> (entry: HistoryEntry, source: MarkedSource) {
    var findings: [Finding] = []
    let library = FormLibrary(portalForms: [SourceFile(path: "forms/items.yaml", text: Self.form)], findings: &findings)
    let marked = MarkedSource(
      """
      ---
      title: 柳林街道\(year)年政府信息公开工作年度报告
      agency: liulin
      year: \(year)
      form: items
      published: \(year + 1)-01-30
      ---

      ## 二、主动公开政府信息情况

      | 信息内容 | 上一年项目数量 | 本年增/减 |
      |---|---:|---:|
      | 行政许可 | \(cells) |

      """, path: "reports/\(year)/liulin.md")
    let document = try #require(MarkupParser().parse(marked.source, findings: &findings))
    let report = try #require(ReportReader(forms: library).read(document, findings: &findings))
    #expect(findings.isEmpty)
    return (HistoryEntry(report, ReportNarrative(report)), marked)
  }

  @Test(arguments: [("34 | 2", "⟦34⟧ | 0", true), ("34 | 2", "36 | 0", false), ("34 | -4", "30 | 1", false)])
  func followsFromTheChange(_ earlier: String, _ later: String, _ isFound: Bool) throws {
    let now = try entry(later, year: 2020)
    var findings: [Finding] = []
    Rules.check(now.entry, after: try entry(earlier, year: 2019).entry, findings: &findings)
    #expect(findings.map(\.kind.id) == (isFound ? [ItemsContinued.kind.id] : []))
    #expect(findings.compactMap { $0.range?.described } == now.source.places.map(\.described))
    if isFound { #expect(findings.first?.message.chinese == "行政许可：上一年项目数量 34，而2019年报告为 34，增减 2") }
  }
}
