internal import Diagnostics
internal import Languages
internal import Markup
internal import Narrative

/// Divides a document into the sections of a form according to its headings.
struct SectionDivider {
  let document: Document
  let form: Form
  var findings: [Finding] = []
  private var sections: [Section] = []
  private(set) var seen: [Int: Span] = [:]
  private(set) var unmarked: [SectionMark] = []
  private(set) var subheadings: [SectionMark] = []
  private(set) var doubled: [(section: Int, mark: SectionMark)] = []
  /// Headings that stand where a missing section belongs, with its number and other words.
  private(set) var misnamed: [Int: (words: String, span: Span)] = [:]

  private static let footnotes = Node.Kinds(.footnoteDefinition)

  init(document: Document, form: Form) {
    self.document = document
    self.form = form
  }

  mutating func divide() -> [Section] {
    var open = Section(kind: .introduction, id: "introduction", title: "", headingSpan: .none, nodes: 0..<0)
    let footnotes = document.places(of: Self.footnotes).first ?? document.nodes.count
    let marks = SectionMarks(document, form, upTo: footnotes).marks
    var start = 0
    for mark in marks {
      if mark.section == nil {
        // A heading of level 1 is the title of the report, unless it is a section heading that is one level too high.
        if mark.level == 1 {
          if start == mark.node, open.kind == .introduction { start = mark.content }
          continue
        }
        if form.sections.count > 1, Label(mark.words).isBracketed, mark.expected == nil {
          subheadings.append(mark)
          continue
        }
      }
      append(open.holding(start..<mark.node))
      open = section(mark)
      start = mark.content
    }
    append(open.holding(start..<footnotes))
    splitClosing()
    reportUnmarked()
    reportSubheadings()
    reportDoubled()
    reportMissing()
    return sections
  }

  private mutating func append(_ section: Section) {
    if section.kind == .introduction, section.nodes.isEmpty { return }
    sections.append(section)
  }

  func span(of mark: SectionMark) -> Span {
    let line = document.source.line(at: Int(document.nodes[mark.node].offset))
    return Span(Int(document.nodes[mark.node].offset), document.source.endOfLine(line))
  }

  private mutating func section(_ mark: SectionMark) -> Section {
    let source = document.source
    let (words, span) = (mark.words, span(of: mark))
    guard let known = mark.section else {
      if let expected = mark.expected {
        misnamed[expected] = (words, span)
      } else if !form.allowsOtherSections {
        reportUnknown(words, span)
      }
      return Section(kind: .foreign, id: "section-\(sections.count + 1)", title: words, headingSpan: span, nodes: 0..<0)
    }
    if seen[known] != nil {
      doubled.append((known, mark))
      return Section(kind: .foreign, id: "section-\(sections.count + 1)", title: words, headingSpan: span, nodes: 0..<0)
    }
    if let later = seen.keys.filter({ $0 > known }).min() {
      findings.append(
        Finding(
          SectionFindings.order, at: source.range(of: span),
          LocalizedText(
            "“\(words)”应在“\(form.sections[later].label.chinese)”之前",
            en: "“\(words)” belongs before “\(form.sections[later].label.chinese)”")))
    }
    seen[known] = span
    switch mark.slip {
    case .unmarked: unmarked.append(mark)
    case .reworded: reportReworded(words, form.sections[known].label.message, span)
    case nil: break
    }
    return Section(kind: .form(known), id: form.sections[known].id, title: words, headingSpan: span, nodes: 0..<0)
  }

  /// Splits off the signature and date at the end of the last section.
  private mutating func splitClosing() {
    guard let last = sections.last, last.kind != .introduction else { return }
    let blocks = Array(document.siblings(in: last.nodes))
    guard let dated = blocks.last, document.nodes[dated].kind == .paragraph else { return }
    // The date at the end of a report is a short line of its own.
    guard let lastText = document.nodes[dated..<Int(document.nodes[dated].end)].last, lastText.kind == .text,
      lastText.text.count < 60, isDate(lastLine(of: dated))
    else { return }
    var start = dated
    if let before = blocks.dropLast().last, document.nodes[before].kind == .paragraph, isSignature(before) {
      start = before
    }
    sections[sections.count - 1] = last.holding(last.nodes.lowerBound..<start)
    sections.append(
      Section(kind: .closing, id: "closing", title: "", headingSpan: .none, nodes: start..<last.nodes.upperBound))
  }

  private func text(of node: Int) -> String { document.plainText((node + 1)..<Int(document.nodes[node].end)) }

  private func lastLine(of node: Int) -> String {
    var first = node + 1
    for index in (node + 1)..<Int(document.nodes[node].end)
    where document.nodes[index].kind == .softBreak || document.nodes[index].kind == .lineBreak {
      first = index + 1
    }
    let line = document.plainText(first..<Int(document.nodes[node].end))
    // A paragraph of two lines is a signature with its date only if it contains nothing else.
    return first > node + 1 && text(of: node).count > 60 ? "" : line
  }

  /// Whether a line is one whole date and nothing else: `2024年1月30日`, `2024.1.30`, `（二〇二四年一月三十日）`.
  private func isDate(_ line: String) -> Bool {
    guard line.utf8.count < 60 else { return false }
    let characters = Array(line.filter { !$0.isWhitespace && !"（）()".contains($0) }.utf8)
    return characters.withUnsafeBufferPointer { characters in
      let dates = WrittenDate.dates(in: characters, 0..<characters.count)
      guard let date = dates.first, date.span == Span(0, characters.count) else { return false }
      return date.year != nil && date.month != nil && date.day != nil
    }
  }

  private func isSignature(_ node: Int) -> Bool {
    let text = text(of: node)
    return text.count <= 40 && !text.contains { "。；：，,;:".contains($0) }
  }
}
