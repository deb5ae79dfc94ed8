internal import Diagnostics
internal import Markup

/// What one year carries over is what the year before carried forward, in total.
enum CarryOver: HistoryRule {
  static let kind = FindingKind(
    "carry-over", .error,
    title: LocalizedText("上年结转与上年报告的结转下年度不等", en: "Carried over differs from what last year carried forward"),
    explanation: LocalizedText(
      "本年“上年结转”的总计应等于同一机关上一年报告“结转下年度继续办理”的总计。两份报告中哪一份有误，请一并核对。机关合并、改设的年份不核对。",
      en:
        "The total carried over has to equal the total that the same agency's report of the year before carried forward. Either report may be the wrong one. Years in which an agency was merged or set up anew are passed over."
    ),
    example: "2022：| 四、结转下年度继续办理 | … | 3 |\n2023：| 二、上年结转政府信息公开申请数量 | … | 2 |",
    source: sumSource)

  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding]) {
    guard let difference = difference(entry, previous, column: StatutoryCells.Requests.total) else { return }
    findings.append(difference.finding(kind, entry.report, previous.report))
  }

  struct Difference {
    var cell: Int
    var earlier: Int
    var carriedOver: DecimalNumber
    var carriedForward: DecimalNumber

    func finding(_ kind: FindingKind, _ report: Report, _ previous: Report) -> Finding {
      let column = report.form.label(ofColumn: cell).short
      return Finding(
        kind, at: report.document.source.range(of: report.cells[cell].span),
        LocalizedText(
          "\(column.chinese)：上年结转 \(carriedOver)，而\(previous.metadata.year)年报告结转下年度 \(carriedForward)",
          en:
            "\(column.english): carried over \(carriedOver), but the report of \(previous.metadata.year) carries forward \(carriedForward)"
        ),
        cell: report.form.cells[cell].id, related: [previous.relatedOfYear(earlier)],
        help: LocalizedText("两份报告中可能是上一年的有误", en: "either of the two reports may be the wrong one"))
    }
  }

  /// `nil` where both agree or one of them states no number.
  static func difference(_ entry: HistoryEntry, _ previous: HistoryEntry, column: Int) -> Difference? {
    guard let table = entry.report.form.statutory.requests, let earlier = previous.report.form.statutory.requests
    else { return nil }
    let cell = table.carriedOver[column]
    let other = earlier.carriedForward[column]
    guard let carriedOver = entry.report.cells[cell].operand, let forward = previous.report.cells[other].operand,
      entry.report.cells[cell].number != nil || previous.report.cells[other].number != nil,
      !carriedOver.isSameAmount(as: forward)
    else { return nil }
    return Difference(cell: cell, earlier: other, carriedOver: carriedOver, carriedForward: forward)
  }
}

/// The same in the columns of the applicants, where the totals agree.
enum CarryOverColumns: HistoryRule {
  static let kind = FindingKind(
    "carry-over-columns", .warning,
    title: LocalizedText("各类申请人的上年结转与上年报告不等", en: "Carried over differs from last year in a column"),
    explanation: LocalizedText(
      "总计相符，但自然人或某类组织的“上年结转”与上一年报告的“结转下年度继续办理”不等：多半是申请人归类变了。",
      en:
        "The totals agree, but what is carried over for some applicants is not what the year before carried forward: mostly applicants were put under another kind."
    ),
    example: "2022：| 四、结转下年度继续办理 | 2 | 1 | … | 3 |\n2023：| 二、上年结转政府信息公开申请数量 | 3 | 0 | … | 3 |",
    source: sumSource)

  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding]) {
    // A wrong total says it all.
    guard CarryOver.difference(entry, previous, column: StatutoryCells.Requests.total) == nil else { return }
    for column in 0..<StatutoryCells.Requests.total {
      guard let difference = CarryOver.difference(entry, previous, column: column) else { continue }
      findings.append(difference.finding(kind, entry.report, previous.report))
    }
  }
}
