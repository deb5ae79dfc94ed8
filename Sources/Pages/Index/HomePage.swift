internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The front page.
struct HomePage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [HomePage] { [HomePage(portal: portal)] }

  static let folder = ""
  static let layout = Layout("home")
  static let section = NavigationSection.home
  static let json: PageJSON? = .index("portal")
  static let hasFeed = true
  var route: Route { .home }
  var feed: Feed? { Feed(title: portal.site.name, reports: portal.reports) }

  /// How many of the newest reports it names.
  private static let newestReports = 10

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    try writer.writeJSON(of: self, to: sink) { index, json in
      json.field("name", portal.site.name)
      json.field("publisher", ifPresent: portal.site.publisher)
      json.key("counts")
      json.object { json in
        json.field("years", portal.years.count)
        json.field("agencies", portal.registry.agencies.count)
        index.counts(portal.counts, &json)
      }
      json.key("years")
      json.array { json in
        for year in portal.years { index.year(year, in: portal, &json) }
      }
    }
    for frame in writer.frames(self) {
      var page = frame.object(
        title: portal.site.name, description: portal.site.description ?? portal.site.name, breadcrumb: [])
      page.set(.langTitle, frame.nameLanguage)
      page.set(.introduction, portal.site.description)
      page[.facts] = .list(
        [
          frame.fact(PageText.years, "\(portal.years.count)"),
          frame.fact(PageText.agencies, "\(portal.registry.agencies.count)"),
          frame.fact(PageText.reports, "\(portal.counts.reports)"),
        ].compactMap { $0 })
      page[.years] = .list(portal.years.map { yearLink($0, frame) })
      page[.regions] = .list(topRegions.map { frame.regionLink($0, in: portal) })
      page[.latest] = .list(latest(frame))
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }

  /// The topmost regions that give readers a choice: if one region contains all others, its children are used instead.
  private var topRegions: [Region] {
    let tree = portal.registry.regions
    var regions = tree.roots
    while regions.count == 1, portal.agencies(of: regions[0].code).isEmpty {
      let children = tree.children(of: regions[0].code)
      if children.isEmpty { break }
      regions = children
    }
    return regions
  }

  private func yearLink(_ year: Int, _ frame: PageFrame) -> TemplateObject {
    let reports = portal.reports(of: year)
    var link = frame.yearLink(year)
    let totals = portal.totals(of: year)
    let count = ReportSummary.Figure(
      id: "reports", label: PageText.reports, value: DecimalNumber(ReportCounts(reports).reports))
    link[.figures] = frame.figures([count] + totals.figures.prefix(1))
    return link
  }

  private func latest(_ frame: PageFrame) -> [TemplateObject] {
    let dated = portal.reports.compactMap { report in
      report.status == .published ? report.published.map { (report: report, date: $0) } : nil
    }
    let newest = dated.sorted { ($1.date, $0.report.agency) < ($0.date, $1.report.agency) }.map(\.report)
    return newest.prefix(Self.newestReports).map { report in
      var link = frame.name(report.title, report.route)
      link.set(.date, report.published?.iso)
      link.set(.dateText, report.published.map { DateText.date($0, frame.strings) })
      return link
    }
  }
}

extension IndexJSON {
  /// Writes an object of a list of years.
  func year(_ year: Int, in portal: Portal, _ json: inout JSONWriter) {
    let reports = portal.reports(of: year)
    json.object { json in
      json.field("year", year)
      counts(ReportCounts(reports), &json)
      link(.year(year), &json)
      totals(portal.totals(of: year), &json)
    }
  }
}
