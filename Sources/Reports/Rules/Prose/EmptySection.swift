internal import Diagnostics
internal import Markup

/// 总体情况 and 存在的主要问题 must not be empty.
enum EmptySection: ProseRule {
  static let kind = FindingKind(
    "section-empty", .warning,
    title: LocalizedText("这一部分没有内容", en: "A section says nothing"),
    explanation: LocalizedText(
      "总体情况和存在的主要问题及改进情况是年报的法定内容，不能空着，也不能只写“无”“暂无问题”。",
      en:
        "The overview and the main problems are required by law; they may be neither empty nor only “none” or “no problems”."
    ),
    example: "## 五、存在的主要问题及改进情况\n\n无",
    source: LocalizedText(
      "《政府信息公开条例》第五十条第（四）项", en: "Regulations on Open Government Information, art. 50 (4)"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    // A draft is still being written.
    guard prose.report.metadata.status == .published, prose.report.form.isOfRegulations else {
      return
    }
    for part in prose.narrative.parts {
      let section = prose.report.sections[part.section]
      let role = prose.report.role(of: section)
      guard role == .overview || role == .problems, isEmpty(part, prose),
        !hasTables(section, in: prose.report.document)
      else { continue }
      findings.append(
        Finding(
          kind, at: prose.report.document.source.range(of: section.headingSpan),
          LocalizedText("“\(section.title)”没有内容", en: "“\(section.title)” says nothing")))
    }
  }

  private static func isEmpty(_ part: ReportNarrative.Part, _ prose: Prose) -> Bool {
    if part.characters == 0 { return true }
    guard part.characters <= 30 else { return false }
    let words = prose.report.document.source.text(of: part.span).filter { $0.isLetter }
    return words.wholeMatch(of: Self.nothing) != nil
  }

  /// Matches 无, 暂无问题, 本年度没有发现明显问题.
  ///
  /// `Regex` is not marked `Sendable`, but a constant of literals can be shared: matching does not change it.
  private static nonisolated(unsafe) let nothing =
    /(?:目前|现|本年度?|我[局镇街道乡委办]+|本(?:机关|单位|局|镇|街道))*(?:无|暂?无|暂时?(?:没有|未发现)|没有|略|不存在|未发现|没有发现|尚未发现|未出现)(?:存在)?(?:明显|突出|主要|重大|其他|任何|较大)?的?(?:问题|不足|困难|情况)?(?:及改进情况|和改进情况|和不足)?/

  /// A picture or table of the author's own is content too.
  private static func hasTables(_ section: Section, in document: Document) -> Bool {
    document.nodes[section.nodes].contains { $0.kind == .table || $0.kind == .image }
  }
}
