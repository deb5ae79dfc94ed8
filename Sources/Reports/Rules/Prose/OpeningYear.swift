internal import Diagnostics
internal import Markup
internal import Narrative

/// “2022年，我局……” at the beginning of the report for 2023.
enum OpeningYear: ProseRule {
  static let kind = FindingKind(
    "opening-year", .hint,
    title: LocalizedText("总体情况以其他年份开头", en: "The overview begins with another year"),
    explanation: LocalizedText(
      "总体情况以“……年，”开头时，应是报告年度；写成以前的年份，多半是沿用上年文本时忘了改。同一段也说到报告年度的不提示。",
      en:
        "An overview that begins with a year should begin with that of the report; an earlier one is mostly left from last year's text. A paragraph that names the year of the report too is fine."
    ),
    example: "year: 2023\n…\n2022年，我局认真贯彻落实《条例》。")

  private static let openings = WordSet(
    .comma, .weBureau, .weTown, .weSubdistrict, .weCommission, .ownOffice, .wholeYear)

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard let part = prose.narrative.part(.overview, of: prose.report),
      prose.report.metadata.year != 0
    else { return }
    let tokens = prose.narrative.tokens
    // Of the section and of each part of it the first paragraph.
    var isFirst = true
    for index in part.tokens {
      switch tokens[index].word {
      case .heading: isFirst = true
      case .block:
        if isFirst { check(blockAt: index, prose, &findings) }
        isFirst = false
      default: break
      }
    }
  }

  private static func check(blockAt index: Int, _ prose: Prose, _ findings: inout [Finding]) {
    let block = prose.block(startingAt: index)
    guard let first = block.first, first.isAdjacent, let year = prose.year(of: first),
      year < prose.report.metadata.year, block.count > 1, !prose.namesOwnYear(block)
    else { return }
    let next = block[block.startIndex + 1]
    let source = prose.report.document.source
    let isOpening =
      next.isAdjacent && Self.openings.contains(next.word)
      || source.bytes.dropFirst(Int(first.span.end)).starts(with: "度，".utf8)
    guard isOpening else { return }
    let written = prose.written(block.startIndex)
    findings.append(
      Finding(
        kind, at: source.range(of: first.span),
        LocalizedText(
          "这一段以 \(written) 开头，报告年度是 \(prose.report.metadata.year)",
          en:
            "this paragraph begins with \(written), the report is for \(prose.report.metadata.year)"
        )))
  }
}
