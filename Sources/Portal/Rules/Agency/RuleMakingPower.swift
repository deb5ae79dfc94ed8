internal import Diagnostics
internal import Markup
internal import Reports

/// 规章 can only be made by departments of the State Council and by governments of provinces and of cities with
/// districts.
enum RuleMakingPower: AgencyRule {
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

  static func check(_ filed: FiledReport, _ findings: inout [Finding]) {
    let (agency, report) = (filed.agency, filed.report)
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
