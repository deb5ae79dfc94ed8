internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// All reports of a year, with their totals.
struct YearPage: IndexPage {
  let portal: Portal
  let year: Int

  static func all(in portal: Portal) -> [YearPage] { portal.years.map { YearPage(portal: portal, year: $0) } }

  static let folder = "years"
  static let layout = Layout("year")
  static let section = NavigationSection.years
  static let json: PageJSON? = .index("year")
  static let hasTable = true
  static let isDataset = true
  var route: Route { .year(year) }
  var rowCount: Int { portal.reports(of: year).count }
  var period: String? { "\(year)" }
  var table: DataTable? { IndexTables(portal: portal).reports(portal.reports(of: year), TableText.yearTitle(year)) }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let reports = portal.reports(of: year)
    let totals = portal.totals(of: year)
    let byRegion = portal.sumsByRegion(of: year, Measure.compared)
    let coverage = Coverage(of: year, in: portal)
    try writer.writeChartTable(
      ChartTables.byRegion, ChartTables.byRegion(byRegion), beside: self, to: sink)
    try writer.writeJSON(of: self, to: sink) { index, json in
      json.field("year", year)
      index.countsOfList(reports, &json)
      index.totals(totals, &json)
      write(byRegion, coverage, index, &json)
      index.reports(reports, &json)
    }
    let pagination = Pagination(count: reports.count)
    let figures = reports.figureColumns
    let place = portal.years.firstIndex(of: year) ?? 0
    for number in 1...pagination.pages {
      for frame in writer.frames(self, number: number) {
        let title = TableText.yearTitle(year)[frame.strings]
        var page = frame.object(
          title: title, description: title,
          breadcrumb: frame.breadcrumb([frame.entry(PageText.years, .years)], frame.entry(PageText.year(year))))
        var counts = Self.figures(ReportCounts(reports))
        if totals.withoutTables > 0 {
          counts.append(
            .init(id: "without_tables", label: PageText.withoutTables, value: DecimalNumber(totals.withoutTables)))
        }
        page[.figures] = frame.figures(counts + totals.figures)
        page.set(.figuresTitle, PageText.totalsTitle(year)[frame.strings])
        page.set(.scopeNote, TableText.scopeNote[frame.strings])
        page.set(.listTitle, PageText.reports[frame.strings])
        page[.table] = table(Array(reports[pagination.range(of: number)]), figures, caption: title, frame).value
        page[.pages] = pagination.value(of: number, in: frame, page: self)
        if place + 1 < portal.years.count { page[.previous] = .object(frame.yearLink(portal.years[place + 1])) }
        if place > 0 { page[.next] = .object(frame.yearLink(portal.years[place - 1])) }
        if number == 1 {
          var blocks = TotalsBlocks(portal: portal, frame: frame, subject: PageText.year(year)[frame.strings])
          page[.blocks] = .list(blocks.blocks(of: year, byRegion, coverage))
          try blocks.charts.write(to: sink)
        }
        try frame.render(Self.layout, page, &scratch, to: sink)
      }
    }
  }

  /// How many reports there are, and how many of them the totals do not add.
  private static func figures(_ counts: ReportCounts) -> [ReportSummary.Figure] {
    var figures = [
      ReportSummary.Figure(id: "reports", label: PageText.reports, value: DecimalNumber(counts.reports))
    ]
    if counts.added < counts.reports {
      figures.append(.init(id: "reports_added", label: TableText.reportsAdded, value: DecimalNumber(counts.added)))
    }
    if counts.withdrawn > 0 {
      figures.append(.init(id: "withdrawn", label: PageText.withdrawn, value: DecimalNumber(counts.withdrawn)))
    }
    return figures
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
      if portal.site.namesMissing { json.field("missing", coverage.missing.map(\.id)) }
      if portal.site.namesLate { json.field("late", coverage.late.map(\.agency)) }
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
      columns: [(PageText.agency[frame.strings], false), (PageText.region[frame.strings], false)]
        + figures.map { ($0.label[frame.strings], true) },
      rows: rows)
  }
}
