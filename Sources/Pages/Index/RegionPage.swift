internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// One region: its own agencies, and the way to the regions below it.
struct RegionPage: IndexPage {
  let portal: Portal
  let region: Region

  static func all(in portal: Portal) -> [RegionPage] {
    portal.registry.regions.regions.map { RegionPage(portal: portal, region: $0) }
  }

  static let folder = "regions"
  static let layout = Layout("region")
  static let section = NavigationSection.regions
  static let json: PageJSON? = .index("region")
  static let hasTable = true
  static let hasFeed = true
  var route: Route { .region(region.code) }
  var rowCount: Int { portal.agencies(of: region.code).count }
  var feed: Feed? { Feed(title: region.name, reports: portal.reports(ofRegion: region.code)) }
  var table: DataTable? {
    IndexTables(portal: portal).reports(portal.reports(ofRegion: region.code), TableText.regionTitle(region.name))
  }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let tree = portal.registry.regions
    let code = region.code
    let agencies = portal.agencies(of: code)
    let children = tree.children(of: code)
    let reports = portal.reports(ofRegion: code)
    let newest = reports.lazy.filter { $0.status == .published }.map(\.year).max()
    let totals = Totals(reports.filter { $0.year == newest })
    let byYear = portal.sumsByYear(within: code, Measure.compared)
    let breaks = TotalBreaks(portal.reports(within: code))
    let points = ConstantSet(portal.reports(within: code))?.points(of: .new, byYear.map(\.year), portal.statistics)
    let constant = Dictionary(
      uniqueKeysWithValues: (points ?? []).compactMap { point in point.value.map { (point.year, $0) } })
    let parts = byYear.first.map { portal.sumsOfParts(of: region, in: $0.year, Measure.compared) } ?? []
    try writer.writeChartTable(
      ChartTables.byYear, ChartTables.byYear(byYear, breaks, constant: constant), beside: self, to: sink)
    if let year = byYear.first?.year {
      try writer.writeChartTable(ChartTables.parts, ChartTables.parts(parts, in: year), beside: self, to: sink)
    }
    try writer.writeJSON(of: self, to: sink) { index, json in
      json.key("region")
      index.region(region, in: portal, &json)
      json.key("children")
      json.array { json in
        for child in children { index.region(child, in: portal, &json) }
      }
      json.key("agencies")
      json.array { json in
        for agency in agencies { index.agency(agency, in: portal, &json) }
      }
      if let newest {
        json.field("newest_year", newest)
        index.totals(totals, &json)
      }
      json.key("by_year")
      json.array { json in
        for (year, sums) in byYear {
          json.object { json in
            json.field("year", year)
            json.key("break")
            json.value(breaks.mark(of: year))
            index.sums(sums, &json)
          }
        }
      }
      json.key("parts")
      json.array { json in
        for (part, sums) in parts {
          json.object { json in
            json.field("region", part.code)
            index.sums(sums, &json)
          }
        }
      }
      index.countsOfList(reports, &json)
      index.reports(reports, &json)
    }
    let pagination = Pagination(count: agencies.count)
    for number in 1...pagination.pages {
      for frame in writer.frames(self, number: number) {
        var page = self.page(of: region, children, frame)
        if let newest {
          page[.figures] = frame.figures(totals.figures)
          page.set(.figuresTitle, PageText.totalsTitle(newest)[frame.strings])
          page.set(.scopeNote, TableText.scopeNote[frame.strings])
        }
        if !agencies.isEmpty {
          page.set(.listTitle, PageText.agencies[frame.strings])
          page[.table] =
            frame.agencyTable(
              agencies[pagination.range(of: number)],
              caption: TableText.regionTitle(region.name)[frame.strings], in: portal
            ).value
        }
        page[.pages] = pagination.value(of: number, in: frame, page: self)
        if number == 1 {
          var blocks = TotalsBlocks(portal: portal, frame: frame, subject: region.name)
          page[.blocks] = .list(blocks.blocks(of: region, byYear, breaks, parts))
          try blocks.charts.write(to: sink)
        }
        try frame.render(Self.layout, page, &scratch, to: sink)
      }
    }
  }

  private func page(of region: Region, _ children: [Region], _ frame: PageFrame) -> TemplateObject {
    let above = portal.registry.regions.ancestors(of: region.code)
    let title = TableText.regionTitle(region.name)[frame.strings]
    var page = frame.object(
      title: title, description: title,
      breadcrumb: frame.breadcrumb(
        [frame.entry(PageText.regions, .regions)]
          + above.reversed().map { frame.name($0.name, .region($0.code)) },
        frame.name(region.name)))
    page[.titleHtml] = frame.titleHTML(TableText.regionTitle, name: region.name)
    page[.facts] = .list(
      [
        frame.fact(PageText.regionCode, region.code),
        above.first.map { parent in
          frame.fact(
            PageText.parentRegion, link: parent.name, to: frame.link(.region(parent.code)),
            textLanguage: frame.nameLanguage)
        },
        frame.fact(PageText.reports, "\(portal.reportCount(within: region.code))"),
      ].compactMap { $0 })
    page[.children] = .list(children.map { frame.regionLink($0, in: portal) })
    return page
  }
}

extension PageFrame {
  /// A link to a region with the number of reports in it.
  func regionLink(_ region: Region, in portal: Portal) -> TemplateObject {
    var link = name(region.name, .region(region.code))
    link.set(.count, PageText.reportCount(portal.reportCount(within: region.code))[strings])
    return link
  }
}
