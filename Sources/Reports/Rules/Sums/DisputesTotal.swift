internal import Diagnostics

/// 总计 of each kind of dispute must be the sum of its four results.
enum DisputesTotal: BrokenSumRule {
  static let kind = FindingKind(
    "disputes-total", .error,
    title: LocalizedText("复议诉讼表的总计与各项之和不等", en: "A total of the disputes is not the sum of its results"),
    explanation: LocalizedText(
      "行政复议、未经复议直接起诉、复议后起诉的总计，应各等于结果维持、结果纠正、其他结果、尚未审结之和。",
      en:
        "The total of reconsiderations, of direct lawsuits and of lawsuits after reconsideration is each the sum of upheld, corrected, other result and pending."
    ),
    example: "| 行政复议 | 1 | 0 | 0 | 0 | 2 |", source: sumSource)

  static let table = FormTable.Role.disputes

  static func message(_ failure: SumCheck, in report: Report) -> LocalizedText { failure.rowTotalMessage(in: report) }
}
