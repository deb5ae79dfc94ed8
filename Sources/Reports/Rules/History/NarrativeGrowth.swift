internal import Diagnostics
internal import Markup

/// 同比: a change since last year that the prose states, compared with the cells of both years.
enum NarrativeGrowth: HistoryRule {
  static let kind = FindingKind(
    "narrative-growth", .hint,
    title: LocalizedText("正文的同比与两年的表格不符", en: "A change since last year does not follow"),
    explanation: LocalizedText(
      "紧跟在件数后面的“同比增长……%”“较上年减少……件”，应与本年和上一年报告的单元格相符，四舍五入或截尾都可以；“受理”“收到”按本年新收或本年新收加上年结转计算都认可。上一年不足 5 件的不核对百分比，件数本身与本年表格不一致的只提示件数。",
      en:
        "A change that is given behind a number, in percent or as a number, should follow from the cells of this year's and last year's report, rounded or cut off; “received” may count what was carried over or not. No percentage of fewer than five is checked, nor the change of a number that is not in this year's table."
    ),
    example: "2022：| 一、本年新收政府信息公开申请数量 | … | 10 |\n2023：收到政府信息公开申请12件，同比增长26.78%。")

  /// For smaller numbers, a percentage is meaningless.
  private static let leastBase = DecimalNumber(5)

  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding]) {
    for growth in entry.growths {
      let years = growth.statements.compactMap { pairs($0, entry.report, previous.report) }
      // The change may refer to another number of the sentence.
      guard years.count == growth.statements.count, !years.joined().contains(where: { fits(growth, $0) }),
        let number = growth.statements.last?.number, let meant = years.last?.first(where: { number.fits($0.now) })
      else { continue }
      findings.append(finding(growth, meant, entry, previous.report))
    }
  }

  /// The same sum in both years.
  private struct Pair {
    let cells, earlierCells: [Int]
    let now, then: DecimalNumber
  }

  /// `nil` if one of the sums that a statement may refer to is unknown.
  private static func pairs(_ statement: Statement, _ report: Report, _ previous: Report) -> [Pair]? {
    let (now, then) = (readings(statement, report), readings(statement, previous))
    guard !now.isEmpty, now.count == then.count else { return nil }
    var pairs: [Pair] = []
    for (cells, earlier) in zip(now, then) {
      guard let sum = report.sum(cells), let before = previous.sum(earlier) else { return nil }
      pairs.append(Pair(cells: cells, earlierCells: earlier, now: sum, then: before))
    }
    return pairs
  }

  private static func readings(_ statement: Statement, _ report: Report) -> [[Int]] {
    let statutory = report.form.statutory
    return (statutory.requests.map { NarrativeRequests.readings(of: statement, $0) } ?? [])
      + (statutory.disputes.map { NarrativeDisputes.readings(of: statement, $0) } ?? [])
      + NarrativeDocuments.readings(of: statement, statutory)
  }

  /// Whether a change is right or cannot be checked.
  private static func fits(_ growth: StatedGrowth, _ pair: Pair) -> Bool {
    let difference = growth.isMore ? pair.now - pair.then : pair.then - pair.now
    guard growth.number.unit == .percent else { return growth.number.fits(difference) }
    return !leastBase.isAtMost(pair.then) || growth.number.isPercentage(of: difference, in: pair.then)
  }

  private static func finding(
    _ growth: StatedGrowth, _ pair: Pair, _ entry: HistoryEntry, _ previous: Report
  ) -> Finding {
    let (report, year) = (entry.report, previous.metadata.year)
    let isMore = pair.then.isAtMost(pair.now)
    let difference = isMore ? pair.now - pair.then : pair.then - pair.now
    let isPercent = growth.number.unit == .percent
    let change = isPercent ? "\(difference.percentage(of: pair.then))%" : "\(difference)"
    func direction(_ isMore: Bool) -> String { isMore ? isPercent ? "增长" : "增加" : "减少" }
    let written = report.document.source.text(of: growth.span)
    return Finding(
      kind, at: report.document.source.range(of: growth.span),
      LocalizedText(
        "\(year)年 \(pair.then)，本年 \(pair.now)，\(direction(isMore)) \(change)，正文写\(direction(growth.isMore)) \(written)",
        en:
          "\(pair.then) in \(year), \(pair.now) this year: \(change) \(isMore ? "more" : "less"), the text says \(written) \(growth.isMore ? "more" : "less")"
      ),
      cell: report.form.cells[pair.cells[0]].id, related: pair.earlierCells.prefix(4).map { previous.relatedOfYear($0) }
    )
  }
}
