internal import Bytes
internal import Diagnostics
internal import Reports

/// A table of figures that the program writes itself: large ones would take long as values of a layout.
struct FigureTable {
  struct Row {
    /// HTML of the header cell.
    var header: [UInt8]
    var depth = 0
    var cells: [String]

    init(_ text: String, depth: Int = 0, language: String? = nil, href: String? = nil, cells: [String]) {
      var html = ByteBuffer(capacity: 128)
      if let href {
        html.append("<a href=\"")
        html.appendEscaped(href)
        html.append(language.map { "\" lang=\"\($0)\">" } ?? "\">")
      } else if let language {
        html.append("<span lang=\"\(language)\">")
      }
      html.appendEscaped(text)
      if href != nil { html.append("</a>") } else if language != nil { html.append("</span>") }
      header = html.array()
      self.depth = depth
      self.cells = cells
    }
  }

  /// Unlike that of any other table of the page.
  let id: String
  let caption: String
  let corner: String
  let columns: [(label: String, href: String?)]
  var rows: [Row]

  init(id: String, caption: String, corner: String, columns: [(label: String, href: String?)], rows: [Row]) {
    self.id = id
    self.caption = caption
    self.corner = corner
    self.columns = columns
    self.rows = rows
  }

  init(id: String, caption: String, corner: String, columns: [String], rows: [Row]) {
    self.init(id: id, caption: caption, corner: corner, columns: columns.map { ($0, nil) }, rows: rows)
  }

  /// - Parameter isSortable: whether readers may put the rows in another order.
  func write(to html: inout ByteBuffer, isSortable: Bool = false) {
    html.append("<div class=\"table\" role=\"region\" aria-labelledby=\"\(id)-c\" tabindex=\"0\">")
    html.append(isSortable ? "<table class=\"list series\" data-sortable>" : "<table class=\"list series\">")
    html.append("<caption id=\"\(id)-c\">")
    html.appendEscaped(caption)
    html.append("</caption>\n<thead><tr><th scope=\"col\">")
    html.appendEscaped(corner)
    html.append("</th>")
    for column in columns {
      html.append("<th scope=\"col\" class=\"n\">")
      if let href = column.href {
        html.append("<a href=\"")
        html.appendEscaped(href)
        html.append("\">")
      }
      html.appendEscaped(column.label)
      html.append(column.href == nil ? "</th>" : "</a></th>")
    }
    html.append("</tr></thead>\n<tbody>\n")
    for row in rows {
      html.append("<tr><th scope=\"row\"")
      if row.depth > 0 { html.append(" class=\"d\(row.depth)\"") }
      html.append(">")
      html.append(row.header)
      html.append("</th>")
      for cell in row.cells {
        html.append("<td class=\"n\">")
        html.appendEscaped(cell)
        html.append("</td>")
      }
      html.append("</tr>\n")
    }
    html.append("</tbody></table></div>\n")
  }
}
