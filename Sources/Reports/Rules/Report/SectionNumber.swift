internal import Diagnostics
internal import Languages
internal import Markup

/// The section headings must be numbered as in the form.
enum SectionNumber: ReportRule {
  static let kind = FindingKind(
    "section-number", .hint,
    title: LocalizedText("部分的序号与格式不同", en: "A section numbered otherwise than in the form"),
    explanation: LocalizedText(
      "六个部分的标题以“一、”至“六、”编号。序号缺少或写错不影响识别，但读者会找错地方。gongkai fix 可以改正。",
      en:
        "The six sections are numbered 一、 to 六、. A missing or wrong number does not keep a section from being recognised, but misleads readers. `gongkai fix` puts it right."
    ),
    example: "## 三、政府信息公开行政复议、行政诉讼情况")

  static func check(_ report: Report, _ findings: inout [Finding]) {
    for section in report.sections {
      guard case .form(let index) = section.kind else { continue }
      let label = report.form.sections[index].label.chinese
      if section.title == label || Label(section.title).enumerator == Label(label).enumerator { continue }
      guard let wanted = WrittenEnumerator(label)?.text else { continue }
      let source = report.document.source
      findings.append(
        Finding(
          kind, at: source.range(of: section.headingSpan),
          WrittenEnumerator(section.title).map { written in
            LocalizedText(
              "序号是“\(written.text)”，格式中是“\(wanted)”",
              en: "the number is “\(written.text)”, that of the form “\(wanted)”")
          } ?? LocalizedText("标题没有序号“\(wanted)”", en: "the heading lacks its number “\(wanted)”"),
          fix: fix(of: section, wanted, in: source)))
    }
  }

  /// Only if the source contains the heading exactly as it was read: `## 总体情况`.
  private static func fix(of section: Section, _ wanted: Substring, in source: SourceFile) -> Fix? {
    let written = Array(section.title.utf8)
    let line = Array(source.bytes[Int(section.headingSpan.start)..<Int(section.headingSpan.end)])
    let start = line.count - written.count
    guard start >= 0, line[start...].elementsEqual(written) else { return nil }
    let offset = Int(section.headingSpan.start) + start
    let old = WrittenEnumerator.length(in: section.title)
    return Fix(replacing: source.range(of: Span(offset, offset + old)), with: String(wanted))
  }
}
