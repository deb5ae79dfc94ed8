internal import Bytes
internal import Markup

/// Writes a table that the author added to the form.
struct FreeTableHTML {
  let document: Document
  /// Index in `Document.tables`.
  let table: Int
  /// Id of the caption.
  let id: String
  var caption: String?
  var unit: String?

  func write(using text: inout DocumentHTML, to buffer: inout ByteBuffer) {
    let table = document.tables[table]
    buffer.append("<div class=\"table\" role=\"region\" aria-labelledby=\"")
    buffer.append(id)
    buffer.append("\" tabindex=\"0\"><table class=\"free\">")
    if let caption {
      buffer.append("<caption id=\"")
      buffer.append(id)
      buffer.append("\">")
      buffer.appendEscaped(caption)
      if let unit {
        buffer.append("（")
        buffer.appendEscaped(unit)
        buffer.append("）")
      }
      buffer.append("</caption>")
    }
    buffer.append("\n")
    let numeric = (0..<table.columns).map { table.alignments[$0] == .right }
    buffer.append("<thead><tr>")
    for column in 0..<table.columns {
      buffer.append("<th scope=\"col\"")
      // Without a caption, the first heading names the region, so that screen readers have a name for it.
      if column == 0, caption == nil {
        buffer.append(" id=\"")
        buffer.append(id)
        buffer.append("\"")
      }
      if numeric[column] { buffer.append(" class=\"n\"") }
      buffer.append(">")
      write(table.cell(row: 0, column: column), using: &text, to: &buffer)
      buffer.append("</th>")
    }
    buffer.append("</tr></thead>\n<tbody>\n")
    for row in table.rows.indices.dropFirst() {
      buffer.append("<tr>")
      for column in 0..<table.columns {
        buffer.append(column == 0 ? "<th scope=\"row\">" : numeric[column] ? "<td class=\"n\">" : "<td>")
        write(table.cell(row: row, column: column), using: &text, to: &buffer)
        buffer.append(column == 0 ? "</th>" : "</td>")
      }
      buffer.append("</tr>\n")
    }
    buffer.append("</tbody></table></div>\n")
  }

  private func write(_ cell: Table.Cell, using text: inout DocumentHTML, to buffer: inout ByteBuffer) {
    if cell.nodes.isEmpty {
      buffer.appendEscaped(document.text[Int(cell.text.start)..<Int(cell.text.end)])
    } else {
      text.write(Int(cell.nodes.lowerBound)..<Int(cell.nodes.upperBound), to: &buffer)
    }
  }
}
