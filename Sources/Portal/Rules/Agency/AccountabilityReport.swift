internal import Diagnostics
internal import Markup
internal import Narrative
internal import Reports

/// 工作考核、社会评议、责任追究: further topics that the report of a government has to cover.
enum AccountabilityReport: AgencyRule {
  static let kind = FindingKind(
    "accountability-not-reported", .warning,
    title: LocalizedText(
      "政府年报没有报告考核、评议或责任追究", en: "A government's report lacks assessment, appraisal or accountability"),
    explanation: LocalizedText(
      "各级人民政府的年报还应包括工作考核、社会评议和责任追究结果情况。写满意度测评、第三方评估、未发生责任追究情形也可以。街道办事处和部门不在此列。",
      en:
        "The report of a government, at any level, also gives the results of assessment, public appraisal and accountability; surveys of satisfaction, evaluation by third parties, or that nobody had to be held to account, will do. Streets and departments are exempt."
    ),
    example: "### （五）监督保障\n\n加强业务培训。",
    source: LocalizedText("《政府信息公开条例》第五十条第（四）项", en: "Regulations on Open Government Information, art. 50 (4)"))

  static func check(_ filed: FiledReport, _ findings: inout [Finding]) {
    guard filed.agency.kind == .government, filed.report.form.isOfRegulations,
      filed.report.metadata.status == .published,
      let part = filed.narrative.part(.overview, of: filed.report),
      part.characters > 0
    else { return }
    let topics: [(Word, String, String)] = [
      (.assessment, "工作考核", "assessment"), (.appraisal, "社会评议", "public appraisal"),
      (.accountability, "责任追究", "accountability"),
    ]
    let missing = topics.filter { topic in !filed.narrative.contains(topic.0) }
    if missing.isEmpty { return }
    findings.append(
      Finding(
        kind,
        at: filed.report.document.source.range(of: filed.report.sections[part.section].headingSpan),
        LocalizedText(
          "没有说到\(missing.map(\.1).joined(separator: "、"))",
          en: "nothing is said of \(missing.map(\.2).joined(separator: ", "))")))
  }
}
