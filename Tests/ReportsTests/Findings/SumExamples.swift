import ExampleReports
import MarkedSources

@testable import Reports

extension FindingExample {
  static let sums = [
    FindingExample(
      "what came in and what was done do not balance",
      ExampleReport()
        .row("一、本年新收政府信息公开申请数量", "⟦3⟧ | 0 | 0 | 0 | 0 | 0 | ⟦3⟧")
        .row("二、上年结转政府信息公开申请数量", "⟪1⟫ | 0 | 0 | 0 | 0 | 0 | ⟪1⟫")
        .row("（一）予以公开", "3 | 0 | 0 | 0 | 0 | 0 | 3")
        .row("（七）总计", "⟪3⟫ | 0 | 0 | 0 | 0 | 0 | ⟪3⟫")
        .row("四、结转下年度继续办理", "⟪0⟫ | 0 | 0 | 0 | 0 | 0 | ⟪0⟫").marked(),
      .finds(
        RequestsBalance.kind, "自然人列：本年新收 3＋上年结转 1＝4，办理结果（七）总计 3＋结转下年度 0＝3，两者不等",
        en: "column “Natural persons”: new 3 + carried over 1 = 4, but total of results (7) 3 + carried forward 0 = 3"),
      .finds(
        RequestsBalance.kind, "总计列：本年新收 3＋上年结转 1＝4，办理结果（七）总计 3＋结转下年度 0＝3，两者不等",
        en: "column “Total”: new 3 + carried over 1 = 4, but total of results (7) 3 + carried forward 0 = 3")),
    FindingExample(
      "a row total",
      ExampleReport()
        .row("一、本年新收政府信息公开申请数量", "2 | 1 | 0 | 0 | 0 | 0 | 3")
        .row("（一）予以公开", "⟪2⟫ | ⟪1⟫ | 0 | 0 | 0 | 0 | ⟦2⟧")
        .row("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "0 | 0 | 0 | 0 | 0 | 0 | ⟦1⟧")
        .row("（七）总计", "2 | 1 | 0 | 0 | 0 | 0 | 3").marked(),
      .finds(
        RequestsRowTotal.kind, "“（一）予以公开”一行：自然人 2＋商业企业 1＝3，总计为 2，两者不等",
        en: "row “(1) Granted”: Natural persons 2 + Businesses 1 = 3, but the total says 2"),
      .finds(
        RequestsRowTotal.kind, "“（二）部分公开”一行：各项之和 0，总计为 1，两者不等",
        en: "row “(2) Granted in part”: a sum of 0, but the total says 1")),
    FindingExample(
      "the total of the results",
      ExampleReport()
        .row("一、本年新收政府信息公开申请数量", "0 | 0 | 3 | 0 | 0 | 0 | 3")
        .row("（一）予以公开", "0 | 0 | ⟪2⟫ | 0 | 0 | 0 | ⟪2⟫")
        .row("（七）总计", "0 | 0 | ⟦3⟧ | 0 | 0 | 0 | ⟦3⟧").marked(),
      .finds(
        RequestsResultTotal.kind, "科研机构列：各项办理结果 （一）予以公开 2，（七）总计为 3，两者不等",
        en: "column “Research institutions”: the results give (1) Granted 2, the total says 3"),
      .finds(RequestsResultTotal.kind, "总计列：各项办理结果 （一）予以公开 2，（七）总计为 3，两者不等")),
    FindingExample(
      "one cell that breaks its row and its column is named",
      ExampleReport()
        .row("一、本年新收政府信息公开申请数量", "⟦3⟧ | 0 | 0 | 0 | 0 | 0 | ⟪2⟫")
        .row("二、上年结转政府信息公开申请数量", "⟪0⟫ | 0 | 0 | 0 | 0 | 0 | 0")
        .row("（一）予以公开", "2 | 0 | 0 | 0 | 0 | 0 | 2")
        .row("（七）总计", "2 | 0 | 0 | 0 | 0 | 0 | 2").marked(),
      .finds(
        RequestsRowTotal.kind, "“本年新收·自然人”一格使横向、纵向都多 1：写的是 3，若是 2 就都相等",
        en:
          "because of “new, Natural persons” its row and its column are 1 too much: it says 3, with 2 all would be right",
        help: "请核对这一格")),
    FindingExample(
      "a total of disputes",
      ExampleReport().row("未经复议直接起诉", "⟪1⟫ | 0 | ⟪2⟫ | 0 | ⟦4⟧").marked(),
      .finds(
        DisputesTotal.kind, "“未经复议直接起诉”一行：结果维持 1＋其他结果 2＝3，总计为 4，两者不等",
        en: "row “Without prior reconsideration”: Upheld 1 + Other result 2 = 3, but the total says 4")),
    FindingExample(
      "blanks count as 0 in a sum",
      ExampleReport().row("行政复议", "1 |⟦⟧| / | — | 1").marked(), .finds(BlankCells.kind)),
    FindingExample(
      "signs and separators do not matter to a sum",
      ExampleReport().row("行政复议", "⟦１⟧ | ⟦2件⟧ | 0 | 0 | 3").marked(),
      .finds(CellFindings.style), .finds(CellFindings.style)),
  ]

  static let blanks = [
    FindingExample(
      "one finding a table, however many cells are blank",
      ExampleReport().row("规章", "0 |⟦⟧| |").row("行政许可", "/").row("行政复议", "0 | 0 | ⟦无⟧ | 0 | 0").marked(),
      .finds(
        BlankCells.kind, "“主动公开政府信息情况”表有 3 个单元格空白或不适用，第一个是“规章·本年废止件数”",
        en:
          "the table “Disclosure on the authority's own initiative” has 3 cells that are blank or not applicable, the first is “Rules, Repealed this year”",
        help: "没有发生的请填 0"),
      .finds(BlankCells.kind, "“政府信息公开行政复议、行政诉讼情况”表有 1 个单元格空白或不适用，第一个是“行政复议·其他结果”")),
    FindingExample(
      "a total left blank over parts that are not 0",
      ExampleReport().row("行政复议", "⟪1⟫ | 0 | ⟪2⟫ | 0 | ⟦⟦—⟧⟧").marked(),
      .finds(BlankCells.kind),
      .finds(
        BlankTotal.kind, "“行政复议”的总计未填，各项之和为 3",
        en: "the total of “Administrative reconsideration” is blank, its parts add up to 3")),
    FindingExample(
      "the row of totals left blank is one finding",
      ExampleReport().row("（一）予以公开", "2 | 1 | 0 | 0 | 0 | 0 | 3").row(
        "一、本年新收政府信息公开申请数量", "2 | 1 | 0 | 0 | 0 | 0 | 3"
      ).row("（七）总计", " ⟦⟧|  |  |  |  |  | ").marked(),
      .finds(
        BlankTotal.kind, "这一行的 3 个总计未填，各项之和：自然人 2，商业企业 1，总计 3",
        en: "3 totals of this row are blank, the parts add up to: Natural persons 2, Businesses 1, Total 3")),
    FindingExample(
      "a total left blank over parts that are 0 is but a blank",
      ExampleReport().row("行政复议", "0 | 0 | 0 | 0 | ⟦—⟧").marked(), .finds(BlankCells.kind)),
    FindingExample(
      "only the totals are filled in",
      ExampleReport().row("行政复议", "⟦/⟧ | / | / | / | ⟦1⟧").row("复议后起诉", "/ | / | / | / | 2").marked(),
      .finds(BlankCells.kind),
      .finds(
        BlankParts.kind, "“政府信息公开行政复议、行政诉讼情况”表有 2 处只填了总计，分项未填",
        en: "in the table “Administrative reconsideration and litigation” 2 totals are filled in without their parts")),
  ]
}
