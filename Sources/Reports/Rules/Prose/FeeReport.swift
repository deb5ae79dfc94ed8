internal import Diagnostics
internal import Markup

/// 信息处理费 must be reported in section six, even if none was charged.
enum FeeReport: ProseRule {
  static let kind = FindingKind(
    "fee-not-reported", .warning,
    title: LocalizedText("没有报告信息处理费收取情况", en: "Nothing is said of processing fees"),
    explanation: LocalizedText(
      "收取信息处理费的情况在“六、其他需要报告的事项”中报告，没有收取的也要写明。",
      en: "Processing fees are reported in section 6, Other matters; that none was charged has to be said too."),
    example: "## 六、其他需要报告的事项\n\n无",
    source: LocalizedText(
      "国办公开办函〔2021〕30号；国办函〔2020〕109号", en: "circulars [2021] No. 30 and [2020] No. 109"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard prose.report.metadata.status == .published,
      let part = prose.narrative.part(thatMustState: .processingFees, of: prose.report),
      !prose.narrative.contains(.fee), !prose.narrative.contains(.feeNotice)
    else { return }
    let section = prose.report.sections[part.section]
    findings.append(
      Finding(
        kind, at: prose.report.document.source.range(of: section.headingSpan),
        LocalizedText("没有写明信息处理费收取情况", en: "nothing is said of processing fees"),
        help: LocalizedText("没有收取的，请写明未收取信息处理费", en: "if none was charged, say so")))
  }
}
