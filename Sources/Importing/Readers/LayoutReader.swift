internal import Reports

/// Reads lines whose position on a page is known: of a PDF file, by the boxes of its words, or by the blanks with which
/// `pdftotext -layout` aligns them.
struct LayoutReader {
  struct Segment {
    var text: String
    var extent: Range<Int>
  }

  struct Line {
    var segments: [Segment]
    let number: Int

    var text: String { segments.map(\.text).joined(separator: "  ") }
    var start: Int { segments.first?.extent.lowerBound ?? 0 }
    var end: Int { segments.last?.extent.upperBound ?? 0 }
  }

  /// By page.
  private let pages: [[Line]]
  /// The width of a Chinese character in the unit of the extents.
  private let character: Int

  /// - Parameter character: The width of a Chinese character in the unit of the extents.
  static func read(_ pages: [[Line]], character: Int) -> ImportedDocument {
    LayoutReader(pages: pages.map(withoutPageMarks), character: character).document
  }

  private init(pages: [[Line]], character: Int) {
    self.pages = Self.withoutRunningHeads(Self.withoutPageNumbers(pages))
    self.character = character
  }

  private var document: ImportedDocument {
    let lines = pages.flatMap { $0 }
    let (margin, right) = margins(of: lines)
    var document = ImportedDocument()
    var open: (text: String, line: Int, isFull: Bool)?
    func close() {
      if let open { document.blocks.append(.paragraph(.init(open.text, line: open.line))) }
      open = nil
    }
    for line in lines {
      let isRow = isRow(line)
      let isFull = !isRow && line.end >= right - 2 * character
      if !isRow, let last = open, last.isFull, line.start < margin + character * 3 / 2 {
        open = (HTMLText.joined(last.text, text(of: line)), last.line, isFull)
      } else if isFull {
        close()
        open = (text(of: line), line.number, true)
      } else {
        close()
        var paragraph = ImportedDocument.Paragraph(isRow ? line.text : text(of: line), line: line.number)
        paragraph.cells = line.segments.flatMap { segment in
          GridBinder.cells(of: segment.text, line: line.number, extent: segment.extent)
        }
        document.blocks.append(.paragraph(paragraph))
      }
      if open?.isFull == false { close() }
    }
    close()
    return document
  }

  /// The text of a line of prose. A justified one has gaps, too.
  private func text(of line: Line) -> String {
    line.segments.reduce("") { text, segment in
      text.isEmpty ? segment.text : HTMLText.joined(text, segment.text)
    }
  }

  /// Whether wide gaps divide a line into cells.
  private func isRow(_ line: Line) -> Bool {
    guard line.segments.count > 1 else { return false }
    let gaps = zip(line.segments, line.segments.dropFirst()).map { $1.extent.lowerBound - $0.extent.upperBound }
    // Digits are often a little apart from the characters around them.
    guard gaps.contains(where: { $0 * 5 > 4 * character }) else { return false }
    let figures = line.segments.reversed().prefix { segment in segment.text.allSatisfy { $0.isNumber || $0 == "." } }
    if figures.count > 1 { return true }
    let text = line.text
    let isSentence = text.contains { "，。；".contains($0) } && text.count > 24
    return !isSentence || gaps.contains { $0 > 3 * character }
  }

  /// The smallest indent of lines of prose, and where nearly all of them end at most.
  private func margins(of lines: [Line]) -> (left: Int, right: Int) {
    let prose = lines.filter { !isRow($0) && $0.end - $0.start > 20 * character }
    let ends = prose.map(\.end).sorted()
    guard !ends.isEmpty else { return (0, 30 * character) }
    let right = ends[ends.count * 9 / 10]
    return (prose.filter { $0.end >= right - 2 * character }.map(\.start).min() ?? 0, right)
  }

  // MARK: What a page has besides its text

  private static func withoutPageMarks(_ lines: [Line]) -> [Line] {
    lines.filter { !TextLine.isPageMark(TextLine.trimmed($0.text[...])) }
  }

