internal import Diagnostics
internal import Markup
internal import Reports

/// 规章 can be made only by State Council departments, and by governments of provinces and of cities with districts.
enum RuleMakingPower: PortalRule {
  static let kind = FindingKind(
    "rule-making-power", .warning,
    title: LocalizedText("没有规章制定权的机关填了规章", en: "Rules of a body that cannot make any"),
    explanation: LocalizedText(
      "规章只能由国务院部门和省、设区的市、自治州人民政府制定；政府办公厅（室）统计以政府名义制发的。其他机关的规章各项应为 0，其文件多半是行政规范性文件。",
      en:
        "Rules are made by departments of the State Council and by governments of provinces, cities with districts and autonomous prefectures, whose offices count them. Other bodies have none; their documents are mostly normative documents."
    ),
    example: "| 规章 | 2 | 0 | 5 |（街道办事处）",
    source: LocalizedText("《立法法》第九十一、九十三条", en: "Legislation Law, art. 91 and 93"))

  static func check(_ filing: Filing, _ findings: inout [Finding]) {
    let (agency, report) = (filing.agency, filing.report)
    guard let level = agency.level, !hasPower(agency.kind, level), let row = report.form.statutory.regulations else {
      return
    }
    let filled = [row.issued, row.repealed, row.inForce].filter { report.cells[$0].number?.isZero == false }
    guard let first = filled.first, let number = report.cells[first].number else { return }
    findings.append(
      Finding(
        kind, at: report.document.source.range(of: report.cells[first].span),
        LocalizedText(
          "\(agency.name)没有规章制定权，规章却填了 \(number)", en: "\(agency.name) cannot make rules, but the cell says \(number)"),
        cell: report.form.cells[first].id))
  }

  private static func hasPower(_ kind: Agency.Kind, _ level: Agency.Level) -> Bool {
    switch level {
    case .national: true
    case .province, .prefecture: kind == .government || kind == .governmentOffice
    case .county, .township: false
    }
  }
}

/// 工作考核、社会评议、责任追究: what the report of a government has to speak of besides.
enum AccountabilityReport: PortalRule {
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

  static func check(_ filing: Filing, _ findings: inout [Finding]) {
    guard filing.agency.kind == .government, filing.report.form.isOfRegulations,
      filing.report.metadata.status == .published,
      let part = filing.narrative.part("overview", of: filing.report),
      part.characters > 0
    else { return }
    let topics: [(Word, String, String)] = [
      (.assessment, "工作考核", "assessment"), (.appraisal, "社会评议", "public appraisal"),
      (.accountability, "责任追究", "accountability"),
    ]
    let missing = topics.filter { topic in !filing.narrative.contains(topic.0) }
    if missing.isEmpty { return }
    findings.append(
      Finding(
        kind,
        at: filing.report.document.source.range(of: filing.report.sections[part.section].headingSpan),
        LocalizedText(
          "没有说到\(missing.map(\.1).joined(separator: "、"))",
          en: "nothing is said of \(missing.map(\.2).joined(separator: ", "))")))
  }
}
