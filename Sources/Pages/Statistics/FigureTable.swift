internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports

/// A table of figures that is written directly, because passing large tables to a layout as values would be slow.
struct FigureTable {
  typealias Column = (label: String, link: Route?)

  let frame: PageFrame
  /// Unique among the tables of the page.
  let id: String
  let caption: String
  let corner: String
  let columns: [Column]

  init(_ frame: PageFrame, id: String, caption: String, corner: String, columns: [Column]) {
    self.frame = frame
    self.id = id
    self.caption = caption
    self.corner = corner
    self.columns = columns
  }

  init(_ frame: PageFrame, id: String, caption: String, corner: String, columns: [String]) {
    self.init(frame, id: id, caption: caption, corner: corner, columns: columns.map { ($0, nil) })
  }

  /// - Parameters:
  ///   - isSortable: Whether readers can sort the rows.
  ///   - writeRows: Writes the rows, using `writeRow`.
  func write(to html: inout ByteBuffer, isSortable: Bool = false, _ writeRows: (inout ByteBuffer) -> Void) {
    html.append("<div class=\"table\" role=\"region\" aria-labelledby=\"")
    html.append(id)
    html.append("-c\" tabindex=\"0\">")
    html.append(isSortable ? "<table class=\"list series\" data-sortable>" : "<table class=\"list series\">")
    html.append("<caption id=\"")
    html.append(id)
    html.append("-c\">")
    html.appendEscaped(caption)
    html.append("</caption>\n<thead><tr><th scope=\"col\">")
    html.appendEscaped(corner)
    html.append("</th>")
    for column in columns {
      html.append("<th scope=\"col\" class=\"n\">")
      if let link = column.link {
        html.append("<a href=\"")
        frame.write(link: link, to: &html)
        html.append("\">")
      }
      html.appendEscaped(column.label)
      html.append(column.link == nil ? "</th>" : "</a></th>")
    }
    html.append("</tr></thead>\n<tbody>\n")
    writeRows(&html)
    html.append("</tbody></table></div>\n")
  }

  /// - Parameters:
  ///   - isName: Whether the label is a name, which may be in another language than the page.
  ///   - writeCells: Writes one cell for each column, using `writeCell`.
  func writeRow(
    _ label: String, depth: Int = 0, isName: Bool = false, link: Route? = nil, to html: inout ByteBuffer,
    _ writeCells: (inout ByteBuffer) -> Void
  ) {
    html.append("<tr><th scope=\"row\"")
    if depth > 0 {
      html.append(" class=\"d")
      html.append(depth)
      html.append("\"")
    }
    html.append(">")
    let language = isName ? frame.nameLanguage : nil
    if let link {
      html.append("<a href=\"")
      frame.write(link: link, to: &html)
      html.append("\"")
    } else if language != nil {
      html.append("<span")
    }
    if let language {
      html.append(" lang=\"")
      html.append(language)
      html.append("\"")
    }
    if link != nil || language != nil { html.append(">") }
    html.appendEscaped(label)
    if link != nil { html.append("</a>") } else if language != nil { html.append("</span>") }
    html.append("</th>")
    writeCells(&html)
    html.append("</tr>\n")
  }

  static func writeCell(_ number: DecimalNumber?, to html: inout ByteBuffer) {
    html.append("<td>")
    if let number { html.append(number) } else { html.append("—") }
    html.append("</td>")
  }

  static func writeCell(_ text: String, to html: inout ByteBuffer) {
    html.append("<td>")
    html.appendEscaped(text)
    html.append("</td>")
  }
}
