internal import Bytes
internal import DataFiles
internal import Languages
internal import Markup
internal import Portal
internal import Reports
internal import Templates

/// One agency: who it is, and its reports over the years.
struct AgencyPage: IndexPage {
  let portal: Portal
  let agency: Agency

  static func all(in portal: Portal) -> [AgencyPage] {
    portal.registry.agencies.map { AgencyPage(portal: portal, agency: $0) }
  }

  static let folder = "agencies"
  static let layout = Layout("agency")
  static let section = NavigationSection.agencies
  static let json: PageJSON? = .index("agency")
  static let hasTable = true
  static let hasFeed = true
  var route: Route { .agency(agency.id) }
  var feed: Feed? { Feed(title: agency.name, reports: portal.reports(of: agency.id)) }
  var table: DataTable? {
    IndexTables(portal: portal).reports(portal.reports(of: agency.id), TableText.agencyTitle(agency.name))
  }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let reports = portal.reports(of: agency.id)
    let series = AgencySeries(of: agency, reports, portal.statistics)
    try writer.writeChartTable(
      ChartTables.series, ChartTables.series(series, of: agency), beside: self, to: sink)
    try writer.writeJSON(of: self, to: sink) { index, json in
      json.key("agency")
      index.agency(agency, in: portal, &json)
      json.field("short_name", ifPresent: agency.shortName)
      json.field("level", ifPresent: agency.level?.rawValue)
      json.field("function", ifPresent: agency.function)
      json.field("code", ifPresent: agency.code)
      json.key("names")
      json.array { json in
        for earlier in agency.names {
          json.object { json in
            json.field("name", earlier.name)
            json.field("to", earlier.to.iso)
          }
        }
      }
      write(series, &json)
      index.countsOfList(reports.filter { $0.agency == agency.id }, &json)
      index.reports(reports, &json)
    }
    for frame in writer.frames(self) {
      let title = TableText.agencyTitle(agency.name)[frame.strings]
      var page = frame.object(
        title: title, description: title,
        breadcrumb: frame.breadcrumb([frame.entry(PageText.agencies, .agencies)], frame.name(agency.name)))
      page[.titleHtml] = frame.titleHTML(TableText.agencyTitle, name: agency.name)
      page[.facts] = .list(facts(agency, frame))
      if let newest = reports.first(where: { $0.status == .published }) {
        page[.figures] = frame.figures(newest.figures)
        page.set(.figuresTitle, PageText.figuresTitle(newest.year)[frame.strings])
      }
      page[.table] = reportTable(reports, caption: title, frame).value
      var blocks = AgencyBlocks(agency, reports, series, frame: frame)
      page[.blocks] = .list(blocks.makeBlocks())
      try blocks.charts.write(to: sink)
      page[.about] = about(agency, frame).map { .html($0) }
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }

  private func write(_ series: AgencySeries, _ json: inout JSONWriter) {
    json.key("series")
    json.array { json in
      for (place, report) in series.reports.enumerated() {
        json.object { json in
          json.field("year", report.year)
          json.field("scope", report.scope.rawValue)
          json.key("break")
          json.value(series.mark(of: report.year))
          json.key("figures")
          json.object { json in
            for measure in Measure.allCases {
              json.key(measure.id)
              json.value(series.value(measure, at: place))
            }
          }
        }
      }
    }
  }

  private func facts(_ agency: Agency, _ frame: PageFrame) -> [TemplateObject] {
    let region = portal.registry.regions[agency.region]
    return [
      region.map { region in
        frame.fact(
          PageText.region, link: region.name, to: frame.link(.region(region.code)),
          textLanguage: frame.nameLanguage)
      },
      frame.fact(PageText.kind, agency.kind.name[frame.strings]),
      frame.fact(PageText.level, agency.level?.name[frame.strings]),
      peers(of: agency, frame),
      frame.fact(
        CompareText.compare, link: CompareText.others[frame.strings],
        to: "\(frame.link(.compare))?agencies=\(agency.id)"),
      frame.fact(PageText.code, agency.code),
      agency.names.isEmpty ? nil : earlierNames(agency, frame),
      frame.fact(PageText.address, agency.contact?.address, valueLanguage: frame.nameLanguage),
      frame.fact(PageText.postcode, agency.contact?.postcode),
      frame.fact(PageText.phone, agency.contact?.phone),
      frame.fact(PageText.email, agency.contact?.email),
    ].compactMap { $0 }
  }

  private func peers(of agency: Agency, _ frame: PageFrame) -> TemplateObject? {
    guard let function = agency.function, portal.functions.contains(function) else { return nil }
    let name = portal.site.name(ofFunction: function)[frame.strings]
    return frame.fact(RowText.peersFact, link: name, to: frame.link(.peers(function)))
  }

  private func earlierNames(_ agency: Agency, _ frame: PageFrame) -> TemplateObject {
    var html = HTMLWriter(capacity: 256)
    for (number, earlier) in agency.names.enumerated() {
      if number > 0 { html.void("br") }
      html.element("span", .lang(frame.nameLanguage), text: earlier.name)
      html.text(PageText.until(earlier.to, frame.strings))
    }
    return TemplateObject([(.label, .text(PageText.earlierNames[frame.strings])), (.html, .html(html.array()))])
  }

  private func reportTable(_ reports: [ReportSummary], caption: String, _ frame: PageFrame) -> ListTable {
    let figures = reports.figureColumns
    let rows = reports.map { report in
      ListTable.Row(
        header: TemplateObject(label: PageText.year(report.year)[frame.strings], href: frame.link(report.route)),
        cells: [ListTable.cell(report.published.map { DateText.date($0, frame.strings) } ?? "—")]
          + ListTable.figureCells(report.figures, in: figures),
        isWithdrawn: report.status == .withdrawn, isConsolidated: report.scope == .consolidated)
    }
    return ListTable(
      caption: caption,
      columns: [(PageText.year[frame.strings], false), (FieldText.published[frame.strings], false)]
        + figures.map { ($0.label[frame.strings], true) },
      rows: rows)
  }

  private func about(_ agency: Agency, _ frame: PageFrame) -> [UInt8]? {
    let nodes = agency.about.nodes.indices
    guard !nodes.isEmpty else { return nil }
    var html = HTMLWriter()
    var text = DocumentHTML(agency.about, linkPrefix: frame.shared("agencies/"))
    text.write(nodes, to: &html)
    text.writeFootnotes(to: &html)
    return html.array()
  }
}
