internal import Diagnostics
internal import Markup

/// A request that lapsed because of an unpaid fee presupposes a fee notice.
enum FeeNotice: ProseRule {
  static let kind = FindingKind(
    "fee-notice-not-reported", .hint,
    title: LocalizedText("有逾期不缴费的申请，未报告收费通知", en: "Requests lapsed for unpaid fees, no notice is reported"),
    explanation: LocalizedText(
      "“逾期未按收费通知要求缴纳费用”不为 0，说明发出过收费通知，第六部分应报告发出收费通知的情况。",
      en: "Requests that lapsed for an unpaid fee presuppose a notice of the fee, which section 6 should report."),
    example: "| 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 1 | … | 1 |",
    source: LocalizedText(
      "《政府信息公开条例》第四十二条；国办函〔2020〕109号",
      en: "Regulations on Open Government Information, art. 42; circular [2020] No. 109"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard let cell = prose.report.form.statutory.requests?.feeUnpaid, let number = prose.report.cells[cell].number,
      !number.isZero, let part = prose.narrative.part(thatMustState: .processingFees, of: prose.report),
      !prose.narrative.has(.feeNotice, in: part), !saysOfCharges(part, prose.narrative)
    else { return }
    findings.append(
      Finding(
        kind, at: prose.report.document.source.range(of: prose.report.cells[cell].span),
        LocalizedText(
          "有 \(number) 件逾期不缴费，第六部分没有说到收费通知",
          en: "\(number) lapsed for an unpaid fee, and section 6 speaks of no notice"),
        cell: prose.report.form.cells[cell].id))
  }

  /// Whether the office states what it charged, even if it is 0, which covers its notices too: `收取信息处理费1229元`.
  private static func saysOfCharges(_ part: Narrative.Part, _ narrative: Narrative) -> Bool {
    let tokens = narrative.tokens[part.tokens]
    return tokens.indices.contains { index in
      tokens[index].word == .fee && index + 1 < tokens.endIndex && tokens[index + 1].word == .number
    }
  }
}
