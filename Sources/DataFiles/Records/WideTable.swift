internal import Bytes
package import Languages
package import Reports

/// A table of a form with one row per report and one column per cell, in base units: `data/cn-2021-requests.csv`.
package struct WideTable: Sendable {
  /// Index of the form in the library.
  package let form: Int
  package let name: String
  package let title: Text
  package let columns: [DataColumn]
  /// The cells of the form that are its columns.
  let cells: Range<Int>
  /// By cell of the table: whether it holds a text, and the base unit of an amount.
  private let isText: [Bool]
  private let baseUnits: [[UInt8]?]
  /// The number of leading columns taken from `ReportColumns`.
  static let facts = 6

  private static let titleOfTable: StringKey = "table.of_form"
  private static let definition: StringKey = "column.cell.definition"
  private static let written: StringKey = "column.written"
  private static let writtenDefinition: StringKey = "column.written.definition"

  package init(_ form: Form, at place: Int, table: Int) {
    self.form = place
    let table = form.tables[table]
    name = "\(form.id)-\(table.id)"
    title = Self.titleOfTable.with(["table": .text(Text(table.title)), "form": .string(form.id)])
    cells = table.cells
    columns = ReportColumns.all.prefix(Self.facts) + table.cells.flatMap { Self.columns(of: $0, in: form) }
    isText = table.cells.map { form.cells[$0].kind == .date || form.cells[$0].kind == .text }
    baseUnits = table.cells.map { form.cells[$0].kind == .money ? Array(form.cells[$0].baseUnit.utf8) : nil }
  }

  /// A column for the figure in its base unit, and for amounts another for what is written where that differs.
  private static func columns(of index: Int, in form: Form) -> [DataColumn] {
    let cell = form.cells[index]
    let (row, column) = (form.label(ofRow: index), form.label(ofColumn: index))
    let words = definition.with(["row": .text(Text(row.label)), "column": .text(Text(column.label))])
    let figure = DataColumn(cell.id, form.title(ofCell: index), words, kind(of: cell.kind), unit: cell.baseUnit)
    guard cell.kind == .money else { return [figure] }
    return [
      figure,
      DataColumn(
        "\(cell.id).written",
        written.with(["figure": .text(figure.label)]), writtenDefinition.with(["figure": .text(words)])),
    ]
  }

  private static func kind(of kind: FormCell.Kind) -> DataColumn.Kind {
    switch kind {
    case .count, .change: .integer
    case .money, .decimal, .percent, .days: .decimal
    case .date, .text: .text
    }
  }

  func write(_ record: ReportRecord, to buffer: inout ByteBuffer) {
    var facts = record.facts()
    for number in 0..<Self.facts {
      if number > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.appendCSV(facts.field())
    }
    forEachField(of: record, zeroAmount: .noAmount) { field in
      buffer.append(UInt8(ascii: ","))
      buffer.appendCSV(field)
    }
    buffer.append(CSV.lineEnd)
  }

  /// The values of a report, one for each column.
  func values(_ record: ReportRecord) -> [DataValue] {
    var values = Array(record.values().prefix(Self.facts))
    forEachField(of: record, zeroAmount: .zero) { values.append(DataValue($0)) }
    return values
  }

  /// Calls `body` for each column of cells, in order.
  ///
  /// - Parameter zeroAmount: How an amount of nothing is written.
  private func forEachField(
    of record: ReportRecord, zeroAmount: DecimalNumber, _ body: (RecordReader.Field) -> Void
  ) {
    record.forEachCell { index, cell in
      guard cells.contains(index) else { return }
      let place = index - cells.lowerBound
      if let base = cell.base {
        body(.number(base.isZero && baseUnits[place] != nil ? zeroAmount : base))
      } else if let text = cell.remark, isText[place] {
        body(.text(Array(text)[...]))
      } else {
        body(.blank)
      }
      guard let baseUnit = baseUnits[place] else { return }
      guard let number = cell.number, cell.unit.map({ !$0.elementsEqual(baseUnit) }) ?? !cell.hasBaseUnit else {
        return body(.blank)
      }
      var written = ByteBuffer(capacity: 32)
      written.append(number)
      if let unit = cell.unit { written.append(unit) }
      body(.text(written.array()[...]))
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
