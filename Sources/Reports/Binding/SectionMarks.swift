internal import Diagnostics
internal import Markup

/// A place of a document where a section starts.
struct SectionMark {
  /// A slip that does not keep the section from being recognised.
  enum Slip {
    /// A line that is no heading of the first or second level to Markdown, or one of a lower level.
    case unmarked
    /// A heading in words that mean the same as those of the form.
    case reworded
  }

  /// The heading, or the paragraph that starts with it.
  let node: Int
  let words: String
  let level: Int
  /// Index into `Form.sections`.
  var section: Int?
  var slip: Slip?
  /// The section that belongs here, where the heading says another thing.
  var expected: Int?
  /// The first node of the section's content.
  let content: Int
}

/// Finds where the sections of a form start: by their headings, and where one is missing, by what was meant to be one.
struct SectionMarks {
  let document: Document
  let form: Form
  private(set) var marks: [SectionMark] = []

  /// - Parameter end: node behind the last that is looked at.
  init(_ document: Document, _ form: Form, upTo end: Int) {
    self.document = document
    self.form = form
    for index in document.siblings(in: 0..<end) {
      let node = document.nodes[index]
      guard node.kind == .heading, node.level <= 2 else { continue }
      let words = document.plainText((index + 1)..<Int(node.end))
      marks.append(
        SectionMark(
          node: index, words: words, level: Int(node.level), section: section(headed: words), content: Int(node.end)))
    }
    if missing.isEmpty { return }
    findUnmarked(upTo: end)
    takeReworded()
  }

  /// Sections that no mark names.
  private var missing: [Int] {
    var isNamed = form.sections.map { _ in false }
    for mark in marks { if let section = mark.section { isNamed[section] = true } }
    return isNamed.indices.filter { !isNamed[$0] }
  }

  private func section(headed words: String) -> Int? {
    // Lengths first: to compare strings that differ, their characters are composed.
    let exact = form.sections.firstIndex {
      $0.label.chinese.utf8.count == words.utf8.count && $0.label.chinese == words
    }
    return exact ?? section(headed: Label(words))
  }

  private func section(headed label: Label) -> Int? {
    form.sections.firstIndex { section in section.keys.contains { $0.words == label.words } }
      ?? label.withoutGuide.flatMap { short in
        form.sections.firstIndex { section in section.keys.contains { $0.words == short.words } }
      }
  }

  /// The nodes between the sections that stand before a missing one in the form, and those that stand behind it.
  private func gap(of section: Int) -> ClosedRange<Int> {
    let before = marks.last { $0.section.map { $0 < section } ?? false }?.node
    let behind = marks.first { $0.section.map { $0 > section } ?? false }?.node
    let first = before ?? -1
    return first...max(first, behind ?? document.nodes.count)
  }

  // MARK: Headings without their marks

  /// Looks for lines that say the title of a missing section and are no headings: `##三、…`, `**三、…**`, `三、…`, `### 三、…`.
  private mutating func findUnmarked(upTo end: Int) {
    for index in document.siblings(in: 0..<end) {
      let node = document.nodes[index]
      guard node.kind == .paragraph || node.kind == .heading && node.level > 2 else { continue }
      let line = SectionTitleLine(document, node: index)
      guard let line, let section = section(headed: Label(line.words)), missing.contains(section),
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
      let unknown = marks.indices.filter { marks[$0].section == nil && nodes.contains(marks[$0].node) && !isTitle(marks[$0]) }
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

  /// A heading of the first level is the report's title, unless it is a section set one level too high.
  private func isTitle(_ mark: SectionMark) -> Bool { mark.level == 1 && Label(mark.words).enumerator == nil }

  /// How much of a heading and of a title of a section is the same, in order: 0…1.
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

/// The first line of a block without the marks that make a heading of it, or were to.
struct SectionTitleLine {
  let words: String
  /// Whether there were number signs or asterisks.
  let isMarked: Bool
  /// Whether nothing else stands in the block.
  let isAlone: Bool
  /// From the line's start to behind the title.
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
