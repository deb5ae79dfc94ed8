import Diagnostics
import MarkedSources
import Testing

@testable import Markup

/// Byte offsets compared with lines and columns that are counted independently.
@Suite("Positions in a source")
struct SourceFileTests {
  @Test(arguments: [
    "⟦首⟧行\n次⟦行⟧", "一\n\n⟦三行的字⟧\n", "\u{FEFF}⟦标记后⟧\n⟦次行⟧", "一行\r\n⟦二⟧行⟦末⟧\r\n⟦三行⟧", "a⟦𠀀𠀁⟧b", "e⟦\u{301}⟧e", "👨‍👩‍👧⟦家⟧",
    "⟦两行\n一起⟧", "末尾⟦⟧", "无\n⟦⟧\n有", "制表\t⟦符⟧",
  ])
  func rangeOfASpan(_ text: String) {
    let marked = MarkedSource(text)
    let source = marked.source
    for range in marked.places {
      let start = Self.offset(text, line: range.line, column: range.column)
      let end = Self.offset(text, line: range.endLine, column: range.endColumn)
      #expect(source.range(of: Span(start, end)) == range)
      #expect(source.line(at: start) == range.line)
    }
  }

  /// The byte offset of a line and column in a text without its marks.
  private static func offset(_ text: String, line: Int, column: Int) -> Int {
    let plain = text.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }
    var (atLine, atColumn, offset) = (1, 1, 0)
    for scalar in plain {
      if scalar == "\u{FEFF}" {
        offset += 3
        continue
      }
      if (atLine, atColumn) == (line, column) { return offset }
      offset += String(scalar).utf8.count
      (atLine, atColumn) = scalar == "\n" ? (atLine + 1, 1) : (atLine, atColumn + 1)
    }
    return offset
  }

  @Test func linesEndBeforeTheirBreak() {
    let source = SourceFile(path: "a", text: "一\r\n\r\n  二\n")
    #expect(source.lineStarts.count == 4)
    #expect(
      (1...4).map { source.text(of: Span(source.offset(ofLine: $0), source.endOfLine($0))) } == ["一", "", "  二", ""])
    let old = SourceFile(path: "a", text: "一\r\r二\r\n三\r")
    #expect((1...5).map { old.text(of: Span(old.offset(ofLine: $0), old.endOfLine($0))) } == ["一", "", "二", "三", ""])
    #expect(source.range(ofLine: 3).described == "3:3-3:4")
    #expect(source.offset(ofLine: 9) == source.bytes.count)
  }

  /// In a long file, characters are counted stretch by stretch.
  @Test func columnsOfALongLineAreItsCharacters() {
    let text = "一\n" + String(repeating: "年a度é𠮷", count: 9_000) + "\n三"
    let source = SourceFile(path: "a", text: text)
    let characters = Array(text.split(separator: "\n")[1].unicodeScalars)
    for column in [1, 2, 6, 5_000, 12_345, 30_000, characters.count, characters.count + 1] {
      let offset = 4 + characters[..<(column - 1)].reduce(0) { $0 + String($1).utf8.count }
      let range = source.range(of: Span(offset, offset))
      #expect(range.line == 2 && range.column == column)
    }
    #expect(source.range(of: Span(source.bytes.count - 3, source.bytes.count)).described == "3:1-3:2")
  }
}
