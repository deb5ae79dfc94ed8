internal import Diagnostics
internal import Markup
internal import Narrative

/// The date at the end of a report is a day of the calendar, and no later than the report was published or last modified.
enum ClosingDate: ProseRule {
  static let kind = FindingKind(
    "closing-date", .hint,
    title: LocalizedText("落款日期有误", en: "The date at the end of the report is wrong"),
    explanation: LocalizedText(
      "落款写的日期应是日历上有的日期，不应晚于文首信息的 published（写有 modified 的，不应晚于 modified），也不应早于报告年度结束。",
      en:
        "The date at the end of a report should be a day of the calendar, not after its day of publication, or of its last modification, and not before the end of its year."
    ),
    example: "published: 2024-01-30\n…\n2024年3月1日")

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard let part = prose.narrative.closing(of: prose.report), !part.span.isEmpty,
      let written = prose.dates(in: Int(part.span.start)..<Int(part.span.end)).last,
      let year = written.year, let month = written.month, let day = written.day,
      let message = fault(year, month, day, prose.report.metadata)
    else { return }
    findings.append(
      Finding(kind, at: prose.report.document.source.range(of: written.span), message))
  }

  private static func fault(_ year: Int, _ month: Int, _ day: Int, _ metadata: ReportMetadata)
    -> LocalizedText?
  {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      return LocalizedText("没有 \(year)年\(month)月\(day)日 这一天", en: "there is no such day")
    }
    if let published = metadata.modified ?? metadata.published, date > published {
      return LocalizedText(
        "落款日期 \(date.iso) 晚于发布日期 \(published.iso)",
        en: "dated \(date.iso), published \(published.iso)")
    }
    // Some offices sign in the last days of the year.
    if metadata.year != 0, (year, month) < (metadata.year, 12), metadata.statedPeriod == nil {
      return LocalizedText(
        "落款日期 \(date.iso) 早于报告年度 \(metadata.year) 年终",
        en: "dated \(date.iso), before the end of the year of the report, \(metadata.year)")
    }
    return nil
  }
}
