internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// One row in all reports: its totals over the years, and the agencies in order of their numbers.
struct RowPage: IndexPage {
  let portal: Portal
  let row: RowMeasure

  static func all(in portal: Portal) -> [RowPage] { portal.rows.map { RowPage(portal: portal, row: $0) } }

  static let folder = "rows"
  static let layout = Layout.statistics
  static let section = NavigationSection.rows
  static let json: PageJSON? = .index("row")
  var route: Route { .row(row.id) }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let values = RowValues(row, in: portal)
    try writer.writeJSON(of: self, to: sink) { _, json in
      values.write(to: &json, registry: portal.registry)
    }
    try writer.writeChartTable(ChartTables.byYear, ChartTables.byYear(values), beside: self, to: sink)
    for frame in writer.frames(self) {
      let title = row.label[frame.strings]
      var page = frame.object(
        title: title, description: row.definition?[frame.strings] ?? title,
        breadcrumb: frame.breadcrumb([frame.entry(RowText.rows, .rows)], TemplateObject(label: title)))
      page.set(.introduction, row.definition?[frame.strings])
      page[.facts] = .list(
        [
          frame.fact(RowText.table, row.tableTitle[frame.strings]),
          frame.fact(RowText.article, row.article?[frame.strings]),
        ].compactMap { $0 })
      var blocks = RowBlocks(row: row, values: values, portal: portal, frame: frame)
      page[.blocks] = .list(blocks.makeBlocks())
      try blocks.charts.write(to: sink)
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }
}
