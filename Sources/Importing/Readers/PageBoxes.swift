internal import Reports

/// The words of a PDF file with their boxes, as `pdftotext -tsv` writes them.
struct PageBoxes {
  private struct Word {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    /// The width of a Chinese character.
    let size: Double

    var middle: Double { (top + bottom) / 2 }
  }

  /// - Returns: `nil` if the file has no words.
  static func read(_ table: String) -> ImportedDocument? {
    var pages: [Int: [Word]] = [:]
    for line in table.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 11, fields[0] == "5", let page = Int(fields[1]), let word = word(fields) else { continue }
      pages[page, default: []].append(word)
    }
    guard !pages.isEmpty else { return nil }
    let sizes = pages.values.joined().map(\.size).sorted()
    let size = sizes[sizes.count / 2]
    var number = 0
    let lines = pages.keys.sorted().map { page in
      Self.lines(of: pages[page] ?? []).map { words in
        number += 1
        return LayoutReader.Line(segments: segments(of: words), number: number)
      }
    }
    return LayoutReader.read(lines, character: max(2, Int(size * 10)))
  }

  private static func word(_ fields: [Substring]) -> Word? {
    guard let left = Double(fields[6]), let top = Double(fields[7]), let width = Double(fields[8]),
      let height = Double(fields[9]), left.isFinite, top.isFinite, width.isFinite, height.isFinite,
      left.magnitude < 1e5, top.magnitude < 1e5, width.magnitude < 1e5, height.magnitude < 1e5
    else { return nil }
    let text = TextLine.trimmed(fields[11])
    if text.isEmpty { return nil }
    let units = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.5 : 1) }
    return Word(
      text: text, left: left, right: left + max(width, 0), top: top, bottom: top + max(height, 0),
      size: max(width, 0) / units)
  }

  /// Words are on a line if their boxes overlap by more than half of the lower one.
  private static func lines(of words: [Word]) -> [[Word]] {
    var lines: [(top: Double, bottom: Double, words: [Word])] = []
    for word in words.sorted(by: { $0.middle < $1.middle }) {
      let index = lines.indices.suffix(4).last { index in
        let overlap = min(lines[index].bottom, word.bottom) - max(lines[index].top, word.top)
        let height = min(lines[index].bottom - lines[index].top, word.bottom - word.top)
        let isFree = !lines[index].words.contains { $0.left < word.right - 1 && word.left < $0.right - 1 }
        return overlap > 0.6 * height && isFree
      }
      if let index {
        lines[index].words.append(word)
      } else {
        lines.append((word.top, word.bottom, [word]))
      }
    }
    return lines.map { $0.words.sorted { $0.left < $1.left } }
  }

  /// Words that are closer than most of a character are one text.
  private static func segments(of words: [Word]) -> [LayoutReader.Segment] {
    var segments: [LayoutReader.Segment] = []
    var last: Word?
    for word in words {
      let extent = Int(word.left * 10)..<max(Int(word.left * 10) + 1, Int(word.right * 10))
      let size = max(word.size, last?.size ?? 0)
      let areNumbers = last?.text.last?.isNumber == true && word.text.first?.isNumber == true
      if let last, word.left - last.right < (areNumbers ? 0.1 : 0.3) * min(size, 30), !segments.isEmpty {
        let own = segments[segments.count - 1]
        segments[segments.count - 1] = .init(
          text: HTMLText.joined(own.text, word.text),
          extent: own.extent.lowerBound..<max(own.extent.lowerBound + 1, extent.upperBound))
      } else {
        segments.append(.init(text: word.text, extent: extent))
      }
      last = word
    }
    return segments
  }
}
