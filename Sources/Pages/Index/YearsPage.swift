internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The list of all years.
struct YearsPage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [YearsPage] { [YearsPage(portal: portal)] }

  static let folder = "years"
  static let layout = Layout("years")
  static let section = NavigationSection.years
  static let json: PageJSON? = .index("years")
  static let hasTable = true
  static let isDataset = true
  var route: Route { .years }
  var table: DataTable? { IndexTables(portal: portal).years }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    try writer.writeJSON(of: self, to: sink) { index, json in
      json.key("years")
      json.array { json in
        for year in portal.years { index.year(year, in: portal, &json) }
      }
    }
    let totals = portal.years.map { (year: $0, totals: portal.totals(of: $0)) }
    let figures = portal.reports.figureColumns
    for frame in writer.frames(self) {
      let title = PageText.years[frame.strings]
      var page = frame.object(
        title: title, description: title, breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
      let rows = totals.map { year, totals in
        ListTable.Row(
          header: frame.yearLink(year),
          cells: [ListTable.cell("\(ReportCounts(portal.reports(of: year)).reports)", isNumeric: true)]
            + ListTable.figureCells(totals.figures, in: figures))
      }
      page[.table] =
        ListTable(
          caption: title,
          columns: [(PageText.year[frame.strings], false), (PageText.reports[frame.strings], true)]
            + figures.map { ($0.label[frame.strings], true) },
          rows: rows
        ).value
      page.set(.scopeNote, TableText.scopeNote[frame.strings])
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }
}

extension Route {
  static let years = Route("years/index")
}
