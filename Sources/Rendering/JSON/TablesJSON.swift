internal import Bytes
internal import Reports

/// The `tables` object of a report's JSON, made once for each form, with a slot for each cell.
struct TablesJSON: Sendable {
  /// What stands in front of each cell, and behind the last.
  private var literals: [[UInt8]] = []

  init(form: Form) {
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
            literals.append(Array(text.utf8))
            text = ""
          }
          text += "}"
        }
      }
      text += "}"
    }
    literals.append(Array((text + "}").utf8))
  }

  func write(_ cells: [Cell], to buffer: inout ByteBuffer) {
    for (index, cell) in cells.enumerated() {
      buffer.append(literals[index])
      if cell.status == .number || cell.status == .zero { buffer.append(cell.value) } else { buffer.append("null") }
    }
    buffer.append(literals[literals.count - 1])
  }
}
