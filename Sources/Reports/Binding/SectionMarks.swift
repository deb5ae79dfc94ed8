internal import Diagnostics
internal import Languages
internal import Markup

/// The start of a section in a document.
struct SectionMark {
  /// A mistake that does not prevent the section from being recognised.
  enum Slip {
    /// In Markdown, the line is not a heading of the first or second level.
    case unmarked
    /// The heading has other words than that of the form.
    case reworded
  }

  /// The heading, or the paragraph that starts with it.
  let node: Int
  let words: String
  let level: Int
  /// Index into `Form.sections`.
  var section: Int?
  var slip: Slip?
  /// The section that belongs here, if the heading has its number but a different meaning.
  var expected: Int?
  /// The first node of the section's content.
  let content: Int
}

/// Finds where the sections of a form start: by their headings, or if one is missing, by what was meant as one.
struct SectionMarks {
  let document: Document
  let form: Form
  private(set) var marks: [SectionMark] = []

  /// - Parameter end: Index after the last node to consider.
  init(_ document: Document, _ form: Form, upTo end: Int) {
    self.document = document
    self.form = form
    for index in document.siblings(in: 0..<end) {
      let node = document.nodes[index]
      guard node.kind == .heading, node.level <= 2, !document.isUnderlinedText(heading: index) else { continue }
      let words = document.plainText((index + 1)..<Int(node.end))
      marks.append(
        SectionMark(
          node: index, words: words, level: Int(node.level), section: form.section(headed: words),
          content: Int(node.end)))
    }
    if missing.isEmpty { return }
    findUnmarked(upTo: end)
    takeReworded()
  }

  /// Sections without a mark.
  private var missing: [Int] {
    var isNamed = form.sections.map { _ in false }
    for mark in marks { if let section = mark.section { isNamed[section] = true } }
    return isNamed.indices.filter { !isNamed[$0] }
  }

  /// The nodes between the sections before and after a missing one, in the order of the form.
  private func gap(of section: Int) -> ClosedRange<Int> {
    let before = marks.last { $0.section.map { $0 < section } ?? false }?.node
    let behind = marks.first { $0.section.map { $0 > section } ?? false }?.node
    let first = before ?? -1
    return first...max(first, behind ?? document.nodes.count)
  }

  // MARK: Unmarked headings

  /// Finds lines with the title of a missing section that are not headings: `##三、…`, `**三、…**`, `三、…`, `### 三、…`.
  private mutating func findUnmarked(upTo end: Int) {
    for index in document.siblings(in: 0..<end) {
      let node = document.nodes[index]
      guard node.kind == .paragraph || node.kind == .heading && node.level > 2 else { continue }
      let line = SectionTitleLine(document, node: index)
      guard let line, let section = form.section(headed: Label(line.words)), missing.contains(section),
        gap(of: section).contains(index), line.isMarked || isNumbered(line.words, as: section)
      else { continue }
      let mark = SectionMark(
        node: index, words: line.words, level: 2, section: section, slip: .unmarked,
        content: line.isAlone ? Int(node.end) : index)
      marks.insert(mark, at: marks.firstIndex { $0.node > index } ?? marks.count)
    }
  }

  private func isNumbered(_ words: String, as section: Int) -> Bool {
    let wanted = Label(form.sections[section].label.chinese)
    let label = Label(words)
    return label.enumerator != nil && label.enumerator == wanted.enumerator && !label.isBracketed
  }

  // MARK: Headings in other words

  private mutating func takeReworded() {
    for section in missing {
      let nodes = gap(of: section)
      let unknown = marks.indices.filter {
        marks[$0].section == nil && nodes.contains(marks[$0].node) && !isTitle(marks[$0])
      }
      let likenesses = unknown.map { likeness(marks[$0].words, section) }
      guard let best = unknown.indices.max(by: { likenesses[$0] < likenesses[$1] }) else { continue }
      let mark = unknown[best]
      let isNumbered = isNumbered(marks[mark].words, as: section)
      let isOnly = unknown.count == 1 && missing.count { gap(of: $0).contains(marks[mark].node) } == 1
      if likenesses[best] >= (isNumbered || isOnly ? 0.3 : 0.5) {
        marks[mark].section = section
        marks[mark].slip = .reworded
      } else if isNumbered {
        marks[mark].expected = section
      }
    }
  }

  /// Whether a heading is the title of the report.
  private func isTitle(_ mark: SectionMark) -> Bool { mark.level == 1 && Label(mark.words).enumerator == nil }

  /// The similarity of a heading and a section title: the share of their longest common subsequence, 0…1.
  private func likeness(_ words: String, _ section: Int) -> Double {
    let words = Array(Label(words).words.prefix(60))
    return form.sections[section].keys.map { key in
      let title = Array(key.words)
      var above = Array(repeating: 0, count: title.count + 1)
      for character in words {
        var row = [0]
        for (place, other) in title.enumerated() {
          row.append(character == other ? above[place] + 1 : max(above[place + 1], row[place]))
        }
        above = row
      }
      return 2 * Double(above[title.count]) / Double(max(1, words.count + title.count))
    }.max() ?? 0
  }
}

/// The first line of a block without the markers of a heading.
struct SectionTitleLine {
  let words: String
  /// Whether there are number signs or asterisks around it.
  let isMarked: Bool
  /// Whether the block has no other line.
  let isAlone: Bool
  /// The whole line.
  let span: Span

  init?(_ document: Document, node: Int) {
    let source = document.source
    let line = source.line(at: Int(document.nodes[node].offset))
    let (start, end) = (source.offset(ofLine: line), source.endOfLine(line))
    guard end - start < 200 else { return nil }
    let text = source.text(of: Span(start, end))
    let words = text.trimmingPrefix { $0.isWhitespace || "#*_＃".contains($0) }
    let trimmed = String(words.reversed().drop { $0.isWhitespace || "#*_＃".contains($0) }.reversed())
    isMarked = text.contains { "#*_＃".contains($0) }
    isAlone = !document.nodes[(node + 1)..<Int(document.nodes[node].end)].contains {
      $0.kind == .softBreak || $0.kind == .lineBreak
    }
    self.words = trimmed
    span = Span(start, end)
    if trimmed.isEmpty { return nil }
  }
}
