internal import Diagnostics
internal import Languages
internal import Markup

/// A number of licences or penalties that is ten times larger or smaller than in all other years has a digit too many
/// or too few.
enum DecisionsJump: SeriesRule {
  static let kind = FindingKind(
    "decisions-jump", .hint,
    title: LocalizedText("处理决定数量与其他年份都相差十倍以上", en: "Decisions are tenfold away from all other years"),
    explanation: LocalizedText(
      "行政许可、行政处罚的数量是本机关其他每一年的十倍以上，或不到其十分之一（且较大的不少于 100 件、较小的不少于 10 件）的，请核对是否多写或少写一位。职能划转也会如此。",
      en:
        "Where licences or penalties are ten times those of each other year, or a tenth (with 100 at least on the larger side and 10 on the smaller), look for a digit too many or too few. A change of duties may be the reason too."
    ),
    example: "2022：| 行政处罚 | 635 |\n2023：| 行政处罚 | 6354 |")

  static func check(_ entry: HistoryEntry, among others: [HistoryEntry], _ findings: inout [Finding]) {
    let report = entry.report
    let previous = others.last {
      $0.report.form.hasSameCells(as: report.form) && $0.report.metadata.year < report.metadata.year
    }
    guard let previous = previous?.report else { return }
    for cell in report.form.statutory.decisions {
      guard let now = report.cells[cell].number, let then = previous.cells[cell].number else { continue }
      let value = now.approximation
      func isFarFrom(_ other: Double) -> Bool {
        value >= 100 && other >= 10 && value >= other * 10 || value >= 10 && other >= 100 && other >= value * 10
      }
      let isTooMany = value > then.approximation
      // The year before is checked first, since it is nearly always enough to rule out a finding.
      guard isFarFrom(then.approximation),
        others.allSatisfy({ other in
          guard other.report.form.hasSameCells(as: report.form), let number = other.report.cells[cell].number else {
            return true
          }
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
