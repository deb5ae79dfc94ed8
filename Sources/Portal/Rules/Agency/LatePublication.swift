internal import Diagnostics
internal import Markup
internal import Reports

/// A report that was published after the deadline set by the law or the portal.
enum LatePublication: AgencyRule {
  static let kind = FindingKind(
    "published-late", .warning,
    title: LocalizedText("年报发布晚于规定期限", en: "The report was published late"),
    explanation: LocalizedText(
      "县级以上人民政府部门应在每年 1 月 31 日前、县级以上地方人民政府应在 3 月 31 日前公布上一年度年报；乡镇、街道和第五十四、五十五条的单位没有法定日期；2018 年度及以前都是 3 月 31 日。本站可在 site.yaml 的 deadlines 中另定。迁移来的旧年报请写 first_published。",
      en:
        "Departments at county level and above publish by 31 January, governments by 31 March; towns, streets and the bodies of art. 54 and 55 have no statutory date; until the reports for 2018 it was 31 March for all. A portal may set its own under deadlines in site.yaml. For a report moved from another site, first_published counts."
    ),
    example: "year: 2023\npublished: 2024-02-20",
    source: LocalizedText("《政府信息公开条例》第四十九条", en: "Regulations on Open Government Information, art. 49"))

  static func check(_ filed: FiledReport, _ findings: inout [Finding]) {
    let metadata = filed.report.metadata
    guard metadata.year != 0, let published = metadata.publicationDay,
      let deadline = Deadline.missed(
        by: published, filed.agency, year: metadata.year, ofRegulations: filed.report.form.isOfRegulations,
        own: filed.site.deadlines)
    else { return }
    findings.append(
      Finding(
        kind, at: filed.publicationRange,
        LocalizedText(
          "\(published.iso) 发布，期限是 \(deadline.iso)", en: "published on \(published.iso), due by \(deadline.iso)"),
        help: metadata.firstPublished == nil
          ? LocalizedText("若是迁移来的旧年报，请写 first_published", en: "if it was moved from another site, give first_published")
          : nil))
  }
}
