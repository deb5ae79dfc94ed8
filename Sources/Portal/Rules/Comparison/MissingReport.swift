internal import Diagnostics
internal import Markup
internal import Reports

/// Agencies that existed for the whole year and have no report for it.
enum MissingReport: ComparisonRule {
  static let kind = FindingKind(
    "report-missing", .hint,
    title: LocalizedText("已登记的机关缺年报", en: "A registered agency has no report for a year"),
    explanation: LocalizedText(
      "本站收录了年报的每一年，登记的机关只要全年存续（见 active），都应有一份年报；联合报告、汇总报告覆盖不代替本机关的年报，联合报告（joint）算作各单位都有。只求收齐某些年度的，在 site.yaml 中写 years: {from: 2021}；只收录一部分年度的机关，在登记文件中写 years: {from: 2023, to: 2023}。",
      en:
        "For every year of which the portal has reports, each registered agency that existed to its end (see active) should have one; a joint report counts for all of its bodies. A portal that means to be complete from some year on says years: {from: 2021} in site.yaml. For an agency of which the portal holds some years only, write years: {from: 2023, to: 2023} in its file."
    ),
    example: "Content/agencies/liulin.md\n（reports/2023/liulin.md 不存在）",
    source: LocalizedText("《政府信息公开条例》第四十九条", en: "Regulations on Open Government Information, art. 49"))

  static func check(_ comparison: AgencyComparison, _ findings: inout [Finding]) {
    var present: [Int: Set<String>] = [:]
    for report in comparison.reports where report.year != 0 {
      present[report.year, default: []].formUnion(report.bodies)
    }
    let years = present.keys.sorted().filter(comparison.site.years.contains)
    for agency in comparison.registry.agencies {
      let missing = years.filter { year in
        agency.isBound(in: year) && present[year]?.contains(agency.id) == false
      }
      if missing.isEmpty { continue }
      let list = missing.map(String.init)
      findings.append(
        Finding(
          kind, at: agency.about.source.range(ofLine: 1),
          LocalizedText(
            "\(agency.name)没有 \(list.joined(separator: "、")) 年的年报",
            en: "\(agency.name) has no report for \(list.joined(separator: ", "))")))
    }
  }
}
