internal import Bytes
internal import Reports

/// The `tables` object of a report's JSON, compiled once for each form, with a slot for each cell.
package struct TablesJSON: Sendable {
  /// The text before each cell and after the last.
  private let literals: Literals
  private let hasFixedUnit: [Bool]

  init(form: Form) {
    hasFixedUnit = form.cells.map { !$0.hasStatedUnit }
    var texts: [[UInt8]] = []
    var text = "{"
    for (number, table) in form.tables.enumerated() {
      text += number == 0 ? "" : ","
      text += "\"\(table.id)\":{"
      for (blockNumber, block) in table.blocks.enumerated() {
        for row in block.rows.leaves.indices {
          text += blockNumber == 0 && row == 0 ? "" : ","
          text += "\"\(block.rows.leaf(row).id)\":{"
          for column in block.columns.leaves.indices {
            text += column == 0 ? "" : ","
            text += "\"\(block.columns.leaf(column).id)\":"
            texts.append(Array(text.utf8))
            text = ""
          }
          text += "}"
        }
      }
      text += "}"
    }
    literals = Literals(texts + [Array((text + "}").utf8)])
  }

  /// The numbers are in the unit that the form fixes, otherwise in that of the report.
  func write(_ cells: [Cell], to buffer: inout ByteBuffer) {
    literals.withLiterals { literals in
      for index in cells.indices {
        buffer.append(literals[index])
        switch cells[index].status {
        case .zero: buffer.append("0")
        case .number: buffer.append(cells[index].value)
        case .blank, .notApplicable, .text, .missing: buffer.append("null")
        }
      }
      buffer.append(literals[cells.count])
    }
  }

  func write(_ record: ReportRecord, to buffer: inout ByteBuffer) {
    literals.withLiterals { literals in
      var end = 0
      record.forEachCell { index, cell in
        buffer.append(literals[index])
        end = index + 1
        guard let number = hasFixedUnit[index] ? cell.base : cell.number else { return buffer.append("null") }
        if cell.status == .zero { buffer.append("0") } else { buffer.append(number) }
      }
      buffer.append(literals[end])
    }
  }
}
