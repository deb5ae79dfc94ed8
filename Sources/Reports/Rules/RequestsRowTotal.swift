internal import Diagnostics

/// 总计 is the sum of the six kinds of applicants.
enum RequestsRowTotal: Rule {
  static let kind = FindingKind(
    "requests-row-total", .error,
    title: LocalizedText("申请表的行总计与各列之和不等", en: "A row total of the requests is not the sum of its columns"),
    explanation: LocalizedText(
      "申请表每一行的总计应等于自然人和五类法人或其他组织之和。",
      en:
        "In every row of the table of requests, the total is the sum of natural persons and the five kinds of organisations."
    ),
    example: "| （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 2 |", source: sumSource)

  static func check(_ report: Report, _ sums: [SumCheck], _ findings: inout [Finding]) {
    check(kind, report, sums, &findings)
  }

  /// Row totals of any table: what the parts add up to, and what the total says.
  static func check(_ kind: FindingKind, _ report: Report, _ sums: [SumCheck], _ findings: inout [Finding]) {
    for failure in sums.broken(by: kind.id) {
      let row = failure.line(in: report)
      let parts = failure.expression(failure.right, failure.rightTotal, in: report)
      findings.append(
        failure.finding(
          kind,
          LocalizedText(
            "“\(row.chinese)”一行：\(parts.chinese)，总计为 \(failure.leftTotal)，两者不等",
            en: "row “\(row.english)”: \(parts.english), but the total says \(failure.leftTotal)"),
          in: report))
    }
  }
}
