internal import Diagnostics
internal import Markup

/// An agency whose last report was signed should sign this one too.
enum ClosingMissing: HistoryRule {
  static let kind = FindingKind(
    "closing-missing", .hint,
    title: LocalizedText("没有落款和日期", en: "The report is not signed and dated"),
    explanation: LocalizedText(
      "上年的报告末尾有落款和日期，本年的没有，可能是漏了。", en: "Last year's report ends with the office and a date, this one does not."),
    example: "2022：云溪区财政局\n2023年1月24日\n2023：（无）")

  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding]) {
    func isSigned(_ report: Report) -> Bool { report.sections.contains { $0.kind == .closing } }
    guard entry.report.metadata.status == .published, isSigned(previous.report), !isSigned(entry.report),
      let last = entry.report.sections.last
    else { return }
    findings.append(
      Finding(
        kind, at: entry.report.document.source.range(of: last.headingSpan),
        LocalizedText("报告末尾没有落款和日期，上年的有", en: "the report is not signed and dated; last year's is")))
  }
}
