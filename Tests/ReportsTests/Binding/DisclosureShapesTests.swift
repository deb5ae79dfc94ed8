import ExampleReports
import Testing

@testable import Reports

@Suite("主动公开, as it may be written")
struct DisclosureShapesTests {
  @Test(arguments: blocks + merged + grids)
  func everyCellIsBound(_ shape: WrittenShape) throws {
    try expectNumberedCells(.numbered.section(ExampleReport.disclosure, becomes: shape.text))
  }

  private static let blocks = [
    WrittenShape("four tables, the clauses in bold above them", four { "**第二十条第（\($0)）项**\n\n" }),
    WrittenShape("four tables without their clauses", four { _ in "" }),
    WrittenShape("clauses in plain text, half width, with a space", four { "第二十条 第(\($0))项\n\n" }),
    WrittenShape("clauses directly above their tables", four { "第二十条第（\($0)）项\n" }),
    WrittenShape("clauses in headings of the third level", four { "### 第二十条第（\($0)）项\n\n" }),
    WrittenShape("text between the tables", four { "这是第\($0)张表。\n\n" }),
  ]

  private static func four(_ clause: (String) -> String) -> String {
    """
    \(clause("一"))| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    |---|---:|---:|---:|
    | 规章 | 1 | 2 | 3 |
    | 行政规范性文件 | 4 | 5 | 6 |

    \(clause("五"))| 信息内容 | 本年处理决定数量 |
    |---|---:|
    | 行政许可 | 7 |

    \(clause("六"))| 信息内容 | 本年处理决定数量 |
    |---|---:|
    | 行政处罚 | 8 |
    | 行政强制 | 9 |

    \(clause("八"))| 信息内容 | 本年收费金额（单位：万元） |
    |---|---:|
    | 行政事业性收费 | 10 |
    """
  }

  private static let merged = [
    WrittenShape(
      "three tables",
      """
      | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
      |---|---:|---:|---:|
      | 规章 | 1 | 2 | 3 |
      | 行政规范性文件 | 4 | 5 | 6 |

      | 信息内容 | 本年处理决定数量 |
      |---|---:|
      | 行政许可 | 7 |
      | 行政处罚 | 8 |
      | 行政强制 | 9 |

      | 信息内容 | 本年收费金额 |
      |---|---:|
      | 行政事业性收费 | 10 |
      """),
    WrittenShape(
      "two tables, rows and columns in an order of their own",
      """
      | 信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数 |
      |---|---:|---:|---:|
      | 行政规范性文件 | 6 | 4 | 5 |
      | 规章 | 3 | 1 | 2 |

      | 信息内容 | 本年收费金额（单位：万元） | 本年处理决定数量 |
      |---|---:|---:|
      | 行政事业性收费 | 10 | — |
      | 行政强制 | | 9 |
      | 行政处罚 | | 8 |
      | 行政许可 | / | 7 |
      """),
    WrittenShape(
      "one table with all columns",
      """
      | 项目 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 本年处理决定数量 | 本年收费金额（单位：万元） |
      |---|---:|---:|---:|---:|---:|
      | 规章 | 1 | 2 | 3 | | |
      | 行政规范性文件 | 4 | 5 | 6 | | |
      | 行政许可 | | | | 7 | |
      | 行政处罚 | | | | 8 | |
      | 行政强制 | | | | 9 | |
      | 行政事业性收费 | | | | | 10 |
      """),
    WrittenShape(
      "one table with the clauses in a column in front",
      """
      | 条款 | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 本年处理决定数量 | 本年收费金额 |
      |---|---|---:|---:|---:|---:|---:|
      | 第二十条第（一）项 | 规章 | 1 | 2 | 3 | | |
      | | 行政规范性文件 | 4 | 5 | 6 | | |
      | 第二十条第（五）项 | 行政许可 | | | | 7 | |
      | 第二十条第（六）项 | 行政处罚 | | | | 8 | |
      | | 行政强制 | | | | 9 | |
      | 第二十条第（八）项 | 行政事业性收费 | | | | | 10 |
      """),
  ]

  private static let grids = [
    WrittenShape(
      "one grid with a header row in each part, as text of web pages has it",
      """
      | 第二十条第(一)项 | | | |
      |---|---|---|---|
      | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
      | 规章 | 1 | 2 | 3 |
      | 行政规范性文件 | 4 | 5 | 6 |
      | 第二十条第(五)项 | | | |
      | 信息内容 | 本年处理决定数量 | | |
      | 行政许可 | 7 | | |
      | 第二十条第(六)项 | | | |
      | 信息内容 | 本年处理决定数量 | | |
      | 行政处罚 | 8 | | |
      | 行政强制 | 9 | | |
      | 第二十条第(八)项 | | | |
      | 信息内容 | 本年收费金额(单位:万元) | | |
      | 行政事业性收费 | 10 | | |
      """),
    WrittenShape(
      "the same grid with short rows",
      """
      第二十条第（一）项 | | | |
      ---|---|---|---
      信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
      规章 | 1 | 2 | 3
      行政规范性文件 | 4 | 5 | 6
      第二十条第（五）项
      信息内容 | 本年处理决定数量
      行政许可 | 7
      第二十条第（六）项
      信息内容 | 本年处理决定数量
      行政处罚 | 8
      行政强制 | 9
      第二十条第（八）项
      信息内容 | 本年收费金额
      行政事业性收费 | 10
      """),
  ]
}
