internal import Bytes
package import Languages

extension DataTable {
  /// Writes the table as a workbook, formatted as an Excel table. Consolidated reports are on a sheet of their own, so
  /// that the sum of a column is the total.
  package func writeWorkbook(at path: String, author: String?, strings: SiteStrings) throws(WorkbookError) {
    var workbook = try Workbook(
      at: path, streaming: false, properties: .init(title: title[strings.chinese], author: author))
    let scope = columns.firstIndex { $0.id == CellColumns.scope.id }
    let consolidated = scope.map { scope in rows.filter { $0[scope] == .text("consolidated") } } ?? []
    let own = consolidated.isEmpty ? rows : rows.filter { row in scope.map { row[$0] } != .text("consolidated") }
    // An agency may file nothing but such reports.
    if !own.isEmpty || consolidated.isEmpty { try addSheet(name, own, to: &workbook) }
    if !consolidated.isEmpty { try addSheet("consolidated", consolidated, to: &workbook) }
    try workbook.close()
  }

  private func addSheet(
    _ name: String, _ rows: [[DataValue]], to workbook: inout Workbook
  ) throws(WorkbookError) {
    try workbook.addSheet(name) { sheet throws(WorkbookError) in
      try sheet.markTable(named: name, columns.map(\.id), rows: max(rows.count, 1))
      for (number, row) in rows.enumerated() { try sheet.write(row, row: number + 1) }
      sheet.freeze(rows: 1, columns: 0)
      try sheet.setWidths(of: columns)
    }
  }
}

extension Sheet {
  /// Writes a row of values, starting at the first column. Texts are as in the CSV.
  mutating func write(_ values: [DataValue], row: Int) throws(WorkbookError) {
    for (column, value) in values.enumerated() {
      switch value {
      case .blank: break
      case .text(let text): try write(CSV.neutralized(text), row: row, column: column)
      case .number(let number): try write(number, row: row, column: column)
      }
    }
  }

  mutating func setWidths(of columns: [DataColumn]) throws(WorkbookError) {
    for (place, column) in columns.enumerated() {
      let width: Double =
        switch column.kind {
        case .text, .address: 32
        case .code, .choice, .date: 14
        case .integer, .decimal: 12
        }
      try setWidth(max(width, Double(column.id.utf8.count) + 3), ofColumns: place...place)
    }
  }
}
