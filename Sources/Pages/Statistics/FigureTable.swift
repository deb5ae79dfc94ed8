internal import Bytes
internal import Languages
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
  func write(to html: inout HTMLWriter, isSortable: Bool = false, _ writeRows: (inout HTMLWriter) -> Void) {
    let captionID = "\(id)-c"
    html.line("div", .class("table"), .role("region"), .labelledBy(captionID), .focusable) { html in
      html.element("table", .class("list series"), .attribute("data-sortable", if: isSortable)) { html in
        html.line("caption", .id(captionID), text: caption)
        html.line("thead") { html in
          html.element("tr", writeHeaders)
        }
        html.startTag("tbody")
        html.newline()
        writeRows(&html)
        html.endTag("tbody")
      }
    }
  }

  private func writeHeaders(to html: inout HTMLWriter) {
    html.element("th", .scope("col"), text: corner)
    for column in columns {
      html.element("th", .scope("col"), .class("n")) { html in
        if let link = column.link {
          frame.writeLink(link, to: &html) { $0.text(column.label) }
        } else {
          html.text(column.label)
        }
      }
    }
  }

  /// - Parameters:
  ///   - isName: Whether the label is a name, which may be in another language than the page.
  ///   - writeCells: Writes one cell for each column, using `writeCell`.
  func writeRow(
    _ label: String, depth: Int = 0, isName: Bool = false, link: Route? = nil, to html: inout HTMLWriter,
    _ writeCells: (inout HTMLWriter) -> Void
  ) {
    html.line("tr") { html in
      html.element("th", .scope("row"), .class(depth > 0 ? "d\(depth)" : nil)) { html in
        let language = isName ? frame.nameLanguage : nil
        if let link {
          frame.writeLink(link, language: language, to: &html) { $0.text(label) }
        } else if let language {
          html.element("span", .lang(language), text: label)
        } else {
          html.text(label)
        }
      }
      writeCells(&html)
    }
  }

  static func writeCell(_ number: DecimalNumber?, to html: inout HTMLWriter) {
    html.element("td") { html in
      if let number { html.text(number) } else { html.text("—") }
    }
  }

  static func writeCell(_ text: String, to html: inout HTMLWriter) {
    html.element("td") { $0.text(text) }
  }
}
