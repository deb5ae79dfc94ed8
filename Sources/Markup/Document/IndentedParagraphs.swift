/// Chinese paragraphs that start with four spaces or a tab. Markdown reads them as code, but their authors mean paragraphs,
/// so the indentation is not passed to the parser.
struct IndentedParagraphs {
  private(set) var indentations: [Range<Int>] = []
  private(set) var firstLines: [Int] = []

  init(_ source: SourceFile, from start: Int) {
    guard Self.mayContain(source, from: start) else { return }
    var isInList = false
    var fence: UInt8?
    var isBehindBlank = true
    var isInBlock = false
    for line in source.line(at: start)..<(source.lineStarts.count + 1) {
      let text = source.bytes[max(source.offset(ofLine: line), start)..<max(source.endOfLine(line), start)]
      guard let first = text.firstIndex(where: { !$0.isSpaceOrTab }) else {
        (isBehindBlank, isInBlock) = (true, false)
        continue
      }
      defer { isBehindBlank = false }
      let isIndented = text[..<first].contains(UInt8(ascii: "\t")) || first - text.startIndex >= 4
      let rest = text[first...]
      if let mark = fence {
        if rest.prefix(3).elementsEqual([mark, mark, mark]) { fence = nil }
        continue
      }
      if isIndented {
        if isInBlock || isBehindBlank && !isInList && rest.contains(where: { $0 >= 0x80 }) {
          if !isInBlock { firstLines.append(line) }
          isInBlock = true
          indentations.append(text.startIndex..<first)
        }
        continue
      }
      isInBlock = false
      if [UInt8(ascii: "`"), UInt8(ascii: "~")].contains(rest[first]), rest.prefix(3).allSatisfy({ $0 == rest[first] }),
        rest.count >= 3
      {
        fence = rest[first]
      } else if Self.startsItem(rest) || rest.starts(with: "[^".utf8) {
        isInList = true
      } else if isBehindBlank {
        isInList = false
      }
    }
  }

  private static func mayContain(_ source: SourceFile, from start: Int) -> Bool {
    source.bytes.withUnsafeBufferPointer { bytes in
      source.lineStarts.contains { line in
        let line = Int(line)
        guard line >= start, line < bytes.count else { return false }
        return bytes[line] == UInt8(ascii: "\t")
          || bytes[line] == UInt8(ascii: " ") && line + 3 < bytes.count && bytes[line + 3].isSpaceOrTab
      }
    }
  }

  private static func startsItem(_ text: ArraySlice<UInt8>) -> Bool {
    var mark = text.startIndex
    if "-+*".utf8.contains(text[mark]) {
      mark += 1
    } else {
      while mark < text.endIndex, text[mark].isASCIIDigit { mark += 1 }
      guard mark > text.startIndex, mark < text.endIndex, ".)".utf8.contains(text[mark]) else { return false }
      mark += 1
    }
    return mark == text.endIndex || text[mark].isSpaceOrTab
  }
}
