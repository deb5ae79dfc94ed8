internal import Diagnostics
internal import Markup

/// The year must be the same in the front matter, the title and the period.
enum YearAgreement: ReportRule {
  static let kind = FindingKind(
    "year-agreement", .error, concession: .acceptance,
    title: LocalizedText("年份前后不一致", en: "Years do not agree"),
    explanation: LocalizedText(
      "文首信息的 year、标题中的年份、统计期限必须一致。正文提到其他年份不在此列。",
      en:
        "year in the front matter, the year in the title and the period have to agree. Other years in the text are fine."
    ),
    example: "---\ntitle: …2022年政府信息公开工作年度报告\nyear: 2023\n---",
    source: LocalizedText("《政府信息公开条例》第四十九、五十条", en: "Regulations on Open Government Information, art. 49 and 50"))

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let metadata = report.metadata
    let source = report.document.source
    func say(_ span: Span, _ message: LocalizedText) {
      findings.append(Finding(kind, at: source.range(of: span), message))
    }
    guard metadata.year != 0 else { return }
    let years = yearsNamed(in: metadata.title)
    if !metadata.title.isEmpty, !years.contains(metadata.year) {
      let named = years.map(String.init).joined(separator: "、")
      say(
        metadata.titleSpan,
        years.isEmpty
          ? LocalizedText("标题没有写明 \(metadata.year) 年", en: "the title does not name the year \(metadata.year)")
          : LocalizedText(
            "标题写的是 \(named) 年，year 是 \(metadata.year)", en: "the title says \(named), year says \(metadata.year)"))
    }
    if let period = metadata.statedPeriod, period.from.year != metadata.year || period.to.year != metadata.year {
      say(
        metadata.periodSpan,
        LocalizedText(
          "统计期限 \(period.from.iso) 至 \(period.to.iso) 不在 \(metadata.year) 年内",
          en: "the period \(period.from.iso) to \(period.to.iso) does not lie in \(metadata.year)"))
    } else if let period = metadata.statedPeriod, period.to < period.from {
      say(metadata.periodSpan, LocalizedText("统计期限的起止颠倒", en: "the period ends before it starts"))
    }
  }

  /// Sequences of exactly four digits from 1900 to 2099, including full-width digits.
  private static func yearsNamed(in title: String) -> [Int] {
    var years: [Int] = []
    var (digits, year) = (0, 0)
    func endRun() {
      if digits == 4, (1900...2099).contains(year) { years.append(year) }
      (digits, year) = (0, 0)
    }
    for scalar in title.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0xFF10...0xFF19:
        digits += 1
        year = (year * 10 + Int(scalar.value & 0xF)) % 100_000
      default: if digits > 0 { endRun() }
      }
    }
    endRun()
    return years
  }
}
