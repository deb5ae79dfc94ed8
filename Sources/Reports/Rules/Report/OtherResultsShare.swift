internal import Diagnostics
internal import Markup

/// 其他处理-其他 is meant for withdrawals and the like.
enum OtherResultsShare: ReportRule {
  static let kind = FindingKind(
    "other-results-share", .hint,
    title: LocalizedText("“其他处理—其他”占比很大", en: "Many results are “other”"),
    explanation: LocalizedText(
      "“（六）其他处理—3.其他”一般只计申请人撤回等情形。占办理结果一半以上（且不少于 10 件）的，请核对是否归错了类。",
      en:
        "Other handling, other, is for withdrawals and the like. Where it is half of all results or more, and ten at least, look whether results were put in the wrong row."
    ),
    example: "| 3.其他 | … | 30 |\n| （七）总计 | … | 40 |")

  static func check(_ report: Report, _ findings: inout [Finding]) {
    guard let table = report.form.statutory.requests, let cell = table.otherOther,
      let other = report.cells[cell].number,
      let total = report.cells[table.resultTotal[StatutoryCells.Requests.total]].number,
      other.approximation >= 10, other.approximation * 2 >= total.approximation, !total.isZero
    else { return }
    findings.append(
      Finding(
        kind, at: report.document.source.range(of: report.cells[cell].span),
        LocalizedText(
          "“其他处理—其他” \(other) 件，占办理结果 \(total) 件的一半以上", en: "\(other) of \(total) results are “other”"),
        cell: report.form.cells[cell].id, related: [report.related(table.resultTotal[StatutoryCells.Requests.total])]))
  }
}
