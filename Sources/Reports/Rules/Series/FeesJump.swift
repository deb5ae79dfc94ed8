internal import Diagnostics
internal import Markup

/// Writing 元 for 万元 makes an amount ten thousand times too large.
enum FeesJump: SeriesRule {
  static let kind = FindingKind(
    "fees-jump", .warning,
    title: LocalizedText("收费金额是其他年份的上千倍", en: "Fees are a thousand times those of other years"),
    explanation: LocalizedText(
      "行政事业性收费的单位是万元。比本机关其他年份都大一千倍以上的，多半是按元填的。",
      en:
        "Fees are given in units of 10,000 yuan. An amount that is a thousand times those of the agency's other years was mostly given in yuan."
    ),
    example: "2022：| 行政事业性收费 | 18.87 |\n2023：| 行政事业性收费 | 201200 |",
    source: LocalizedText("《政府信息公开条例》第二十条第（八）项", en: "Regulations on Open Government Information, art. 20 (8)"))

  static func check(_ entry: HistoryEntry, among others: [HistoryEntry], _ findings: inout [Finding]) {
    let report = entry.report
    guard let cell = report.form.statutory.fees, let amount = report.cells[cell].number, !amount.isZero else { return }
    var largest: (report: Report, cell: Int, amount: DecimalNumber)?
    for other in others {
      guard let cell = other.report.form.statutory.fees, let amount = other.report.cells[cell].number, !amount.isZero,
        amount.approximation > largest?.amount.approximation ?? -.infinity
      else { continue }
      largest = (other.report, cell, amount)
    }
    guard let largest, amount.approximation >= 1000 * largest.amount.approximation else { return }
    findings.append(
      Finding(
        kind, at: report.document.source.range(of: report.cells[cell].span),
        LocalizedText(
          "收费 \(amount) 万元，其他年份最多 \(largest.amount) 万元，是否按元填写？",
          en: "fees of \(amount) × 10,000 yuan; in other years \(largest.amount) at most: was it given in yuan?"),
        cell: report.form.cells[cell].id, related: [largest.report.relatedOfYear(largest.cell)]))
  }
}
