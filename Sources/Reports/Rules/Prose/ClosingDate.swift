internal import Diagnostics
internal import Markup

/// The date at the end of a report must not be later than its publication or its last modification.
enum ClosingDate: ProseRule {
  static let kind = FindingKind(
    "closing-date", .hint,
    title: LocalizedText("落款日期晚于发布日期", en: "The report is dated after its publication"),
    explanation: LocalizedText(
      "落款写的日期不应晚于文首信息的 published；写有 modified 的，不应晚于 modified。",
      en: "The date at the end of a report should not lie behind its day of publication, or of its last modification."),
    example: "published: 2024-01-30\n…\n2024年3月1日")

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard let part = prose.narrative.closing(of: prose.report),
      let published = prose.report.metadata.modified ?? prose.report.metadata.published
    else { return }
    let dated = prose.narrative.tokens[part.tokens].filter { $0.number >= 0 }
    let numbers = dated.map { prose.narrative.numbers[Int($0.number)] }
    guard numbers.map(\.unit) == [.year, .month, .day], let first = dated.first, let last = dated.last,
      let date = CalendarDate(
        year: Int(numbers[0].value.digits), month: Int(numbers[1].value.digits), day: Int(numbers[2].value.digits)),
      date > published
    else { return }
    findings.append(
      Finding(
        kind,
        at: prose.report.document.source.range(of: Span(Int(first.span.start), Int(last.span.end))),
        LocalizedText("落款日期 \(date.iso) 晚于发布日期 \(published.iso)", en: "dated \(date.iso), published \(published.iso)")))
  }
}
