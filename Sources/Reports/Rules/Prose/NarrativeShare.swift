internal import Diagnostics
internal import Markup

/// Percentages in the prose must agree with the numbers that they follow.
enum NarrativeShare: ProseRule {
  static let kind = FindingKind(
    "narrative-share", .warning,
    title: LocalizedText("正文的占比算不出来", en: "A percentage in the text does not follow"),
    explanation: LocalizedText(
      "“占……%”应等于前面的件数除以办结总数（或新收数、新收加上年结转数，或同一句中前面的数），四舍五入或截尾都可以。按时率、满意度、同比不核对。",
      en:
        "A share should be the number before it divided by the total of results, by the new requests, by these with those carried over, or by an earlier number of the sentence, rounded or cut off. Punctuality, satisfaction and growth are not checked."
    ),
    example: "予以公开和部分公开合计80件，占办结总数的52.3%")

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard !prose.shares.isEmpty, let table = prose.report.form.statutory.requests else { return }
    let total = StatutoryCells.Requests.total
    let (results, new, carriedOver) = (table.resultTotal[total], table.new[total], table.carriedOver[total])
    let totals = [("办结总数", [results]), ("本年新收", [new]), ("本年新收＋上年结转", [new, carriedOver])].compactMap { name, cells in
      prose.report.sum(cells).map { Whole(amount: $0, name: name, cells: cells) }
    }
    for share in prose.shares {
      let part = prose.statements[share.part].number.value
      let earlier = prose.statements[share.sentence].map { Whole(amount: $0.number.value, name: "前文", cells: []) }
      let wholes = (totals + earlier).filter { !$0.amount.isZero }
      guard let likeliest = wholes.first, !prose.statements[share.part].number.isRounded,
        !wholes.contains(where: { share.percent.isPercentage(of: part, in: $0.amount) })
      else { continue }
      let right = part.percentage(of: likeliest.amount)
      let written = prose.written(share.token)
      findings.append(
        Finding(
          kind, at: prose.range(ofToken: share.token),
          LocalizedText(
            "\(part) 件占\(likeliest.name) \(likeliest.amount) 件的 \(right)%，正文写 \(written)",
            en: "\(part) of \(likeliest.amount) is \(right)%, the text says \(written)"),
          related: [
            .init(LocalizedText("件数", en: "the number"), at: prose.range(ofToken: prose.statements[share.part].token))
          ] + likeliest.cells.map { prose.report.related($0) }))
    }
  }

  /// A number that another may be a share of.
  private struct Whole {
    let amount: DecimalNumber
    let name: String
    /// Empty for a number in the text itself.
    let cells: [Int]
  }
}
