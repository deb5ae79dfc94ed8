internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The rows of the forms with what is counted in each.
struct RowsPage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [RowsPage] { [RowsPage(portal: portal)] }

  static let folder = "rows"
  static let layout = Layout.statistics
  static let section = NavigationSection.rows
  static let json: PageJSON? = .index("rows")
  var route: Route { .rows }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    try writer.writeJSON(of: self, to: sink) { index, json in
      json.key("rows")
      json.array { json in
        for row in portal.rows {
          json.object { json in
            json.field("id", row.id)
            json.field("label", row.label.chinese)
            json.field("label_en", row.label.english)
            index.link(.row(row.id), &json)
          }
        }
      }
    }
    for frame in writer.frames(self) {
      let title = RowText.rows[frame.strings]
      var page = frame.object(
        title: title, description: RowText.rowsNote[frame.strings],
        breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
      page.set(.introduction, RowText.rowsNote[frame.strings])
      var blocks: [TemplateObject] = []
      var rest = portal.rows[...]
      while let first = rest.first {
        let table = rest.prefix { $0.tableTitle.chinese == first.tableTitle.chinese }
        blocks.append(frame.block("t\(blocks.count)", first.tableTitle, definitions(table, frame)))
        rest = rest.dropFirst(table.count)
      }
      page[.blocks] = .list(blocks)
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }

  private func definitions(_ rows: ArraySlice<RowMeasure>, _ frame: PageFrame) -> [UInt8] {
    var html = HTMLWriter(capacity: 8 << 10)
    html.block("dl", .class("rows")) { html in
      for row in rows {
        html.line("div", .class("d\(row.depth)")) { html in
          html.element("dt") { html in
            frame.writeLink(.row(row.id), to: &html) { $0.text(row.label[frame.strings]) }
          }
          html.element("dd") { html in
            html.text(row.definition?[frame.strings] ?? "")
            if let article = row.article {
              html.text(PageText.bracketed(article[frame.strings], frame.strings))
            }
          }
        }
      }
    }
    return html.array()
  }
}

extension Route {
  static let rows = Route("rows/index")
}
