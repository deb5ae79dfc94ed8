import Diagnostics
import Testing

@testable import Markup

/// Texts that would overwhelm the parser are rejected before it sees them, and quickly.
@Suite("Limits")
struct LimitsTests {
  private func parse(_ text: String) -> (document: Document?, findings: [Finding], time: Duration) {
    var findings: [Finding] = []
    let source = SourceFile(path: "reports/2023/liulin.md", text: "---\ntitle: 年报\n---\n" + text)
    var document: Document?
    let time = ContinuousClock().measure { document = MarkupParser().parse(source, findings: &findings) }
    return (document, findings, time)
  }

  private static let columns = String(repeating: "|a", count: 2_000) + "|\n"
  private static let delimiters = String(repeating: "|-", count: 2_000) + "|\n"

  /// A text that would take an unprotected parser a lot of time or memory.
  struct Heavy: Sendable, CustomStringConvertible {
    let description: String
    let text: String
    /// The line of the finding.
    let line: Int

    init(_ description: String, _ text: String, line: Int = 4) {
      self.description = description
      self.text = text
      self.line = line
    }
  }

  @Test(arguments: [
    Heavy("2,000 columns in 14 kB", columns + delimiters + String(repeating: "|\n", count: 2_000), line: 5),
    Heavy("lines that end in a carriage return only", (columns + delimiters).replacing("\n", with: "\r"), line: 5),
    Heavy("a form feed in the delimiter row", columns + delimiters.dropLast(3) + "\u{0C}-|\n", line: 5),
    Heavy("a vertical tab before the delimiter row", columns + "\u{0B}" + delimiters, line: 5),
    Heavy(
      "a delimiter row that looks like a list", String((columns + "- " + delimiters.dropFirst(2)).dropFirst()), line: 5),
    Heavy(
      "a link used so often that its address fills the memory",
      "[a]: /" + String(repeating: "b", count: 20_000) + "\n\n" + String(repeating: "[a]\n", count: 20_000), line: 2_006
    ),
    Heavy(
      "an address over several lines",
      "[a]:\n/b\n\"" + String(repeating: "c\n", count: 15_000) + "\"\n\n" + String(repeating: "[a] ", count: 1_000)
        + String(repeating: "\n\n[a]", count: 15_000), line: 4),
    Heavy("2,000 columns in a quote", ("> " + columns + "> " + delimiters), line: 5),
    Heavy("2,000 columns in a list", ("- " + columns + "  " + delimiters), line: 5),
    Heavy("2,000 columns without pipes at the ends", String((columns + delimiters).dropFirst()), line: 5),
    Heavy("50,000 quotes", String(repeating: ">", count: 50_000) + "a"),
    Heavy("50,000 lists in a line", String(repeating: "- ", count: 50_000) + "a"),
    Heavy("numbered lists in a line", String(repeating: "1. ", count: 50_000) + "a"),
    Heavy("50,000 emphases", String(repeating: "*a **a ", count: 25_000)),
    Heavy("50,000 brackets", String(repeating: "[", count: 50_000)),
    Heavy("50,000 links", String(repeating: "[a](", count: 50_000)),
    Heavy("50,000 images", String(repeating: "![a](b", count: 50_000)),
    Heavy("50,000 code marks", (1...300).map { String(repeating: "`", count: $0) + "a" }.joined()),
    Heavy("50,000 angle brackets", String(repeating: "<", count: 50_000)),
    Heavy("tildes", String(repeating: "~a~~", count: 20_000)),
    Heavy(
      "rows of hyphens between the rows", "|a|b|c|d|\n|-|-|-|-|\n" + String(repeating: "|-|-|\n|1|\n", count: 4_000),
      line: 5_005),
    Heavy("100,001 lines", String(repeating: "a\n", count: 100_001), line: 100_004),
    Heavy("emphases in many paragraphs", String(repeating: "*a*\n\n", count: 30_000), line: 50_004),
    Heavy(
      "lists within each other, again and again",
      String(repeating: String(repeating: "- ", count: 24) + "\n\n", count: 4_000), line: 6_900),
    Heavy("501 tables", String(repeating: "|a|\n|-|\n|1|\n\n", count: 501), line: 2_005),
    Heavy("20,001 cells", "|a|b|\n|-|-|\n" + String(repeating: "|1|2|\n", count: 10_000), line: 10_005),
  ])
  func isRefused(_ heavy: Heavy) {
    let result = parse(heavy.text)
    #expect(result.findings.first?.kind.id == SourceFindings.limit.id)
    #expect(result.findings.first?.range?.line == heavy.line)
    #expect(result.document?.nodes.count == 0)
    #expect(result.document?.frontMatter["title"]?.text == "年报")
    #expect(result.time < .seconds(5))
  }

  @Test(arguments: [
    Heavy("backslashes", String(repeating: "\\", count: 90_000)),
    Heavy("entities without end", String(repeating: "a&", count: 1_900)),
    Heavy("underscores", String(repeating: "a_", count: 3_900)),
    Heavy("reference definitions", (0..<2_000).map { "[a\($0)]: /b\n\n" }.joined()),
    Heavy("one reference used many times", "[a]: /b\n\n" + String(repeating: "[a]\n\n", count: 5_000)),
    Heavy("footnotes", (0..<8_000).map { "词[^\($0)]\n\n[^\($0)]: 注\n\n" }.joined()),
    Heavy("a list of many items", String(repeating: "- 项\n", count: 40_000)),
    Heavy("many blank lines", String(repeating: "\n", count: 90_000)),
    Heavy("a long line", String(repeating: "字", count: 600_000)),
    Heavy("many addresses", String(repeating: "https://a.cn ", count: 50_000)),
    Heavy("many at signs", String(repeating: "a@b", count: 100_000)),
    Heavy("one name of many letters", String(repeating: "a", count: 200_000) + "@"),
    Heavy("many tildes apart", String(repeating: "~ a\n\n", count: 20_000)),
    Heavy("closing brackets of an address", "https://a.cn/" + String(repeating: ")", count: 20_000)),
    Heavy("deep indentation", (0..<15).map { String(repeating: "  ", count: $0) + "- 项\n" }.joined()),
    Heavy("pipes without a table", String(repeating: "|", count: 90_000)),
    Heavy("many small tables", String(repeating: "|a|b|\n|-|-|\n|1|2|\n\n", count: 400)),
    Heavy("many headings", String(repeating: "# 一\n", count: 50_000)),
    Heavy("many HTML blocks", String(repeating: "<div>\n\n", count: 3_000)),
    Heavy("many lines that end in a carriage return only", String(repeating: "a\r", count: 90_000)),
    Heavy("many thematic breaks", String(repeating: "---\n\n", count: 20_000)),
  ])
  func isParsedQuickly(_ heavy: Heavy) {
    let result = parse(heavy.text)
    #expect(result.findings.isEmpty)
    #expect(result.document != nil)
    #expect(result.time < .seconds(20))
  }

  @Test func fiftyMegabytesAreRefusedByTheirNumber() throws {
    let source = SourceFile(path: "reports/2023/liulin.md", bytes: Array(repeating: 0x0A, count: 50_000_000))
    var findings: [Finding] = []
    #expect(MarkupParser().parse(source, findings: &findings) == nil)
    #expect(findings.map(\.kind.id) == [SourceFindings.tooLarge.id])
    #expect(findings[0].message.chinese == "文件有 50000000 字节，上限为 2097152 字节")
    #expect(findings[0].message.english == "the file has 50000000 bytes, the limit is 2097152")
    #expect(findings[0].range == SourceRange(file: "reports/2023/liulin.md"))
  }
}
