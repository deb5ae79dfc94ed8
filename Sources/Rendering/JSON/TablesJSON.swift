internal import Bytes
internal import Reports

/// The `tables` object of a report's JSON, made once for each form, with a slot for each cell.
struct TablesJSON: Sendable {
  private var literals: [UInt8] = []
  /// Where what stands in front of each cell ends in `literals`; the rest stands behind the last.
  private var ends: [Int] = []

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
            literals += text.utf8
            ends.append(literals.count)
            text = ""
          }
          text += "}"
        }
      }
      text += "}"
    }
    literals += (text + "}").utf8
  }

  func write(_ cells: [Cell], to buffer: inout ByteBuffer) {
    literals.withUnsafeBufferPointer { literals in
      var start = 0
      for index in cells.indices {
        buffer.append(UnsafeBufferPointer(rebasing: literals[start..<ends[index]]))
        start = ends[index]
        switch cells[index].status {
        case .zero: buffer.append("0")
        case .number: buffer.append(cells[index].value)
        case .blank, .notApplicable, .text, .missing: buffer.append("null")
        }
      }
      buffer.append(UnsafeBufferPointer(rebasing: literals[start...]))
    }
  }
}
