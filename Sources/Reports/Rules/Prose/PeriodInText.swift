internal import Diagnostics
internal import Markup

/// 统计期限 in the text must be the year of the report.
enum PeriodInText: ProseRule {
  static let kind = FindingKind(
    "period-in-text", .error,
    title: LocalizedText("正文的统计期限不是报告年度", en: "The period in the text is not the year of the report"),
    explanation: LocalizedText(
      "“统计期限为…年1月1日至…年12月31日”中的年份应是报告年度，多半是沿用上年文本时忘了改。文首信息另写了 period 的不核对。",
      en:
        "The years of the period in the text have to be the year of the report; a wrong one is mostly left from last year's text. A report with a period in its front matter is not checked."
    ),
    example: "year: 2023\n…\n统计期限为2022年1月1日至2022年12月31日。",
    source: LocalizedText("《政府信息公开条例》第四十九、五十条", en: "Regulations on Open Government Information, art. 49 and 50"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    let year = prose.report.metadata.year
    // If the path contradicts the year, another finding says so.
    guard year != 0, prose.report.metadata.statedPeriod == nil,
      prose.report.document.source.path.hasPrefix("reports/\(year)/")
    else { return }
    let tokens = prose.narrative.tokens
    let parts = prose.narrative.parts.filter { prose.narrative.has(.statisticalPeriod, in: $0) }
    for index in parts.map(\.tokens).joined() where tokens[index].word == .statisticalPeriod {
      let sentence = tokens[(index + 1)...].prefix { $0.word != .stop && $0.word != .block && $0.word != .heading }
      let wrong = sentence.first { token in
        guard token.number >= 0 else { return false }
        let phrase = prose.narrative.numbers[Int(token.number)]
        return phrase.unit == .year && phrase.value.scale == 0 && (1990...2100).contains(phrase.value.digits)
          && phrase.value.digits != year
      }
      guard let wrong else { continue }
      let written = prose.report.document.source.text(of: wrong.span)
      findings.append(
        Finding(
          kind, at: prose.report.document.source.range(of: wrong.span),
          LocalizedText("统计期限写的是 \(written)，报告年度是 \(year)", en: "the period says \(written), the report is for \(year)")
        ))
    }
  }
}
