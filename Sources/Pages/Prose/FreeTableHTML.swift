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

  func write(using text: inout DocumentHTML, to html: inout HTMLWriter) {
    let table = document.tables[table]
    let numeric = (0..<table.columns).map { table.alignments[$0] == .right }
    html.line("div", .class("table"), .role("region"), .labelledBy(id), .focusable) { html in
      html.element("table", .class("free")) { html in
        writeCaption(to: &html)
        html.newline()
        html.line("thead") { html in
          html.element("tr") { html in
            for column in 0..<table.columns {
              // Without a caption, the first heading names the region, so that screen readers have a name for it.
              let id = column == 0 && caption == nil ? id : nil
              html.element("th", .scope("col"), .id(id), .class(numeric[column] ? "n" : nil)) { html in
                write(table.cell(row: 0, column: column), using: &text, to: &html)
              }
            }
          }
        }
        html.startTag("tbody")
        html.newline()
        for row in table.rows.indices.dropFirst() {
          html.line("tr") { html in
            for column in 0..<table.columns {
              let cell = table.cell(row: row, column: column)
              if column == 0 {
                html.element("th", .scope("row")) { write(cell, using: &text, to: &$0) }
              } else {
                html.element("td", .class(numeric[column] ? "n" : nil)) { write(cell, using: &text, to: &$0) }
              }
            }
          }
        }
        html.endTag("tbody")
      }
    }
  }

  private func writeCaption(to html: inout HTMLWriter) {
    guard let caption else { return }
    html.element("caption", .id(id)) { html in
      html.text(caption)
      if let unit { html.text("（\(unit)）") }
    }
  }

  private func write(_ cell: Table.Cell, using text: inout DocumentHTML, to html: inout HTMLWriter) {
    if cell.nodes.isEmpty {
      html.text(document.text[Int(cell.text.start)..<Int(cell.text.end)])
    } else {
      text.write(Int(cell.nodes.lowerBound)..<Int(cell.nodes.upperBound), to: &html)
    }
  }
}
