internal import Diagnostics
internal import Languages
internal import Markup

/// 2019 form: last year's items must be those in last year's report plus their change.
enum ItemsContinued: HistoryRule {
  static let kind = FindingKind(
    "items-continued", .warning,
    title: LocalizedText("上一年项目数量与上年报告不等", en: "Items of last year differ from last year's report"),
    explanation: LocalizedText(
      "2019 年格式中，“上一年项目数量”应等于上一年报告的“上一年项目数量”加“本年增/减”。",
      en: "In the 2019 form, the items of last year are those of last year's report with their change added."),
    example: "2019：| 行政许可 | 34 | +2 | … |\n2020：| 行政许可 | 34 | 0 | … |",
    source: LocalizedText("国办公开办函〔2019〕60号附件", en: "annex of circular [2019] No. 60"))

  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding]) {
    let report = entry.report
    guard report.form.hasSameCells(as: previous.report.form) else { return }
    for row in report.form.statutory.items {
      guard let prior = report.cells[row.prior].number, let earlier = previous.report.cells[row.prior].number,
        let change = previous.report.cells[row.change].number, !prior.isSameAmount(as: earlier + change)
      else { continue }
      let name = report.form.label(ofRow: row.prior).short
      findings.append(
        Finding(
          kind, at: report.document.source.range(of: report.cells[row.prior].span),
          LocalizedText(
            "\(name.chinese)：上一年项目数量 \(prior)，而\(previous.report.metadata.year)年报告为 \(earlier)，增减 \(change)",
            en:
              "\(name.english): \(prior) items last year, but the report of \(previous.report.metadata.year) has \(earlier) and a change of \(change)"
          ),
          cell: report.form.cells[row.prior].id,
          related: [previous.report.relatedOfYear(row.prior), previous.report.relatedOfYear(row.change)]))
    }
  }
}
