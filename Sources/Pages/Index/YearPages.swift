internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Reports
internal import Templates

extension IndexJob {
  /// The list of all years.
  func years(_ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    try writeJSON(.years, .years, to: sink) { index, json in
      json.key("years")
      json.array { json in
        for year in portal.years { yearEntry(year, index, &json) }
      }
    }
    let totals = portal.years.map { (year: $0, totals: portal.totals(of: $0)) }
    let figures = portal.reports.figureColumns
    for frame in frames(.years) {
      let title = PageText.years[frame.language]
      var page = frame.object(
        title: title, description: title, breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
      let rows = totals.map { year, totals in
        ListTable.Row(
          header: frame.yearLink(year),
          cells: [ListTable.cell("\(portal.reports(of: year).count)", isNumeric: true)]
            + ListTable.figureCells(totals.figures, in: figures))
      }
      page[.table] =
        ListTable(
          caption: title,
          columns: [(PageText.year[frame.language], false), (PageText.reports[frame.language], true)]
            + figures.map { ($0.label[frame.language], true) },
          rows: rows
        ).value
      page.set(.scopeNote, TableText.scopeNote[frame.language])
      try frame.render(.years, page, scratch: &scratch, to: sink)
    }
  }

  /// All reports of a year, with their totals.
  func year(_ year: Int, _ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    let reports = portal.reports(of: year)
    let totals = portal.totals(of: year)
    let byRegion = portal.sumsByRegion(of: year, Measure.compared)
    let coverage = Coverage(of: year, in: portal)
    try writeChartTable(
      ChartTables.byRegion, ChartTables.byRegion(byRegion), beside: .year(year, page: 1), to: sink)
    try writeJSON(.year, .year(year, page: 1), to: sink) { index, json in
      json.field("year", year)
      index.totals(totals, &json)
      write(byRegion, coverage, index, &json)
      index.reports(reports, &json)
    }
    let pagination = Pagination(count: reports.count)
    let figures = reports.figureColumns
    let place = portal.years.firstIndex(of: year) ?? 0
    for number in 1...pagination.pages {
      for frame in frames(.year(year, page: number)) {
        let title = TableText.yearTitle(year)[frame.language]
        var page = frame.object(
          title: title, description: title,
          breadcrumb: frame.breadcrumb([frame.entry(PageText.years, .years)], frame.entry(PageText.year(year))))
        var counts = [ReportSummary.Figure(id: "reports", label: PageText.reports, value: DecimalNumber(reports.count))]
        if totals.withoutTables > 0 {
          counts.append(
            .init(id: "without_tables", label: PageText.withoutTables, value: DecimalNumber(totals.withoutTables)))
        }
        page[.figures] = frame.figures(counts + totals.figures)
        page.set(.figuresTitle, PageText.totalsTitle(year)[frame.language])
        page.set(.scopeNote, TableText.scopeNote[frame.language])
        page.set(.listTitle, PageText.reports[frame.language])
        page[.table] = table(Array(reports[pagination.range(of: number)]), figures, caption: title, frame).value
        page[.pages] = pagination.value(of: number, in: frame) { .year(year, page: $0) }
        if place + 1 < portal.years.count { page[.previous] = .object(frame.yearLink(portal.years[place + 1])) }
        if place > 0 { page[.next] = .object(frame.yearLink(portal.years[place - 1])) }
        if number == 1 {
          var blocks = TotalsBlocks(portal: portal, frame: frame, subject: PageText.year(year)[frame.language])
          page[.blocks] = .list(blocks.blocks(of: year, byRegion, coverage))
          try blocks.charts.write(to: sink)
        }
        try frame.render(.year, page, scratch: &scratch, to: sink)
      }
    }
  }

  private func write(
    _ byRegion: [(region: Region, sums: MeasureSums)], _ coverage: Coverage?, _ index: IndexJSON,
    _ json: inout JSONWriter
  ) {
    json.key("by_region")
    json.array { json in
      for (region, sums) in byRegion {
        json.object { json in
          json.field("region", region.code)
          index.sums(sums, &json)
        }
      }
    }
    guard let coverage else { return }
    json.key("coverage")
    json.object { json in
      json.field("bound", coverage.bound.count)
      json.field("reported", coverage.reported)
      if context.site.namesMissing { json.field("missing", coverage.missing.map(\.id)) }
      if context.site.namesLate { json.field("late", coverage.late.map(\.agency)) }
    }
  }

  private func table(
    _ reports: [ReportSummary], _ figures: [ReportSummary.Figure], caption: String, _ frame: PageFrame
  ) -> ListTable {
    let rows = reports.map { report in
      let agency = portal.registry[agency: report.agency]
      let region = agency.flatMap { portal.registry.regions[$0.region]?.name }
      return ListTable.Row(
        header: frame.name(portal.registry.name(of: report.agency, in: report.year), report.route),
        cells: [ListTable.cell(region ?? "—", language: region == nil ? nil : frame.nameLanguage)]
          + ListTable.figureCells(report.figures, in: figures),
        isWithdrawn: report.status == .withdrawn, isConsolidated: report.scope == .consolidated)
    }
    return ListTable(
      caption: caption,
      columns: [(PageText.agency[frame.language], false), (PageText.region[frame.language], false)]
        + figures.map { ($0.label[frame.language], true) },
      rows: rows)
  }
}
