internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Reports
internal import Templates

extension IndexJob {
  /// The rows of the forms with their definitions.
  func rows(_ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    try writeJSON(.rows, .rows, to: sink) { index, json in
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
    for frame in frames(.rows) {
      let title = RowText.rows[frame.language]
      var page = frame.object(
        title: title, description: RowText.rowsNote[frame.language],
        breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
      page.set(.introduction, RowText.rowsNote[frame.language])
      var blocks: [TemplateObject] = []
      var rest = portal.rows[...]
      while let first = rest.first {
        let table = rest.prefix { $0.tableTitle.chinese == first.tableTitle.chinese }
        blocks.append(frame.block("t\(blocks.count)", first.tableTitle, definitions(table, frame)))
        rest = rest.dropFirst(table.count)
      }
      page[.blocks] = .list(blocks)
      try frame.render(.statistics, page, scratch: &scratch, to: sink)
    }
  }

  private func definitions(_ rows: ArraySlice<RowMeasure>, _ frame: PageFrame) -> [UInt8] {
    var html = HTMLWriter(capacity: 8 << 10)
    html.block("dl", .class("rows")) { html in
      for row in rows {
        html.line("div", .class("d\(row.depth)")) { html in
          html.element("dt") { html in
            frame.writeLink(.row(row.id), to: &html) { $0.text(row.label[frame.language]) }
          }
          html.element("dd") { html in
            html.text(row.definition?[frame.language] ?? "")
            if let article = row.article {
              html.text(PageText.bracketed(article[frame.language], frame.language))
            }
          }
        }
      }
    }
    return html.array()
  }

  /// One row in all reports: its totals over the years, and the agencies ranked by their numbers.
  func row(_ id: String, _ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    guard let row = portal.rows.first(where: { $0.id == id }) else { return }
    let values = RowValues(row, in: portal)
    try writeJSON(.row, .row(id), to: sink) { _, json in
      values.write(to: &json, registry: portal.registry)
    }
    try writeChartTable(ChartTables.byYear, ChartTables.byYear(values), beside: .row(id), to: sink)
    for frame in frames(.row(id)) {
      let title = row.label[frame.language]
      var page = frame.object(
        title: title, description: row.definition?[frame.language] ?? title,
        breadcrumb: frame.breadcrumb([frame.entry(RowText.rows, .rows)], TemplateObject(label: title)))
      page.set(.introduction, row.definition?[frame.language])
      page[.facts] = .list(
        [
          frame.fact(RowText.table, row.tableTitle[frame.language]),
          frame.fact(RowText.article, row.article?[frame.language]),
        ].compactMap { $0 })
      var blocks = RowBlocks(row: row, values: values, portal: portal, frame: frame)
      page[.blocks] = .list(blocks.makeBlocks())
      try blocks.charts.write(to: sink)
      try frame.render(.statistics, page, scratch: &scratch, to: sink)
    }
  }
}
