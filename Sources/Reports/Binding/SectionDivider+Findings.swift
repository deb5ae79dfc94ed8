internal import Diagnostics
internal import Languages
internal import Markup

/// Findings about the sections of a report.
extension SectionDivider {
  mutating func reportUnknown(_ words: String, _ span: Span) {
    findings.append(
      Finding(
        SectionFindings.unknown, at: document.source.range(of: span),
        LocalizedText("格式中没有“\(words)”这一部分", en: "the form has no section “\(words)”"),
        help: Suggestion.help(for: words, among: form.sections.map(\.label.chinese), isLabel: true)))
  }

  mutating func reportReworded(_ words: String, _ title: LocalizedText, _ span: Span) {
    findings.append(
      Finding(
        SectionFindings.reworded, at: document.source.range(of: span),
        LocalizedText("“\(words)”按“\(title.chinese)”计", en: "“\(words)” is taken as “\(title.chinese)”"),
        help: LocalizedText("请改为“\(title.chinese)”", en: "write “\(title.chinese)”")))
  }

  /// Reports all unmarked headings in one finding, since they have the same cause.
  mutating func reportUnmarked() {
    let source = document.source
    let lines = unmarked.compactMap { SectionTitleLine(document, node: $0.node) }
    guard let first = lines.first else { return }
    let line = source.line(at: Int(first.span.start))
    findings.append(
      Finding(
        SectionFindings.unmarked, at: source.range(ofLine: line),
        LocalizedText(
          "第 \(line) 行像是标题，请在行首加“## ”\(lines.count > 1 ? "；这样的共 \(lines.count) 行" : "")",
          en:
            "line \(line) looks like a heading: put “## ” before it\(lines.count > 1 ? "; there are \(lines.count) of them" : "")"
        ),
        related: lines.dropFirst().map {
          .init(LocalizedText("这里也是", en: "and here"), at: source.range(ofLine: source.line(at: Int($0.span.start))))
        },
        fix: Fix(lines.map { .init(source.range(of: $0.span), with: "## \($0.words)") })))
  }

  /// Reports headings such as `## （一）主动公开` in one finding.
  mutating func reportSubheadings() {
    let source = document.source
    guard let first = subheadings.first, !form.allowsOtherSections else { return }
    let starts = subheadings.map { span(of: $0) }
    let marks = starts.filter { source.bytes[Int($0.start)..<Int($0.end)].starts(with: "## ".utf8) }
    findings.append(
      Finding(
        SectionFindings.unknown, at: source.range(of: starts[0]),
        LocalizedText(
          "“\(first.words)”是小标题，请用三级标题（###）\(starts.count > 1 ? "；这样的共 \(starts.count) 行" : "")",
          en:
            "“\(first.words)” is a heading within a section: write it with ###\(starts.count > 1 ? "; there are \(starts.count) of them" : "")"
        ),
        fix: marks.count == starts.count
          ? Fix(marks.map { .init(source.range(of: Span(Int($0.start), Int($0.start))), with: "#") }) : nil))
  }

  /// Reports repeated sections in one finding, since mostly the report was pasted twice.
  mutating func reportDoubled() {
    guard let first = doubled.first, let original = seen[first.section] else { return }
    let source = document.source
    let span = span(of: first.mark)
    let line = source.line(at: Int(span.start))
    findings.append(
      Finding(
        SectionFindings.doubled, at: source.range(of: span),
        doubled.count == 1
          ? LocalizedText("“\(first.mark.words)”出现了两次", en: "“\(first.mark.words)” stands twice")
          : LocalizedText(
            "从第 \(line) 行起，\(doubled.count) 个部分又写了一遍，像是粘贴了两次",
            en: "from line \(line) on, \(doubled.count) sections stand once more; it seems that they were pasted twice"),
        related: [.init(LocalizedText("第一次在这里", en: "first here"), at: source.range(of: original))],
        fix: copy(from: Int(original.start), to: Int(span.start))))
  }

  /// Removes the second copy if it directly follows the first and is identical.
  private func copy(from first: Int, to second: Int) -> Fix? {
    let source = document.source
    let length = second - first
    guard length > 0 else { return nil }
    func trimmed(_ range: Range<Int>) -> Span {
      var end = min(range.upperBound, source.bytes.count)
      while end > range.lowerBound, "\n\r ".utf8.contains(source.bytes[end - 1]) { end -= 1 }
      return Span(range.lowerBound, end)
    }
    let (one, other) = (trimmed(first..<second), trimmed(second..<second + length))
    guard source.bytes[Int(one.start)..<Int(one.end)].elementsEqual(source.bytes[Int(other.start)..<Int(other.end)])
    else { return nil }
    return Fix(replacing: source.range(of: Span(second, min(second + length, source.bytes.count))), with: "")
  }

  mutating func reportMissing() {
    let missing = form.sections.indices.filter { seen[$0] == nil }
    for index in missing where missing.count <= Self.mostMissing || index == missing[0] {
      let section = form.sections[index]
      let label = section.label.chinese
      let next = seen.filter { $0.key > index }.min { $0.key < $1.key }?.value
      let place = misnamed[index]?.span ?? next
      let range =
        place.map { document.source.range(of: $0) } ?? document.source.range(ofLine: document.source.lineStarts.count)
      findings.append(
        Finding(
          SectionFindings.missing, at: range,
          missing.count > Self.mostMissing
            ? LocalizedText(
              "缺少 \(missing.count) 个部分，第一个是“\(label)”",
              en: "\(missing.count) sections are missing, the first is “\(label)”")
            : misnamed[index].map { written in
              LocalizedText(
                "这里应是“\(label)”，写的是“\(written.words)”", en: "here “\(label)” belongs, and “\(written.words)” stands")
            } ?? LocalizedText("缺少“\(label)”这一部分", en: "the section “\(label)” is missing"),
          help: LocalizedText("请加上标题：## \(label)", en: "add the heading: ## \(label)")))
    }
  }

  /// More missing sections are summarised in one finding.
  private static let mostMissing = 2
}
