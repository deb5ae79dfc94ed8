import Diagnostics
import MarkedSources
import Testing

@testable import Markup

/// Random texts with tables, read with and without the library.
@Suite("Plain tables among anything else")
struct PlainTableMutationTests {
  private static let lines = [
    "", "", "", "  ", "| a | b |", "|---|---|", "| 1 | 2 |", "|:-:|", "| c |", "|---|", "| 1 | 2 | 3 |", "|", "||",
    "| |", "文字", "表：标题", "> 引用", "> | a |", "- 项", "  续",
    "  | a | b |", "  |---|---|", "# 标题", "---", "===", "    | 代码 |", "```", "~~~", "<div>", "</div>", "<!--", "-->",
    "[^1]: 注", "[^1]", "[a]: /b", "[a]", "| `x` | y |",
    "| x \\| y | z |", "| https://a.cn | b |", "1. 项", "|-|-|", "|- -|", "| --- | :--- |  ", "\u{0C}", "|\u{0B}|",
    "| a | b", "a | b |", "|a|b|\r",
  ]

  @Test func bothWaysReadTheSame() throws {
    var generator = FixedSeed(1949)
    var tables = 0
    for _ in 0..<10_000 {
      let picked = (0..<Int.random(in: 3...14, using: &generator)).compactMap { _ in
        Self.lines.randomElement(using: &generator)
      }
      let text = picked.joined(separator: Int.random(in: 0..<8, using: &generator) == 0 ? "\r\n" : "\n") + "\n"
      let source = SourceFile(path: "a.md", text: text)
      var findings: [Finding] = []
      var parser = MarkupParser()
      guard let plain = parser.parse(source, findings: &findings) else { continue }
      parser.usesPlainTables = false
      let library = try #require(parser.parse(source, findings: &findings))
      #expect(Outline(plain).withPlaces == Outline(library).withPlaces, "\(text.debugDescription)")
      tables += plain.tables.count
    }
    #expect(tables > 1_000)
  }
}
