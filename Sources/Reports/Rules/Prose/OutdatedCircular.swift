internal import Diagnostics
internal import Markup
internal import Narrative

/// The form of 2019 was replaced by that of 国办公开办函〔2021〕30号.
enum OutdatedCircular: ProseRule {
  static let kind = FindingKind(
    "outdated-circular", .warning,
    title: LocalizedText("引用的格式文件已被取代", en: "The circular that is cited has been replaced"),
    explanation: LocalizedText(
      "2021年度起的年报按国办公开办函〔2021〕30号的格式编制，不应再写依据国办公开办函〔2019〕60号，多半是沿用旧文本。",
      en:
        "From 2021 on reports follow circular [2021] No. 30; one that cites [2019] No. 60 was mostly copied from an older text."
    ),
    example: "year: 2023\n…\n根据国办公开办函〔2019〕60号要求编制。",
    source: LocalizedText("国办公开办函〔2021〕30号", en: "circular [2021] No. 30"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard prose.report.metadata.year >= 2021 else { return }
    let source = prose.report.document.source
    for token in prose.narrative.tokens where token.number >= 0 {
      let number = prose.narrative.numbers[Int(token.number)]
      guard number.digits == 2019, number.unit == .other,
        let end = endOfNumber60(Int(token.span.end), source.bytes)
      else { continue }
      let written = source.text(of: Span(Int(token.span.start), end))
      findings.append(
        Finding(
          kind, at: source.range(of: Span(Int(token.span.start), end)),
          LocalizedText(
            "\(written) 已被国办公开办函〔2021〕30号取代", en: "\(written) was replaced by [2021] No. 30"),
          help: LocalizedText("请改为国办公开办函〔2021〕30号", en: "cite [2021] No. 30")))
      return
    }
  }

  /// Where `〕60号` ends that follows the year, whatever brackets are written.
  private static func endOfNumber60(_ start: Int, _ bytes: [UInt8]) -> Int? {
    let rest = String(decoding: bytes[start..<min(start + 24, bytes.count)], as: UTF8.self)
    guard let match = rest.prefixMatch(of: /\s*[〕\]\]）)】〉﹞］]\s*(?:第\s*)?60\s*号/) else { return nil }
    return start + match.output.utf8.count
  }
}
