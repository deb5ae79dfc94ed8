internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// Which indicators of earlier forms can be set beside those of the form in force.
struct CrosswalkPage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [CrosswalkPage] {
    portal.site.data.portal ? [CrosswalkPage(portal: portal)] : []
  }

  static let folder = "data"
  static let layout = Layout.document
  static let section = NavigationSection.data
  var route: Route { .crosswalk }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let rows = CrosswalkTable.rows(of: writer.context.forms)
    for frame in writer.frames(self) {
      let page = frame.dataPage(CrosswalkTable.title) { $0.writeCrosswalk(rows, to: &$1) }
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }
}

extension Route {
  static let crosswalk = Route("data/crosswalk")
}

extension DataPageHTML {
  /// Rows that are the same in the forms of 2019 and 2021 are only counted, since there are hundreds of them.
  func writeCrosswalk(_ rows: [CrosswalkTable.Row], to html: inout HTMLWriter) {
    let strings = frame.strings
    let same = rows.count { $0.ids[0] == nil && $0.toThird == .same }
    html.line("p", text: CrosswalkText.introduction(same: same)[strings])
    html.line("p") { html in
      html.element("a", .href(frame.shared("data/crosswalk.csv")), .type("text/csv"), text: "crosswalk.csv")
    }
    let labels =
      CrosswalkTable.forms.map { Text(verbatim: $0) } + [
        CrosswalkText.relation("2014→2019"), CrosswalkText.relation("2019→2021"), CrosswalkText.note,
      ]
    writeTable("crosswalk", CrosswalkTable.title, labels, to: &html) { html in
      for row in rows where row.ids[0] != nil || row.toThird != .same {
        html.line("tr") { html in
          for (place, id) in row.ids.enumerated() {
            if place == 0 {
              html.element("th", .scope("row")) { if let id { $0.element("code", text: id) } else { $0.text("—") } }
            } else {
              html.element("td") { if let id { $0.element("code", text: id) } else { $0.text("—") } }
            }
          }
          html.element("td", text: row.toSecond.meaning[strings])
          html.element("td", text: row.toThird.meaning[strings])
          html.element("td", .lang(row.note.flatMap { frame.language(of: $0) }), text: row.note?[strings] ?? "")
        }
      }
    }
  }
}
