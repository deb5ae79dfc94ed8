internal import Diagnostics
internal import Markup

/// 总体情况 and 存在的主要问题 must not be empty.
enum EmptySection: ProseRule {
  static let kind = FindingKind(
    "section-empty", .warning,
    title: LocalizedText("这一部分没有内容", en: "A section says nothing"),
    explanation: LocalizedText(
      "总体情况和存在的主要问题及改进情况是年报的法定内容，不能空着，也不能只写“无”“暂无问题”；总体情况不能只有“本报告按照…编制，由…组成”一类的编制说明。",
      en:
        "The overview and the main problems are required by law; they may be neither empty nor only “none” or “no problems”, and the overview not only a note on how the report was written."
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
      guard let role, role == .overview || role == .problems, let fault = fault(of: part, role, section.title, prose),
        !hasTables(section, in: prose.report.document)
      else { continue }
      findings.append(
        Finding(kind, at: prose.report.document.source.range(of: section.headingSpan), fault))
    }
  }

  private static func fault(
    of part: ReportNarrative.Part, _ role: FormSection.Role, _ title: String, _ prose: Prose
  ) -> LocalizedText? {
    if isEmpty(part, prose) { return LocalizedText("“\(title)”没有内容", en: "“\(title)” says nothing") }
    guard role == .overview, isAboutTheReportAlone(part, prose) else { return nil }
    return LocalizedText(
      "“\(title)”只有编制说明，没有写工作情况", en: "“\(title)” only says how the report was written, not what was done")
  }

  private static func isEmpty(_ part: ReportNarrative.Part, _ prose: Prose) -> Bool {
    if part.characters == 0 { return true }
    guard part.characters <= 30 else { return false }
    let words = prose.report.document.source.text(of: part.span).filter { $0.isLetter }
    return words.wholeMatch(of: Self.nothing) != nil
  }

  // `Regex` is not marked `Sendable`, but these are constants of literals and can be shared: matching does not change them.

  /// Matches 无, 暂无问题, 本年度没有发现明显问题.
  private static nonisolated(unsafe) let nothing =
    /(?:目前|现|本年度?|我[局镇街道乡委办]+|本(?:机关|单位|局|镇|街道))*(?:无|暂?无|暂时?(?:没有|未发现)|没有|略|不存在|未发现|没有发现|尚未发现|未出现)(?:存在)?(?:明显|突出|主要|重大|其他|任何|较大)?的?(?:问题|不足|困难|情况)?(?:及改进情况|和改进情况|和不足)?/

  /// Matches 本报告根据…编制, 由六个部分组成, 所列数据的统计期限, 电子版可下载, 如有疑问请联系.
  private static nonisolated(unsafe) let aboutTheReport =
    /报告.*(?:编制|编写|撰写|组成|构成|如下|包括|下载|查阅|公布)|(?:编制|公布)[^，]*(?:报告|年报)$|(?:所列|报告中|有关)数据|(?:统计|起止)(?:期限|时限|时间)|如[有对].*疑问|联系(?:电话|地址|方式|人)/

  /// Matches what was done: 169条, 20余件.
  private static nonisolated(unsafe) let amount = /[0-9]+(?:余|多)?(?:件|条|次|份|场|期|篇|人)/

  /// Whether each sentence is about the report itself: what it is based on, what it consists of, where to get it.
  private static func isAboutTheReportAlone(_ part: ReportNarrative.Part, _ prose: Prose) -> Bool {
    guard part.characters <= 400 else { return false }
    let sentences = prose.report.document.source.text(of: part.span).split { "。；;！\n".contains($0) }
    return sentences.allSatisfy { sentence in
      let words = sentence.filter { $0.isLetter || $0.isNumber }
      return words.isEmpty
        || words.contains(Self.aboutTheReport) && !words.contains(Self.amount)
    }
  }

  /// A picture or table of the author's own is content too.
  private static func hasTables(_ section: Section, in document: Document) -> Bool {
    document.nodes[section.nodes].contains { $0.kind == .table || $0.kind == .image }
  }
}
