internal import Diagnostics
internal import Markup

/// The same for each kind of applicant, if the totals agree.
enum CarryOverColumns: HistoryRule {
  static let kind = FindingKind(
    "carry-over-columns", .warning,
    title: LocalizedText("各类申请人的上年结转与上年报告不等", en: "Carried over differs from last year in a column"),
    explanation: LocalizedText(
      "总计相符，但自然人或某类组织的“上年结转”与上一年报告的“结转下年度继续办理”不等：多半是申请人归类变了。",
      en:
        "The totals agree, but what is carried over for some applicants is not what the year before carried forward: mostly applicants were put under another kind."
    ),
    example: "2022：| 四、结转下年度继续办理 | 2 | 1 | … | 3 |\n2023：| 二、上年结转政府信息公开申请数量 | 3 | 0 | … | 3 |",
    source: sumSource)

  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding]) {
    // A wrong total is reported by `CarryOver` alone.
    guard CarriedDifference(entry, previous, column: StatutoryCells.Requests.total) == nil else { return }
    for column in 0..<StatutoryCells.Requests.total {
      guard let difference = CarriedDifference(entry, previous, column: column) else { continue }
      findings.append(difference.finding(kind, entry.report, previous.report))
    }
  }
}
