internal import Bytes
internal import Reports

/// The `tables` object of a report's JSON, compiled once for each form, with a slot for each cell.
package struct TablesJSON: Sendable {
  /// The text before each cell and after the last.
  private let literals: Literals

  init(form: Form) {
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
}
