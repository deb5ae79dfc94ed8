import Diagnostics
import Testing

@testable import Markup

/// Plain tables are read without the library; the result must be the same.
@Suite("Plain tables are read as the library reads them")
struct PlainTableTests {
  @Test(arguments: [
    "| 项目 | 总计 |\n|---|---:|\n| 行政复议 | 0 |\n",
    "前文\n\n| a | b |\n|:--|:-:|\n| 一 | 二 |\n| 三 |\n| 四 | 五 | 六 |\n\n后文\n\n| c |\n|---|\n| d |\n",
    "- 列表\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n段落",
    "> 引用\n\n| a | b |\n|---|---|\n|  |  |\n",
    "## 标题\n\n|a|b|\n|-|-|\n|1|2|\n|3|4|\n\n## 又一标题\n\n文字[^1]\n\n| x | y |\n|---|---|\n| 5 | 6 |\n\n[^1]: 脚注\n",
    "| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n\r\n后文\r\n",
    // The library moves footnotes to the end, whichever tables they were between.
    "文[^1]\n\n| a |\n|---|\n| 1 |\n\n[^1]: 注\n\n| b |\n|---|\n| 2 |\n| 3 |\n\n末段\n\n- 项\n",
  ])
  func readsTheSame(_ text: String) throws {
    let (plain, library) = try both(text)
    #expect(plain.tables.map(Summary.init) == library.tables.map(Summary.init))
    #expect(plain.nodes.map(\.kind) == library.nodes.map(\.kind))
    #expect(plain.nodes.map(\.offset) == library.nodes.map(\.offset))
    #expect(plain.nodes.map(\.end) == library.nodes.map(\.end))
    #expect(plain.plainText(plain.nodes.indices) == library.plainText(library.nodes.indices))
    for (one, other) in zip(plain.tables, library.tables) {
      #expect(one.cells.map { plain.string($0.text) } == other.cells.map { library.string($0.text) })
    }
  }

  @Test(
    "Anything that may have a meaning in Markdown is left to the library",
    arguments: [
      "```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n",
      "| a | b |\n|---|---|\n| **1** | 2 |\n",
      "| a | b |\n|---|---|\n| 1 \\| 2 | 3 |\n",
      "表：标题\n| a | b |\n|---|---|\n| 1 | 2 |\n",
      "| a | b |\n|---|\n| 1 | 2 |\n",
      "| a | b |\n|---|---|\n| 1 | 2 |\n注：没有空行\n",
      "<!--\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n-->\n",
      "| a |\n|---|\n|\n",
      "| 网址 |\n|---|\n| https://www.example.gov.cn |\n",
    ])
  func isLeftToTheLibrary(_ text: String) throws {
    var scanner = PlainTableScanner(source: SourceFile(path: "x.md", text: text))
    #expect(scanner.tables(from: 1).isEmpty)
    let (plain, library) = try both(text)
    #expect(plain.tables.map(Summary.init) == library.tables.map(Summary.init))
  }

  private func both(_ text: String) throws -> (Document, Document) {
    var findings: [Finding] = []
    let source = SourceFile(path: "x.md", text: text)
    var parser = MarkupParser()
    let plain = try #require(parser.parse(source, findings: &findings))
    parser.usesPlainTables = false
    let library = try #require(parser.parse(source, findings: &findings))
    #expect(findings.isEmpty)
    return (plain, library)
  }

  /// The properties that two readings of a table must have in common.
  private struct Summary: Equatable {
    let alignments: [Table.Alignment]
    let cells: [Span]
    let rows: [Span]
    let written: [Int]
    let surplus: [Span]

    init(_ table: Table) {
      alignments = table.alignments
      cells = table.cells.map(\.span)
      rows = table.rows.map(\.span)
      written = table.rows.map(\.writtenCells)
      surplus = table.rows.map(\.surplus)
    }
  }
}
