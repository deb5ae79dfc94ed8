internal import Diagnostics
internal import Markup
internal import Narrative
internal import Reports

/// 我局 (“our bureau”) in the report of a town, left over from copying.
enum SelfReference: AgencyRule {
  static let kind = FindingKind(
    "self-reference", .hint,
    title: LocalizedText("自称与机关性质不符", en: "An office calls itself what it is not"),
    explanation: LocalizedText(
      "正文自称“我局”“我镇”“我街道”“我委”，而机关的名称（含曾用名）不是局、镇、街道、委，多半是套用其他单位的文本。",
      en:
        "The text says “our bureau”, “our town”, “our street” or “our commission”, but neither the agency's name nor an earlier one says so: mostly the text was copied from another office."
    ),
    example: "agency: longtan\n…\n2023年，我局认真落实……")

  static func check(_ filed: FiledReport, _ findings: inout [Finding]) {
    guard [Word.weBureau, .weTown, .weSubdistrict, .weCommission].contains(where: filed.narrative.contains) else {
      return
    }
    for token in filed.narrative.tokens {
      guard let marks = marks(of: token.word) else { continue }
      let names = [filed.agency.name, filed.agency.shortName ?? ""] + filed.agency.names.map(\.name)
      if names.contains(where: { name in marks.contains { name.contains($0) } }) { continue }
      // Consolidated reports, and offices that report on behalf of their government, may speak for any of the bodies.
      if filed.report.metadata.scope == .consolidated || !filed.report.metadata.joint.isEmpty { return }
      let written = filed.report.document.source.text(of: token.span)
      findings.append(
        Finding(
          kind, at: filed.report.document.source.range(of: token.span),
          LocalizedText("\(filed.agency.name)自称“\(written)”", en: "\(filed.agency.name) calls itself “\(written)”")))
      return
    }
  }

  private static func marks(of word: Word) -> [String]? {
    switch word {
    case .weBureau: ["局", "署", "总队", "支队", "大队"]
    case .weTown: ["镇", "乡"]
    case .weSubdistrict: ["街道", "街"]
    case .weCommission: ["委", "厅"]
    default: nil
    }
  }
}
