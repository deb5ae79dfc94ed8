internal import Bytes
package import Languages
package import Reports

/// A table of a form with one row per report and one column per cell: `data/cn-2021-requests.csv`.
package struct WideTable: Sendable {
  /// Index of the form in the library.
  package let form: Int
  package let name: String
  package let title: Text
  package let columns: [DataColumn]
  /// The cells of the form that are its columns.
  let cells: Range<Int>
  /// The number of leading columns taken from `ReportColumns`.
  static let facts = 6

  private static let titleOfTable: StringKey = "table.of_form"
  private static let definition: StringKey = "column.cell.definition"

  package init(_ form: Form, at place: Int, table: Int) {
    self.form = place
    let table = form.tables[table]
    name = "\(form.id)-\(table.id)"
    title = Self.titleOfTable.with(["table": .text(Text(table.title)), "form": .string(form.id)])
    cells = table.cells
    columns =
      ReportColumns.all.prefix(Self.facts)
      + table.cells.map { index in
        let (row, column) = (form.label(ofRow: index), form.label(ofColumn: index))
        return DataColumn(
          "\(row.id).\(column.id)", form.title(ofCell: index),
          Self.definition.with(["row": .text(Text(row.label)), "column": .text(Text(column.label))]),
          Self.kind(of: form.cells[index].kind), unit: form.cells[index].unit)
      }
  }

  private static func kind(of kind: FormCell.Kind) -> DataColumn.Kind {
    switch kind {
    case .count, .change: .integer
    case .money, .decimal, .percent, .days: .decimal
    case .date, .text: .text
    }
  }

  private func isText(_ cell: Int) -> Bool { columns[Self.facts + cell - cells.lowerBound].kind == .text }

  func write(_ record: ReportRecord, to buffer: inout ByteBuffer) {
    var facts = record.facts()
    for _ in 0..<Self.facts {
      buffer.appendCSV(facts.field())
      buffer.append(UInt8(ascii: ","))
    }
    let last = cells.upperBound - 1
    forEachField(of: record) { index, field in
      buffer.appendCSV(field)
      if index < last { buffer.append(UInt8(ascii: ",")) }
    }
    buffer.append(CSV.lineEnd)
  }

  /// The values of a report, one for each column.
  func values(_ record: ReportRecord) -> [DataValue] {
    var values = Array(record.values().prefix(Self.facts))
    forEachField(of: record) { _, field in values.append(DataValue(field)) }
    return values
  }

  /// Calls `body` for the cells of the table in order: with the number, with the text of a text column, or not at all.
  private func forEachField(of record: ReportRecord, _ body: (Int, RecordReader.Field) -> Void) {
    record.forEachCell { index, cell in
      guard cells.contains(index) else { return }
      if let number = cell.number {
        body(index, .number(number))
      } else if let text = cell.remark, isText(index) {
        body(index, .text(Array(text)[...]))
      } else {
        body(index, .blank)
      }
    }
  }

  /// The wide tables of all forms, in the order of the library. Tables without cells are skipped.
  package static func all(of forms: FormLibrary) -> [WideTable] {
    forms.forms.indices.flatMap { place in
      let form = forms.forms[place]
      return form.tables.indices.filter { !form.tables[$0].cells.isEmpty }.map {
        WideTable(form, at: place, table: $0)
      }
    }
  }
}
