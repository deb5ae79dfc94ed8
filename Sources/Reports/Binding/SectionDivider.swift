internal import Diagnostics
internal import Markup

/// Divides a document into the sections of a form according to its headings.
struct SectionDivider {
  let document: Document
  let form: Form
  private(set) var findings: [Finding] = []
  private var sections: [Section] = []
  private var seen: [Int: Span] = [:]

  private static let footnotes = Node.Kinds(.footnoteDefinition)

  init(document: Document, form: Form) {
    self.document = document
    self.form = form
  }

  mutating func divide() -> [Section] {
    var open = Section(kind: .introduction, id: "introduction", title: "", headingSpan: .none, nodes: 0..<0)
    let footnotes = document.places(of: Self.footnotes).first ?? document.nodes.count
    var start = 0
    for index in document.siblings(in: 0..<footnotes) {
      let node = document.nodes[index]
      guard node.kind == .heading, node.level <= 2 else { continue }
      let words = document.plainText((index + 1)..<Int(node.end))
      let known = form.section(headed: words)
      // A heading of level 1 is the title of the report, unless it is a section heading that is one level too high.
      if node.level == 1, known == nil {
        if start == index { start = Int(node.end) }
        continue
      }
      append(open.holding(start..<index))
      open = section(words, known, at: index)
      start = Int(node.end)
    }
    append(open.holding(start..<footnotes))
    splitClosing()
    reportMissing()
    return sections
  }

  private mutating func append(_ section: Section) {
    if section.kind == .introduction, section.nodes.isEmpty { return }
    sections.append(section)
  }

  private mutating func section(_ words: String, _ known: Int?, at index: Int) -> Section {
    let source = document.source
    let line = source.line(at: Int(document.nodes[index].offset))
    let span = Span(Int(document.nodes[index].offset), source.endOfLine(line))
    guard let known else {
      if !form.allowsOtherSections { reportUnknown(words, span) }
      return Section(kind: .foreign, id: "section-\(sections.count + 1)", title: words, headingSpan: span, nodes: 0..<0)
    }
    if let first = seen[known] {
      findings.append(
        Finding(
          SectionFindings.doubled, at: source.range(of: span),
          LocalizedText("“\(words)”出现了两次", en: "“\(words)” stands twice"),
          related: [.init(LocalizedText("第一次在这里", en: "first here"), at: source.range(of: first))]))
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
    return Section(kind: .form(known), id: form.sections[known].id, title: words, headingSpan: span, nodes: 0..<0)
  }

  private mutating func reportUnknown(_ words: String, _ span: Span) {
    findings.append(
      Finding(
        SectionFindings.unknown, at: document.source.range(of: span),
        LocalizedText("格式中没有“\(words)”这一部分", en: "the form has no section “\(words)”"),
        help: Suggestion.help(for: words, among: form.sections.map(\.label.chinese), isLabel: true)))
  }

  private mutating func reportMissing() {
    for (index, section) in form.sections.enumerated() where seen[index] == nil {
      let next = seen.filter { $0.key > index }.min { $0.key < $1.key }?.value
      let end = document.source.lineStarts.count
      findings.append(
        Finding(
          SectionFindings.missing,
          at: next.map { document.source.range(of: $0) } ?? document.source.range(ofLine: end),
          LocalizedText("缺少“\(section.label.chinese)”这一部分", en: "the section “\(section.label.chinese)” is missing"),
          help: LocalizedText("请加上标题：## \(section.label.chinese)", en: "add the heading: ## \(section.label.chinese)")))
    }
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

  private func isDate(_ line: String) -> Bool {
    guard line.utf8.count < 60, line.contains("日") else { return false }
    let words = Label(line).words
    guard words.hasSuffix("日"), let year = words.firstIndex(of: "年"), let month = words.firstIndex(of: "月"),
      year < month
    else { return false }
    return words.allSatisfy { $0.isNumber || "年月日〇○零一二三四五六七八九十".contains($0) }
  }

  private func isSignature(_ node: Int) -> Bool {
    let text = text(of: node)
    return text.count <= 40 && !text.contains { "。；：，,;:".contains($0) }
  }
}
