import Diagnostics
import MarkedSources
import Testing

@testable import Markup

/// Each marked cell of the text is a cell of the tables, in order and at the marked location.
@Suite("Cells of tables are where they are written")
struct TablePlaceTests {
  @Test(arguments: [
    "| ⟦项目⟧ | ⟦总计⟧ |\n|---|---:|\n| ⟦行政复议⟧ | ⟦1⟧ |\n",
    "⟦项目⟧ | ⟦总计⟧\n---|---\n⟦行政复议⟧ | ⟦1⟧\n",
    "文字。\n\n  |⟦项目⟧|⟦总计⟧|\n  |-|-|\n |⟦行政复议⟧|⟦1⟧|\n",
    "---\nname: 柳林街道\n---\n\n| ⟦项目⟧ |\n|---|\n| ⟦行政复议⟧ |\n",
    "\u{FEFF}---\r\nname: 柳林街道\r\n---\r\n\r\n| ⟦项目⟧ |\r\n|---|\r\n| ⟦行政复议⟧ |\r\n",
    "\u{FEFF}| ⟦项目⟧ |\n|---|\n| ⟦行政复议⟧ |\n",
    "表：紧接在上\n| ⟦项目⟧ | ⟦总计⟧ |\n|---|---|\n| ⟦行政复议⟧ | ⟦1⟧ |\n",
    "两行\n文字\n| ⟦项目⟧ |\n|---|\n| ⟦行政复议⟧ |\n",
    "# 标题\n| ⟦项目⟧ |\n|---|\n| ⟦行政复议⟧ |\n",
    "> | ⟦项目⟧ | ⟦总计⟧ |\n> |---|---|\n> | ⟦行政复议⟧ | ⟦1⟧ |\n",
    "> > | ⟦项目⟧ |\n> > |---|\n>> | ⟦行政复议⟧ |\n",
    "- 项\n\n  | ⟦项目⟧ | ⟦总计⟧ |\n  |---|---|\n  | ⟦行政复议⟧ | ⟦1⟧ |\n",
    "| ⟦a\\|b⟧ | ⟦`c\\|d`⟧ |\n|---|---|\n| ⟦\\\\⟧ | ⟦**粗**体⟧ |\n",
    "| ⟦\t甲⟧ |\n|---|\n| ⟦乙⟧\t|\n".replacing("⟦\t", with: "\t⟦"),
    "| ⟦𠀀𠀁⟧ | ⟦é⟧ |\n|---|---|\n| ⟦👨‍👩‍👧⟧ | ⟦后⟧ |\n",
    "| ⟦甲⟧ | ⟦乙⟧ |\n|---|---|\n| ⟦短⟧ |⟦⟧\n| ⟦丙⟧ | ⟦丁⟧ |\n",
    "| ⟦甲⟧ |\n|---|\n| ⟦乙⟧ | 多余 |\n",
    "| ⟦甲⟧ |\n|---|\n| ⟦乙⟧ |\n\n| ⟦丙⟧ |\n|---|\n| ⟦丁⟧ |\n",
    "| ⟦甲⟧ |\n|---|\n| ⟦乙⟧ |\n## 标题\n\n| ⟦丙⟧ |\n|---|\n| ⟦丁⟧ |",
    "一\r二\r\r| ⟦甲⟧ |\r|---|\r| ⟦乙⟧ |\r",
  ])
  func cellsAreWhereMarked(_ text: String) throws {
    let marked = MarkedSource(text)
    let document = try Outline(marked.source).document
    let places = document.tables.flatMap(\.cells).map { marked.source.range(of: $0.span) }
    #expect(places.map(\.described) == marked.places.map(\.described))
  }

  @Test func surplusIsWhatWouldBeLost() throws {
    let marked = MarkedSource("| 甲 |\n|---|\n| 乙 | ⟦多 | 余⟧ |\n| 丙 |\n")
    let table = try #require(try Outline(marked.source).document.tables.first)
    #expect(table.rows.map(\.writtenCells) == [1, 3, 1])
    #expect(marked.source.range(of: table.rows[1].surplus) == marked.places[0])
    #expect(table.rows[2].surplus.isEmpty)
  }

  @Test func alignmentsAreRead() throws {
    let table = try #require(try Outline("|a|b|c|d|\n|-|:-|:-:|-:|\n").document.tables.first)
    #expect(table.alignments == [.none, .left, .center, .right])
  }

  @Test func wordsOfACellHaveNoMarkup() throws {
    let document = try Outline("|a|\n|-|\n|**粗** `c` [链](b) <b> ~~删~~ https://a.cn|").document
    let cell = document.tables[0].cell(row: 1, column: 0)
    #expect(document.string(cell.text) == "粗 c 链 <b> 删 https://a.cn")
  }
}

@Suite("Blocks are where they are written")
struct BlockPlaceTests {
  @Test(arguments: [
    "---\nname: a\n---\n⟦段⟧一\n\n## 标题\n", "\u{FEFF}---\r\nname: a\r\n---\r\n\r\n⟦段⟧一\r\n", "⟦段⟧一", "\n\n\n⟦段⟧一",
    "  ⟦段⟧一",
    "\u{FEFF}⟦段⟧一\n", "一行\r\r⟦段⟧一",
  ])
  func paragraph(_ text: String) throws {
    let marked = MarkedSource(text)
    let document = try Outline(marked.source).document
    let paragraphs = document.nodes.filter { $0.kind == .paragraph }
    let place = marked.source.range(of: Span(Int(paragraphs.last?.offset ?? 0), Int(paragraphs.last?.offset ?? 0)))
    #expect("\(place.line):\(place.column)" == "\(marked.places[0].line):\(marked.places[0].column)")
  }
}