  private static func withoutPageNumbers(_ pages: [[Line]]) -> [[Line]] {
    guard pages.count(where: { !$0.isEmpty }) > 1 else { return pages }
    return pages.map { page in
      var page = page
      if let last = page.last, isNumber(last.text) { page.removeLast() }
      if let first = page.first, isNumber(first.text) { page.removeFirst() }
      return page
    }
  }

  private static func isNumber(_ text: String) -> Bool { (1...3).contains(text.count) && text.allSatisfy(\.isNumber) }

  /// A line at the top or the bottom of most pages is not a part of the text. The first one at the top may be its title.
  private static func withoutRunningHeads(_ pages: [[Line]]) -> [[Line]] {
    var pages = pages
    for isTop in [true, false] {
      for _ in 0..<3 {
        guard let head = runningHead(of: pages, isTop: isTop) else { break }
        let isTitle = head.contains("年度") && head.contains("公开")
        var isFirst = true
        for page in pages.indices {
          guard let line = isTop ? pages[page].first : pages[page].last, withoutNumbers(line.text) == head else {
            continue
          }
          if isTop, isFirst, isTitle {
            isFirst = false
            continue
          }
          if isTop { pages[page].removeFirst() } else { pages[page].removeLast() }
        }
      }
    }
    return pages
  }

  private static func runningHead(of pages: [[Line]], isTop: Bool) -> String? {
    let ends = pages.compactMap { isTop ? $0.first : $0.last }.map { withoutNumbers($0.text) }
    guard ends.count > 2 else { return nil }
    let counts = Dictionary(grouping: ends) { $0 }.mapValues(\.count)
    guard let (head, times) = counts.max(by: { $0.value < $1.value }), times * 4 >= ends.count * 3, times > 2,
      head.contains(where: \.isLetter)
    else { return nil }
    return head
  }

  private static func withoutNumbers(_ text: String) -> String {
    text.filter { !$0.isNumber && !$0.isWhitespace }
  }
}

/// Lines that `pdftotext -layout` or another program aligned with blanks.
enum AlignedText {
  /// Whether a text has pages, or lines of numbers that are aligned by blanks.
  static func isAligned(_ text: String) -> Bool {
    if text.unicodeScalars.contains("\u{C}") { return true }
    var indented = 0
    var aligned = 0
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("    ") { indented += 1 }
      if line.last?.isNumber == true, line.firstRange(of: /\d {3,}\d/) != nil { aligned += 1 }
    }
    return indented > 9 && aligned > 4
  }

  static func read(_ text: String) -> ImportedDocument {
    var number = 0
    let pages = text.unicodeScalars.split(separator: "\u{C}", omittingEmptySubsequences: false).map { page in
      let lines = String(page).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      defer { number -= 1 }
      return lines.compactMap { line -> LayoutReader.Line? in
        number += 1
        let segments = segments(of: line)
        return segments.isEmpty ? nil : LayoutReader.Line(segments: segments, number: number)
      }
    }
    return LayoutReader.read(pages, character: 2)
  }

  /// The parts of a line that gaps of two blanks divide. Extents are those on a page, where a Chinese character takes two.
  private static func segments(of line: Substring) -> [LayoutReader.Segment] {
    var segments: [LayoutReader.Segment] = []
    var column = 0
    var text = ""
    var start = 0
    var blanks = 0
    func end() {
      if !text.isEmpty { segments.append(.init(text: text, extent: start..<column - blanks)) }
      text = ""
    }
    for character in line {
      if TextLine.isSpace(character) {
        blanks += character == "\u{3000}" ? 2 : 1
        column += character == "\u{3000}" ? 2 : 1
        continue
      }
      if blanks > 1 || text.isEmpty {
        end()
        start = column
      } else if blanks == 1 {
        text += " "
      }
      blanks = 0
      text.append(character)
      column += character.unicodeScalars.first.map { $0.value < 0x2E80 ? 1 : 2 } ?? 1
    }
    end()
    return segments
  }
}
