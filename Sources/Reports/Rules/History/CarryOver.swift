internal import Diagnostics
internal import Markup

/// The total carried over must be the total carried forward in the report of the year before.
enum CarryOver: HistoryRule {
  static let kind = FindingKind(
    "carry-over", .error,
    title: LocalizedText("上年结转与上年报告的结转下年度不等", en: "Carried over differs from what last year carried forward"),
    explanation: LocalizedText(
      "本年“上年结转”的总计应等于同一机关上一年报告“结转下年度继续办理”的总计。两份报告中哪一份有误，请一并核对。机关合并、改设的年份不核对。",
      en:
        "The total carried over has to equal the total that the same agency's report of the year before carried forward. Either report may be the wrong one. Years in which an agency was merged or set up anew are passed over."
    ),
    example: "2022：| 四、结转下年度继续办理 | … | 3 |\n2023：| 二、上年结转政府信息公开申请数量 | … | 2 |",
    source: sumSource)

  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding]) {
    guard let difference = CarriedDifference(entry, previous, column: StatutoryCells.Requests.total) else { return }
    findings.append(difference.finding(kind, entry.report, previous.report))
  }
}
