import Diagnostics
import ExampleReports
import Languages
import MarkedSources

@testable import Reports

extension FindingExample {
  private static func report(_ form: String, _ year: Int) -> ExampleReport {
    ExampleReport(form: ExampleReport.form(form), year: year)
  }

  private static func trial(_ name: String, _ report: ExampleReport, _ expectations: Expectation...) -> FindingExample {
    FindingExample(name, report.marked(path: "reports/2020/liulin.md"), expectations)
  }

  private static func statistics(
    _ name: String, _ report: ExampleReport, _ expectations: Expectation...
  ) -> FindingExample {
    FindingExample(name, report.marked(path: "reports/2017/liulin.md"), expectations)
  }

  /// The forms of 2019 and 2014, and what occurs in no other form.
  static let forms = [
    FindingExample(
      "the form of 2019 for a later year",
      report("cn-2019", 2022).line(startingWith: "year:", becomes: "year: ⟦2022⟧")
        .marked(path: "reports/2022/liulin.md"),
      [
        .finds(
          BindingFindings.formYear, "2022 年的年报用了 cn-2019（政府信息公开工作年度报告格式（试行，2019年））", help: "2022 年适用 cn-2021")
      ]),
    trial(
      "a change may be negative, a count of items may not",
      report("cn-2019", 2020).row("行政许可", "8 | -3 | 12").row("行政处罚", "⟦-1⟧ | 2 | 0"),
      .finds(CellFindings.outOfRange, "-1 小于 0")),
    trial(
      "fewer items than none",
      report("cn-2019", 2020).row("行政许可", "⟦3⟧ | ⟪-8⟫ | 12"),
      .finds(
        declared("disclosure-items-negative"), "事项数减成了负数（行政许可）：上一年项目数量 3＋本年增/减 -8＝-5，小于 0",
        en:
          "Fewer items than none (Administrative licences): Items last year 3 + Change this year -8 = -5 is less than 0"
      )),
    trial(
      "more published this year than in all",
      report("cn-2019", 2020).row("规范性文件", "8 | ⟦8⟧ | ⟪5⟫"),
      .finds(
        declared("disclosure-published-above-total"), "本年新公开多于对外公开总数（规范性文件）：本年新公开数量 8，大于 对外公开总数量 5")),
    trial(
      "an amount is in the unit that its author states",
      report("cn-2019", 2020).row("政府集中采购", "3 | 251000元")),
    trial(
      "an amount in the unit of its heading, 0 in any",
      report("cn-2019", 2020).line(startingWith: "| 信息内容 | 采购项目数量", becomes: "| 信息内容 | 采购项目数量 | 采购总金额(万元) |")
        .row("政府集中采购", "3 | 477.35")),
    trial(
      "an amount without a unit",
      report("cn-2019", 2020).row("政府集中采购", "3 | ⟦477.35⟧"),
      .finds(CellFindings.missingUnit, "477.35 没有写明单位", en: "477.35 is stated without a unit")),
    trial(
      "headings cut at a line break are told by their place",
      report("cn-2019", 2020).line(startingWith: "| 信息内容 | 本年新制作", becomes: "| 信息内容 | 本年新 | 本年新 | 对外公开总数量 |")
        .row("规范性文件", "8 | ⟦6⟧ | ⟪5⟫"),
      .finds(declared("disclosure-published-above-total"))),
    trial(
      "（六）其他处理 is one row",
      report("cn-2019", 2020).row("（六）其他处理", "⟪1⟫ | 0 | 0 | 0 | 0 | 0 | ⟪1⟫")
        .row("（七）总计", "⟦2⟧ | 0 | 0 | 0 | 0 | 0 | ⟦2⟧").row("四、结转下年度继续办理", "0 | 0 | 0 | 0 | 0 | 0 | 0")
        .row("一、本年新收政府信息公开申请数量", "2 | 0 | 0 | 0 | 0 | 0 | 2"),
      .finds(RequestsResultTotal.kind, "自然人列：各项办理结果 （六）其他处理 1，（七）总计为 2，两者不等"),
      .finds(RequestsResultTotal.kind)),
    statistics(
      "requests by channel",
      report("cn-2014", 2017).row("（一）收到申请数", "件 | ⟦5⟧").row("1.当面申请数", "件 | ⟪1⟫").row("3.网络申请数", "件 | ⟪3⟫"),
      .finds(
        declared("statistics-received"),
        "收到申请数与各渠道之和不等（（一）收到申请数）：（一）收到申请数 5，1.当面申请数 1＋3.网络申请数 3＝4，两者不等")),
    statistics(
      "requests completed, and answers",
      report("cn-2014", 2017).row("（二）申请办结数", "件 | ⟦2⟧").row("（三）申请答复数", "件 | ⟦3⟧").row("2.同意公开答复数", "件 | 1"),
      .finds(declared("statistics-completed")), .finds(declared("statistics-answered"))),
    statistics(
      "more normative documents than information",
      report("cn-2014", 2017).row("其中：主动公开规范性文件数", "条 | ⟦8⟧"),
      .finds(declared("statistics-documents"))),
    statistics(
      "only what a published copy confirms is asked for",
      report("cn-2014", 2017).without(lineStartingWith: "| 七、依申请公开信息收取的费用").without(lineStartingWith: "| 4.信函申请数")),
    statistics(
      "a confirmed row that is missing",
      report("cn-2014", 2017).line(
        startingWith: "| 其中：主动公开规范性文件数", becomes: "⟦| 其中：主动公开规范性文件数 | 条 | 0 |⟧"
      ).without(lineStartingWith: "| 制发规范性文件总数"),
      .finds(BindingFindings.missing, "缺少“制发规范性文件总数”一行")),
    statistics(
      "a unit other than the form's",
      report("cn-2014", 2017).row("六、举报投诉数量", "⟦人⟧ | 0").row("七、依申请公开信息收取的费用", "元 | ⟦500⟧"),
      .finds(CellFindings.unit, "表单以“件”计，这里写的是“人”"), .finds(CellFindings.unit, "写的是 500，按 0.05 万元计")),
  ]

