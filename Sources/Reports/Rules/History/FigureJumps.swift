internal import Diagnostics
internal import Markup

/// 元 written for 万元 makes an amount ten thousand times too large.
enum FeesJump {
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

  /// Compares a report with all others of its agency on the same form.
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

/// A count of licences or penalties that is ten times away from those of all other years has a digit too many or too few.
enum DecisionsJump {
  static let kind = FindingKind(
    "decisions-jump", .hint,
    title: LocalizedText("处理决定数量与其他年份都相差十倍以上", en: "Decisions are tenfold away from all other years"),
    explanation: LocalizedText(
      "行政许可、行政处罚的数量是本机关其他每一年的十倍以上，或不到其十分之一（且较大的不少于 100 件、较小的不少于 10 件）的，请核对是否多写或少写一位。职能划转也会如此。",
      en:
        "Where licences or penalties are ten times those of each other year, or a tenth (with 100 at least on the larger side and 10 on the smaller), look for a digit too many or too few. A change of duties may be the reason too."
    ),
    example: "2022：| 行政处罚 | 635 |\n2023：| 行政处罚 | 6354 |")

  /// - Parameter others: the agency's other reports.
  static func check(_ entry: HistoryEntry, among others: [HistoryEntry], _ findings: inout [Finding]) {
    let report = entry.report
    let previous = others.last { $0.report.form === report.form && $0.report.metadata.year < report.metadata.year }
    guard let previous = previous?.report else { return }
    for cell in report.form.statutory.decisions {
      guard let now = report.cells[cell].number, let then = previous.cells[cell].number else { continue }
      let value = now.approximation
      func isFarFrom(_ other: Double) -> Bool {
        value >= 100 && other >= 10 && value >= other * 10 || value >= 10 && other >= 100 && other >= value * 10
      }
      let isTooMany = value > then.approximation
      // The year before first: it nearly always tells that nothing is to be said.
      guard isFarFrom(then.approximation),
        others.allSatisfy({ other in
          guard other.report.form === report.form, let number = other.report.cells[cell].number else { return true }
          return isFarFrom(number.approximation) && (value > number.approximation) == isTooMany
        })
      else { continue }
      let name = report.form.label(ofRow: cell).short
      findings.append(
        Finding(
          kind, at: report.document.source.range(of: report.cells[cell].span),
          LocalizedText(
            "\(name.chinese)：上年 \(then)，本年 \(now)", en: "\(name.english): \(then) last year, \(now) this year"),
          cell: report.form.cells[cell].id, related: [previous.relatedOfYear(cell)]))
    }
  }
}
