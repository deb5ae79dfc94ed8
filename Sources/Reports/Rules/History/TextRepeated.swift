internal import Diagnostics
internal import Markup

/// 内容雷同: last year's text with the year replaced.
enum TextRepeated: HistoryRule {
  static let kind = FindingKind(
    "text-repeated", .hint,
    title: LocalizedText("文字与上年报告雷同", en: "The text repeats last year's"),
    explanation: LocalizedText(
      "总体情况和存在的主要问题两部分的文字（不含统计期限等套话），与上年报告按连续八字比较，有 95% 以上相同。",
      en:
        "The overview and the main problems, without the legal formula, are compared with last year's report by sequences of eight characters; 95% or more of them are the same."
    ),
    example: "2022：…全年公开动态信息169篇……\n2023：…全年公开动态信息171篇……",
    source: LocalizedText("国办公开办函〔2021〕30号（内容雷同、敷衍塞责）", en: "circular [2021] No. 30 (identical content)"))

  /// In per cent.
  static let leastShare = 95
  /// The number of hashes from which a text is long enough to be compared: about 300 characters.
  private static let leastCount = 20

  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding]) {
    guard entry.sketch.count >= leastCount else { return }
    let share = entry.sketch.share(in: previous.sketch)
    guard share >= leastShare, let overview = entry.overview else { return }
    let year = previous.report.metadata.year
    findings.append(
      Finding(
        kind, at: entry.report.document.source.range(of: overview.headingSpan),
        LocalizedText("文字约 \(share)% 与\(year)年报告相同", en: "about \(share)% of the text stand in the report of \(year)"),
        related: previous.overview.map { earlier in
          [
            .init(
              LocalizedText("\(year)年的总体情况", en: "the overview of \(year)"),
              at: previous.report.document.source.range(of: earlier.headingSpan))
          ]
        } ?? []))
  }
}
