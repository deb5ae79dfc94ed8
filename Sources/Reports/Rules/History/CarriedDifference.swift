internal import Diagnostics
internal import Languages
internal import Markup

/// A column in which the number carried over differs from the number that last year's report carried forward.
struct CarriedDifference {
  private let cell, earlierCell: Int
  private let carriedOver, carriedForward: DecimalNumber

  /// `nil` if both agree or one of them is not a number.
  init?(_ entry: HistoryEntry, _ previous: HistoryEntry, column: Int) {
    guard let table = entry.report.form.statutory.requests, let earlier = previous.report.form.statutory.requests
    else { return nil }
    cell = table.carriedOver[column]
    earlierCell = earlier.carriedForward[column]
    guard let over = entry.report.cells[cell].operand, let forward = previous.report.cells[earlierCell].operand,
      entry.report.cells[cell].number != nil || previous.report.cells[earlierCell].number != nil,
      !over.isSameAmount(as: forward)
    else { return nil }
    (carriedOver, carriedForward) = (over, forward)
  }

  func finding(_ kind: FindingKind, _ report: Report, _ previous: Report) -> Finding {
    let column = report.form.label(ofColumn: cell).short
    return Finding(
      kind, at: report.document.source.range(of: report.cells[cell].span),
      LocalizedText(
        "\(column.chinese)：上年结转 \(carriedOver)，而\(previous.metadata.year)年报告结转下年度 \(carriedForward)",
        en:
          "\(column.english): carried over \(carriedOver), but the report of \(previous.metadata.year) carries forward \(carriedForward)"
      ),
      cell: report.form.cells[cell].id, related: [previous.relatedOfYear(earlierCell)],
      help: LocalizedText("两份报告中可能是上一年的有误", en: "either of the two reports may be the wrong one"))
  }
}
