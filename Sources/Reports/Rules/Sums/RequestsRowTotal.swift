internal import Diagnostics

/// 总计 must be the sum of the six kinds of applicants.
enum RequestsRowTotal: BrokenSumRule {
  static let kind = FindingKind(
    "requests-row-total", .error,
    title: LocalizedText("申请表的行总计与各列之和不等", en: "A row total of the requests is not the sum of its columns"),
    explanation: LocalizedText(
      "申请表每一行的总计应等于自然人和五类法人或其他组织之和。",
      en:
        "In every row of the table of requests, the total is the sum of natural persons and the five kinds of organisations."
    ),
    example: "| （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 2 |", source: sumSource)

  static let table = FormTable.Role.requests

  static func message(_ failure: SumCheck, in report: Report) -> LocalizedText { failure.rowTotalMessage(in: report) }
}
