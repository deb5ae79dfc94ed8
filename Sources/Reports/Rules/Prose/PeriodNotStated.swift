internal import Diagnostics
internal import Markup
internal import Narrative

/// A report says which period its figures are of.
enum PeriodNotStated: ProseRule {
  static let kind = FindingKind(
    "period-not-stated", .hint,
    title: LocalizedText("正文没有写明统计期限", en: "The text does not state the period of its figures"),
    explanation: LocalizedText(
      "引言应写明所列数据的统计期限，一般为报告年度的1月1日至12月31日。文首信息另写了 period 的不核对。",
      en:
        "The introduction should say which period the figures are of, as a rule from 1 January to 31 December of the year. A report with a period in its front matter is not checked."
    ),
    example: "本报告根据《条例》编制。",
    source: LocalizedText("国办公开办函〔2021〕30号", en: "circular [2021] No. 30"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    let report = prose.report
    guard report.metadata.status == .published, report.form.isOfRegulations,
      report.metadata.statedPeriod == nil,
      !prose.narrative.contains(.statisticalPeriod), !namesLastDay(prose)
    else { return }
    findings.append(
      Finding(
        kind, at: report.document.source.range(of: report.metadata.titleSpan),
        LocalizedText("没有写明统计期限", en: "the period of the figures is not stated"),
        help: LocalizedText(
          "请在引言写明：统计期限为\(report.metadata.year)年1月1日至\(report.metadata.year)年12月31日",
          en:
            "say in the introduction that the figures are from 1 January to 31 December \(report.metadata.year)"
        )))
  }

  /// 12月31日
  private static func namesLastDay(_ prose: Prose) -> Bool {
    let numbers = prose.narrative.numbers
    return zip(numbers, numbers.dropFirst()).contains { month, day in
      month.unit == .month && month.digits == 12 && day.unit == .day && day.digits == 31
    }
  }
}
