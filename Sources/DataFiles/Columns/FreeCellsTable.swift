internal import Languages
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
    "free_cells", Text("table.free_cells"), key: ["table", "row", "column"], columns
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
      "table", Text("column.table"), Text("column.free_cells.table.definition"), .code,
      isRequired: true
    ) { .text($0.table.id) },
    TableColumn("caption", Text("column.free_cells.caption"), Text("column.free_cells.caption.definition")) {
      .text(ifPresent: $0.table.caption)
    },
    TableColumn("unit", Text("column.unit"), Text("column.free_cells.unit.definition")) {
      .text(ifPresent: $0.table.unit)
    },
    TableColumn(
      "row", Text("column.row"), Text("column.free_cells.row.definition"), .integer,
      isRequired: true
    ) { .integer($0.row) },
    TableColumn(
      "column", Text("column.column"), Text("column.free_cells.column.definition"),
      .integer,
      isRequired: true
    ) { .integer($0.column) },
    TableColumn("heading", Text("column.free_cells.heading"), Text("column.free_cells.heading.definition")) {
      .text(ifPresent: $0.heading.isEmpty ? nil : $0.heading)
    },
    TableColumn("text", Text("column.free_cells.text"), Text("column.free_cells.text.definition")) {
      .text(ifPresent: $0.text.isEmpty ? nil : $0.text)
    },
  ]
}
