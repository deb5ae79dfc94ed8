internal import Diagnostics
internal import Markup
internal import Narrative

/// “截至2024年12月31日” in the report for 2023.
enum AsOfDate: ProseRule {
  static let kind = FindingKind(
    "as-of-date", .hint,
    title: LocalizedText("截至日期不在报告年度", en: "Figures as of the end of another year"),
    explanation: LocalizedText(
      "“截至……年12月31日（年底）”应是报告年度的年底；写成其他年份，多半是笔误或沿用旧文本。同一段也说到报告年度的不提示。",
      en:
        "Figures as of the end of a year should be as of the end of the year of the report. A paragraph that names that year too is fine."
    ),
    example: "year: 2023\n…\n截至2024年12月31日，共公开信息169篇。")

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard prose.report.metadata.year != 0, prose.narrative.contains(.asOf) else { return }
    let tokens = prose.narrative.tokens
    for part in prose.narrative.parts where prose.narrative.has(.asOf, in: part) {
      guard SectionTopic(prose.report.sections[part.section], in: prose.report) != nil else {
        continue
      }
      for index in part.tokens where tokens[index].word == .asOf {
        check(asOf: index, part, prose, &findings)
      }
    }
  }

  private static func check(
    asOf index: Int, _ part: ReportNarrative.Part, _ prose: Prose, _ findings: inout [Finding]
  ) {
    let tokens = prose.narrative.tokens
    let start = Int(tokens[index].span.end)
    guard let date = prose.dates(in: start..<min(start + 48, Int(part.span.end))).first,
      Int(date.span.start) - start <= 6, let year = date.year, year != prose.report.metadata.year,
      isEndOfYear(date, prose),
      let block = tokens[...index].lastIndex(where: { $0.word == .block || $0.word == .heading }),
      !prose.namesOwnYear(prose.block(startingAt: block)),
      !prose.narrative.isOfPeriod(prose.block(startingAt: block))
    else { return }
    let source = prose.report.document.source
    let written = source.text(of: date.span)
    findings.append(
      Finding(
        kind, at: source.range(of: date.span),
        LocalizedText(
          "“截至\(written)”，报告年度是 \(prose.report.metadata.year)",
          en: "as of \(written), but the report is for \(prose.report.metadata.year)")))
  }

  /// 12月31日, 12月底, 年底
  private static func isEndOfYear(_ date: WrittenDate, _ prose: Prose) -> Bool {
    if date.month == 12, date.day == 31 { return true }
    guard date.day == nil, date.month == nil || date.month == 12 else { return false }
    let end = Int(date.span.end)
    let bytes = prose.report.document.source.bytes
    let next = String(decoding: bytes[end..<min(end + 3, bytes.count)], as: UTF8.self)
    return next == "底" || next == "末"
  }
}

extension ReportNarrative {
  /// What a paragraph says of the period is read by `PeriodInText`.
  fileprivate func isOfPeriod(_ block: ArraySlice<Token>) -> Bool {
    block.contains { $0.word == .statisticalPeriod }
  }
}
