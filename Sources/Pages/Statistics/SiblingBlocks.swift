internal import Bytes
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The agencies of a region over the years: a small chart for each, with a common scale, and a table of their numbers.
struct SiblingBlocks {
  private struct Sibling {
    let agency: Agency
    let points: [(year: Int, value: DecimalNumber?)]

    var most: Double { points.compactMap { $0.value?.approximate }.max() ?? 0 }
  }

  let portal: Portal
  private let all: [Sibling]

  private static let measure = Measure.new
  /// If there are more agencies, only those with the largest numbers are drawn.
  private static let mostCharts = 24

  init(of region: Region, in portal: Portal) {
    self.portal = portal
    let agencies = portal.agencies(of: region.code)
    // Only reports on an agency's own work, since a consolidated one would be a sum of its siblings.
    let reports = agencies.map { agency in
      portal.reports(of: agency.id).filter { $0.isInTotals && $0.agency == agency.id }
    }
    let values = reports.map { reports in
      Dictionary(
        reports.compactMap { report in portal.statistics.value(Self.measure, of: report).map { (report.year, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    let years = values.flatMap(\.keys)
    guard let first = years.min(), let last = years.max(), last - first < 100 else {
      all = []
      return
    }
    all = zip(agencies, values).map { agency, values in
      Sibling(agency: agency, points: (first...last).map { ($0, values[$0]) })
    }.filter { SeriesChart.isWorthDrawing($0.points) }
  }

  func blocks(_ frame: PageFrame, _ charts: inout PageCharts) -> [TemplateObject] {
    guard all.count > 1 else { return [] }
    let strings = frame.strings
    let title = TotalsText.siblings(Self.measure.label)
    let places = all.indices.sorted { (all[$1].most, $0) < (all[$0].most, $1) }.prefix(Self.mostCharts).sorted()
    let shown = places.map { all[$0] }
    let most = shown.map(\.most).max() ?? 0
    let multiples = SmallMultiples(
      title: title[strings],
      charts: shown.enumerated().map { place, sibling in
        SeriesChart(
          id: "m\(place)", title: sibling.agency.name,
          description: StatisticsText.description(sibling.agency.name, sibling.points, strings),
          points: sibling.points, breaks: [], size: .small, most: most
        ).markup
      })
    var html = HTMLWriter(capacity: 32 << 10)
    html.block("div", .class("charts small")) { html in
      for (sibling, chart) in zip(shown, multiples.charts) {
        html.line("figure") { html in
          html.line("figcaption") { html in
            frame.writeLink(.agency(sibling.agency.id), language: frame.nameLanguage, to: &html) {
              $0.text(sibling.agency.name)
            }
          }
          html.raw(chart.bytes)
        }
      }
    }
    charts.write(multiples.markup, "agencies", table: "index", to: &html)
    let years = shown[0].points.map(\.year)
    let table = FigureTable(
      frame, id: "siblings", caption: title[strings], corner: PageText.agency[strings],
      columns: years.map { PageText.year($0)[strings] })
    table.write(to: &html, isSortable: true) { html in
      for sibling in shown {
        table.writeRow(sibling.agency.name, isName: true, link: .agency(sibling.agency.id), to: &html) { html in
          for point in sibling.points { FigureTable.writeCell(point.value, to: &html) }
        }
      }
    }
    html.line("p", .class("table-note"), text: TotalsText.siblingsNote(more: all.count - shown.count, strings))
    return [frame.block("siblings", title, html.array())]
  }
}
