internal import Diagnostics
internal import Markup
internal import Reports

/// `data/free_cells.csv`: the cells of tables that reports add to their forms.
enum FreeCellsTable {
  private struct Item {
    let table: FreeTable
    let row, column: Int
    let heading, text: String
  }

  static let table = ReportTable(
    "free_cells", LocalizedText("机关自列表格", en: "Tables that reports add"), key: ["table", "row", "column"], columns
  ) { row in
    row.report.freeTables.flatMap { free -> [Item] in
      let (document, table) = (row.report.document, row.report.document.tables[free.table])
      func text(_ row: Int, _ column: Int) -> String {
        document.string(table.cell(row: row, column: column).text)
      }
      return table.rows.indices.dropFirst().flatMap { row in
        (0..<table.columns).map { column in
          Item(table: free, row: row, column: column + 1, heading: text(0, column), text: text(row, column))
        }
      }
    }
  }

  private static let columns: [TableColumn<Item>] = [
    TableColumn(
      "table", LocalizedText("表", en: "Table"), LocalizedText("自列表格的标识", en: "Id of the table in its report"), .code,
      isRequired: true
    ) { .text($0.table.id) },
    TableColumn("caption", LocalizedText("表名", en: "Caption"), LocalizedText("表格的标题", en: "Caption of the table")) {
      .text(ifPresent: $0.table.caption)
    },
    TableColumn("unit", LocalizedText("单位", en: "Unit"), LocalizedText("表格写明的单位", en: "The unit that the table states"))
    {
      .text(ifPresent: $0.table.unit)
    },
    TableColumn(
      "row", LocalizedText("行", en: "Row"), LocalizedText("行的序号，从 1 起", en: "Number of the row, from 1"), .integer,
      isRequired: true
    ) { .integer($0.row) },
    TableColumn(
      "column", LocalizedText("列", en: "Column"), LocalizedText("列的序号，从 1 起", en: "Number of the column, from 1"),
      .integer,
      isRequired: true
    ) { .integer($0.column) },
    TableColumn("heading", LocalizedText("列名", en: "Heading"), LocalizedText("列的标题", en: "Heading of the column")) {
      .text(ifPresent: $0.heading.isEmpty ? nil : $0.heading)
    },
    TableColumn("text", LocalizedText("内容", en: "Text"), LocalizedText("单元格所写", en: "What is written in the cell")) {
      .text(ifPresent: $0.text.isEmpty ? nil : $0.text)
    },
  ]
}
