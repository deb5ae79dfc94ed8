internal import Diagnostics
internal import Markup
internal import Reports

/// The name of another unit where a report states its own: in the title, as the author, or in the signature.
enum OtherUnit: AgencyRule {
  static let kind = FindingKind(
    "other-unit", .warning,
    title: LocalizedText("标题或落款是其他单位的名称", en: "Title or signature name another unit"),
    explanation: LocalizedText(
      "标题或落款写的是另一个已登记机关的全称，不是本机关（含曾用名），多半是套用其他单位的文本。政府的年报由其办公室落款的不在此列。",
      en:
        "The title or the signature is the full name of another registered agency and not this one's, nor an earlier one: mostly the text was copied. A government's report may be signed by its office."
    ),
    example: "agency: liulin\n…\n云溪区龙潭镇人民政府\n2024年1月25日")

  static func check(_ filed: FiledReport, _ findings: inout [Finding]) {
    let metadata = filed.report.metadata
    guard metadata.scope == .own else { return }
    let year = "\(metadata.year)年"
    if !isOwn(metadata.title, followedBy: year.utf8, filed), let year = metadata.title.firstRange(of: year) {
      check(String(metadata.title[..<year.lowerBound]), at: metadata.titleSpan, filed, &findings)
    }
    guard let closing = filed.report.sections.first(where: { $0.kind == .closing }) else { return }
    let document = filed.report.document
    let text = document.plainText(closing.nodes)
    if isOwn(text, followedBy: "\n".utf8, filed) { return }
    guard let first = text.split(whereSeparator: \.isNewline).first else { return }
    let line = document.source.line(at: Int(document.nodes[closing.nodes.lowerBound].offset))
    let start = document.source.offset(ofLine: line)
    check(
      first.filter { !$0.isWhitespace }, at: Span(start, document.source.endOfLine(line)), filed, &findings)
  }

  /// Whether a text starts with the agency's own name, as nearly all do, so that there is no need to look for another.
  private static func isOwn(_ text: String, followedBy end: String.UTF8View, _ filed: FiledReport) -> Bool {
    let name = filed.agency.name.utf8
    return text.utf8.starts(with: name) && text.utf8.dropFirst(name.count).starts(with: end)
  }

  private static func check(_ name: String, at span: Span, _ filed: FiledReport, _ findings: inout [Finding]) {
    if name == filed.agency.name { return }
    let own = [filed.agency.shortName ?? ""] + filed.agency.names.map(\.name)
    guard let other = filed.registry.agency(named: name), other.id != filed.agency.id, !own.contains(name),
      !filed.report.metadata.joint.contains(other.id), !isItsOffice(other, filed.agency)
    else { return }
    findings.append(
      Finding(
        kind, at: filed.report.document.source.range(of: span),
        LocalizedText(
          "“\(name)”是另一个机关，本报告的机关是\(filed.agency.name)",
          en: "“\(name)” is another agency; this is the report of \(filed.agency.name)")))
  }

  private static func isItsOffice(_ one: Agency, _ other: Agency) -> Bool {
    let kinds = [one.kind, other.kind]
    return one.region == other.region && kinds.contains(.government) && kinds.contains(.governmentOffice)
  }
}
