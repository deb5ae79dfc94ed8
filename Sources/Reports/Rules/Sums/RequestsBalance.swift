internal import Diagnostics

/// 第一项加第二项之和，等于第三项加第四项之和: printed in the form itself.
enum RequestsBalance: BrokenSumRule {
  static let kind = FindingKind(
    "requests-balance", .error,
    title: LocalizedText("收到与办理的申请数不等", en: "Requests received and handled do not balance"),
    explanation: LocalizedText(
      "每一列都应满足：本年新收＋上年结转＝办理结果总计＋结转下年度。这是表头上印的勾稽关系。",
      en:
        "In every column, new requests plus those carried over equal the total of the results plus those carried forward. The form prints this in its head."
    ),
    example: "| 一、本年新收政府信息公开申请数量 | 3 | …\n| 二、上年结转政府信息公开申请数量 | 1 | …\n| （七）总计 | 3 | …\n| 四、结转下年度继续办理 | 0 | …",
    source: sumSource)

  static let table = FormTable.Role.requests

  static func message(_ failure: SumCheck, in report: Report) -> LocalizedText {
    let column = failure.line(in: report)
    let received = failure.expression(failure.left, failure.leftTotal, in: report)
    let handled = failure.expression(failure.right, failure.rightTotal, in: report)
    return LocalizedText(
      "\(column.chinese)列：\(received.chinese)，\(handled.chinese)，两者不等",
      en: "column “\(column.english)”: \(received.english), but \(handled.english)")
  }
}
