import Diagnostics
import Testing

@testable import Markup

@Suite("Corrections of a source")
struct SourceFixesTests {
  private let source = SourceFile(path: "a.md", text: "一二三四\n五六七八\n")

  private func range(_ columns: Range<Int>, line: Int = 1) -> SourceRange {
    source.range(
      of: Span(
        source.offset(line: line, column: columns.lowerBound), source.offset(line: line, column: columns.upperBound)))
  }

  private func corrected(_ fixes: Fix...) -> String {
    String(decoding: source.applying(fixes).source.bytes, as: UTF8.self)
  }

  @Test func areMadeInTheOrderOfTheText() {
    #expect(
      corrected(Fix(replacing: range(2..<3, line: 2), with: "6"), Fix(replacing: range(1..<3), with: "12"))
        == "12三四\n五6七八\n")
  }

  @Test(arguments: [false, true])
  func anInsertionPrecedesAReplacementAtTheSameOffset(_ insertsFirst: Bool) {
    let fixes = [Fix(replacing: range(2..<4), with: "23"), Fix(replacing: range(2..<2), with: "，")]
    let result = source.applying(insertsFirst ? fixes.reversed() : fixes)
    #expect(String(decoding: result.source.bytes, as: UTF8.self) == "一，23四\n五六七八\n")
    #expect(result.applied == 2 && result.conflicting.isEmpty)
  }

  @Test func thatAreTheSameCountOnce() {
    let fix = Fix(replacing: range(1..<2), with: "1")
    let result = source.applying([fix, fix])
    #expect(String(decoding: result.source.bytes, as: UTF8.self) == "1二三四\n五六七八\n")
    #expect(result.applied == 1)
  }

  @Test func thatContradictEachOtherAreLeftOut() {
    let fixes = [
      Fix(replacing: range(1..<3), with: "12"), Fix(replacing: range(2..<4), with: "23"),
      Fix(replacing: range(4..<5), with: "4"),
    ]
    let result = source.applying(fixes)
    #expect(String(decoding: result.source.bytes, as: UTF8.self) == "一二三4\n五六七八\n")
    #expect(result.conflicting == Array(fixes.prefix(2)))
  }
}
