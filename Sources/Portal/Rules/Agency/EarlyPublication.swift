internal import Diagnostics
internal import Markup
internal import Reports

/// A report that was published before the end of the year that it covers.
enum EarlyPublication: AgencyRule {
  static let kind = FindingKind(
    "published-early", .warning,
    title: LocalizedText("发布日期早于报告年度结束", en: "Published before the year was over"),
    explanation: LocalizedText(
      "年报在报告年度的次年发布。发布日期在报告年度之内或之前，多半是年份写错了。",
      en: "A report is published in the year after the one it is for. An earlier day is mostly a slip in the year."),
    example: "year: 2023\npublished: 2023-01-30",
    source: LocalizedText("《政府信息公开条例》第四十九条", en: "Regulations on Open Government Information, art. 49"))

  static func check(_ filed: FiledReport, _ findings: inout [Finding]) {
    let metadata = filed.report.metadata
    guard metadata.year != 0, metadata.statedPeriod == nil,
      let published = metadata.publicationDay, published.year <= metadata.year,
      // A body that is being dissolved reports when it closes.
      filed.agency.activeTo.map({ $0.year > metadata.year }) ?? true
    else { return }
    findings.append(
      Finding(
        kind, at: filed.publicationRange,
        LocalizedText(
          "\(published.iso) 发布，而报告年度是 \(metadata.year)",
          en: "published on \(published.iso), but for the year \(metadata.year)")))
  }
}
