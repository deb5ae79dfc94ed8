internal import Diagnostics
internal import Markup

/// If more requests are carried forward than were received, almost none would have been answered in time.
enum CarriedForwardShare: ReportRule {
  static let kind = FindingKind(
    "carried-forward-share", .hint,
    title: LocalizedText("结转下年度多于本年新收", en: "More is carried forward than was received"),
    explanation: LocalizedText(
      "申请应在 20 个工作日内答复，最多延长 20 个工作日，结转到下年度的通常只有年末收到的。结转数多于全年新收数，请核对。",
      en:
        "Requests are answered within 20 working days, or 40 at most; those carried forward are mostly from the end of the year. More than were received in all the year ask for a look."
    ),
    example: "| 一、本年新收政府信息公开申请数量 | … | 3 |\n| 四、结转下年度继续办理 | … | 5 |",
    source: LocalizedText("《政府信息公开条例》第三十三条", en: "Regulations on Open Government Information, art. 33"))

  static func check(_ report: Report, _ findings: inout [Finding]) {
    guard let table = report.form.statutory.requests,
      let new = report.cells[table.new[StatutoryCells.Requests.total]].number,
      let forward = report.cells[table.carriedForward[StatutoryCells.Requests.total]].number,
      !forward.isAtMost(new)
    else { return }
    findings.append(
      Finding(
        kind,
        at: report.document.source.range(of: report.cells[table.carriedForward[StatutoryCells.Requests.total]].span),
        LocalizedText(
          "结转下年度 \(forward) 件，多于本年新收 \(new) 件", en: "\(forward) carried forward, more than the \(new) received"),
        cell: report.form.cells[table.carriedForward[StatutoryCells.Requests.total]].id,
        related: [report.related(table.new[StatutoryCells.Requests.total])]))
  }
}
