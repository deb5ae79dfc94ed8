internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Reports
internal import Templates

extension IndexJob {
  /// The tree of all regions.
  func regions(_ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    let tree = portal.registry.regions
    try writeJSON(.regions, .regions, to: sink) { index, json in
      json.key("regions")
      json.beginArray()
      for region in tree.regions { index.region(region, reports: portal.reportCount(within: region.code), &json) }
      json.endArray()
    }
    for frame in frames(.regions) {
      let title = PageText.regions[frame.language]
      var page = frame.object(
        title: title, description: title, breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
      var html = HTMLWriter()
      write(tree.roots, frame, to: &html)
      page[.tree] = .html(html.array())
      try frame.render(.regions, page, scratch: &scratch, to: sink)
    }
  }

  private func write(_ regions: [Region], _ frame: PageFrame, to html: inout HTMLWriter) {
    if regions.isEmpty { return }
    html.block("ul", .class("tree")) { html in
      for region in regions {
        html.line("li") { html in
          frame.writeLink(.region(region.code, page: 1), language: frame.nameLanguage, to: &html) {
            $0.text(region.name)
          }
          html.text(" ")
          let count = PageText.reportCount(portal.reportCount(within: region.code))
          html.element("span", .class("count"), text: count[frame.language])
          write(portal.registry.regions.children(of: region.code), frame, to: &html)
        }
      }
    }
  }

  /// One region: its own agencies, and links to the regions below it.
  func region(_ code: String, _ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    let tree = portal.registry.regions
    guard let region = tree[code] else { return }
    let agencies = portal.agencies(of: code)
    let children = tree.children(of: code)
    let reports = portal.reports(ofRegion: code)
    let newest = reports.lazy.filter { $0.status == .published }.map(\.year).max()
    let totals = Totals(reports.filter { $0.year == newest })
    let byYear = portal.sumsByYear(within: code, Measure.compared)
    let parts = byYear.first.map { portal.sumsOfParts(of: region, in: $0.year, Measure.compared) } ?? []
    let route = Route.region(code, page: 1)
    try writeChartTable(ChartTables.byYear, ChartTables.byYear(byYear), beside: route, to: sink)
    if let year = byYear.first?.year {
      try writeChartTable(ChartTables.parts, ChartTables.parts(parts, in: year), beside: route, to: sink)
    }
    try writeJSON(.region, route, to: sink) { index, json in
      json.key("region")
      index.region(region, reports: portal.reportCount(within: code), &json)
      json.key("children")
      json.array { json in
        for child in children { index.region(child, reports: portal.reportCount(within: child.code), &json) }
      }
      json.key("agencies")
      json.array { json in
        for agency in agencies { index.agency(agency, reports: portal.reports(of: agency.id).count, &json) }
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
      index.reports(reports, &json)
    }
    let pagination = Pagination(count: agencies.count)
    for number in 1...pagination.pages {
      for frame in frames(.region(code, page: number)) {
        var page = self.page(of: region, children, frame)
        if let newest {
          page[.figures] = frame.figures(totals.figures)
          page.set(.figuresTitle, PageText.totalsTitle(newest)[frame.language])
          page.set(.scopeNote, TableText.scopeNote[frame.language])
        }
        if !agencies.isEmpty {
          page.set(.listTitle, PageText.agencies[frame.language])
          page[.table] =
            agencyTable(
              Array(agencies[pagination.range(of: number)]),
              caption: TableText.regionTitle(region.name)[frame.language],
              frame
            ).value
        }
        page[.pages] = pagination.value(of: number, in: frame) { .region(code, page: $0) }
        if number == 1 {
          var blocks = TotalsBlocks(portal: portal, frame: frame, subject: region.name)
          page[.blocks] = .list(blocks.blocks(of: region, byYear, parts))
          try blocks.charts.write(to: sink)
        }
        try frame.render(.region, page, scratch: &scratch, to: sink)
      }
    }
  }

  private func page(of region: Region, _ children: [Region], _ frame: PageFrame) -> TemplateObject {
    let above = portal.registry.regions.ancestors(of: region.code)
    let title = TableText.regionTitle(region.name)[frame.language]
    var page = frame.object(
      title: title, description: title,
      breadcrumb: frame.breadcrumb(
        [frame.entry(PageText.regions, .regions)]
          + above.reversed().map { frame.name($0.name, .region($0.code, page: 1)) },
        frame.name(region.name)))
    page[.titleHtml] = frame.titleHTML(TableText.regionTitle, name: region.name)
    page[.facts] = .list(
      [
        frame.fact(PageText.regionCode, region.code),
        above.first.map { parent in
          frame.fact(
            PageText.parentRegion, link: parent.name, to: frame.link(.region(parent.code, page: 1)),
            textLanguage: frame.nameLanguage)
        },
        frame.fact(PageText.reports, "\(portal.reportCount(within: region.code))"),
      ].compactMap { $0 })
    page[.children] = .list(children.map { regionLink($0, frame) })
    return page
  }

  /// A link to a region with the number of reports in it.
  func regionLink(_ region: Region, _ frame: PageFrame) -> TemplateObject {
    var link = frame.name(region.name, .region(region.code, page: 1))
    link.set(.count, PageText.reportCount(portal.reportCount(within: region.code))[frame.language])
    return link
  }
}
