internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Reports
internal import Templates

extension IndexJob {
  /// The number of newest reports on the front page.
  private static let newestReports = 10

  func home(_ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    try writeJSON(.portal, .home, to: sink) { index, json in
      json.field("name", context.site.name)
      json.field("publisher", ifPresent: context.site.publisher)
      json.key("counts")
      json.object { json in
        json.field("years", portal.years.count)
        json.field("agencies", portal.registry.agencies.count)
        json.field("reports", portal.reports.count)
      }
      json.key("years")
      json.array { json in
        for year in portal.years { yearEntry(year, index, &json) }
      }
    }
    for frame in frames(.home) {
      var page = frame.object(
        title: context.site.name, description: context.site.description ?? context.site.name, breadcrumb: [])
      page.set(.langTitle, frame.nameLanguage)
      page.set(.introduction, context.site.description)
      page[.facts] = .list(
        [
          frame.fact(PageText.years, "\(portal.years.count)"),
          frame.fact(PageText.agencies, "\(portal.registry.agencies.count)"),
          frame.fact(PageText.reports, "\(portal.reports.count)"),
        ].compactMap { $0 })
      page[.years] = .list(portal.years.map { yearLink($0, frame) })
      page[.regions] = .list(topRegions.map { regionLink($0, frame) })
      page[.latest] = .list(latest(frame))
      try frame.render(.home, page, scratch: &scratch, to: sink)
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
    let count = ReportSummary.Figure(id: "reports", label: PageText.reports, value: DecimalNumber(reports.count))
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
      link.set(.dateText, report.published.map { DateText.date($0, frame.language) })
      return link
    }
  }

  func yearEntry(_ year: Int, _ index: IndexJSON, _ json: inout JSONWriter) {
    let reports = portal.reports(of: year)
    json.object { json in
      json.field("year", year)
      json.field("reports", reports.count)
      index.link(.year(year, page: 1), &json)
      index.totals(portal.totals(of: year), &json)
    }
  }
}
