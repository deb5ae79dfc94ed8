internal import Diagnostics

/// （七）总计 must be the sum of all results.
enum RequestsResultTotal: BrokenSumRule {
  static let kind = FindingKind(
    "requests-result-total", .error,
    title: LocalizedText("办理结果总计与各项之和不等", en: "The total of the results is not their sum"),
    explanation: LocalizedText(
      "每一列的（七）总计应等于（一）至（六）各项办理结果之和。一件申请只计入一种结果。",
      en: "In every column, total (7) is the sum of the results (1) to (6). A request counts under one result only."),
    example: "| （一）予以公开 | 2 | …\n| （七）总计 | 3 | …", source: sumSource)

  static let table = FormTable.Role.requests

  static func message(_ failure: SumCheck, in report: Report) -> LocalizedText {
    let column = failure.line(in: report)
    let parts = failure.expression(failure.right, failure.rightTotal, in: report)
    return LocalizedText(
      "\(column.chinese)列：各项办理结果 \(parts.chinese)，（七）总计为 \(failure.leftTotal)，两者不等",
      en: "column “\(column.english)”: the results give \(parts.english), the total says \(failure.leftTotal)")
  }
}