  /// Kinds of cells that no built-in form has.
  static let kindsOfCells = [
    FindingExample(
      "days, percent, decimals, dates, texts and $",
      kinds("<1 | 2.5 天 | -3.5% | 0.75 | 2024-01-30 | 若干 | $1200.50")),
    FindingExample(
      "what is not of its kind",
      kinds("⟦不到一天⟧ | ⟦-1⟧ | ⟦半⟧ | ⟦-0.5⟧ | ⟦年初⟧ | 7 | ⟦€5⟧"),
      [
        .finds(CellFindings.notANumber), .finds(CellFindings.outOfRange), .finds(CellFindings.notANumber),
        .finds(CellFindings.outOfRange), .finds(CellFindings.notADate, "“年初”不是日期", en: "“年初” is not a date"),
        .finds(CellFindings.notANumber),
      ]),
    FindingExample("what does not apply", kinds("N/A | N/A | — | ⟦N/A⟧ | / | 无 | 0"), [.finds(BlankCells.kind)]),
  ]

  private static func kinds(_ cells: String) -> MarkedSource {
    let header = ReadReport.kindsForm.tables[0].blocks[0].columns.items.map(\.label.chinese).joined(separator: " | ")
    return MarkedSource(
      """
      ---
      title: 2023年年报
      agency: liulin
      year: 2023
      published: 2024-01-30
      form: kinds
      ---

      ## 各种单元格

      | 项目 | \(header) |
      |---|---|---|---|---|---|---|---|
      | 行 | \(cells) |

      """)
  }

  private static func declared(_ id: String) -> FindingKind {
    guard let kind = Rules.kinds.first(where: { $0.id == id }) else { preconditionFailure("no rule \(id)") }
    return kind
  }
}
