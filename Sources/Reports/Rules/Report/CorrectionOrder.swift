internal import Diagnostics
internal import Markup

/// Corrections must be listed in the order of their dates.
enum CorrectionOrder: ReportRule {
  static let kind = FindingKind(
    "correction-order", .warning,
    title: LocalizedText("更正记录不按日期排列", en: "Corrections out of order"),
    explanation: LocalizedText(
      "corrections: 按日期从早到晚排列，新的写在最后；更正不会早于首次发布。",
      en:
        "corrections: is in the order of the dates, the newest last; nothing is corrected before it is first published."
    ),
    example:
      "corrections:\n  - {date: 2024-04-01, section: overview, reason: 笔误}\n  - {date: 2024-03-01, section: problems, reason: 笔误}"
  )

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let source = report.document.source
    var latest: ReportMetadata.Correction?
    for correction in report.metadata.corrections {
      if let earlier = latest, correction.date < earlier.date {
        findings.append(
          Finding(
            kind, at: source.range(of: correction.span),
            LocalizedText(
              "\(correction.date.iso) 的更正排在 \(earlier.date.iso) 之后",
              en: "the correction of \(correction.date.iso) stands behind that of \(earlier.date.iso)"),
            related: [.init(LocalizedText("较晚的更正", en: "the later one"), at: source.range(of: earlier.span))]))
      } else {
        latest = correction
      }
      if let first = report.metadata.firstPublished, correction.date < first {
        findings.append(
          Finding(
            kind, at: source.range(of: correction.span),
            LocalizedText(
              "更正的日期 \(correction.date.iso) 早于首次发布 \(first.iso)",
              en: "the correction of \(correction.date.iso) is older than the first publication on \(first.iso)")))
      }
    }
  }
}
