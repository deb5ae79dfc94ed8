internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// Totals of a year by region, and totals of a region by year and by its parts.
struct TotalsBlocks {
  let portal: Portal
  let frame: PageFrame
  private(set) var charts: PageCharts

  init(portal: Portal, frame: PageFrame, subject: String) {
    self.portal = portal
    self.frame = frame
    charts = PageCharts(frame, subject: subject)
  }

  private var strings: Strings { frame.strings }
  private static let measures = Measure.compared
  /// A chart with more bars is unreadable; the table beside it has all of them.
  private static let mostBars = 20

  // MARK: A year

  mutating func blocks(
    of year: Int, _ regions: [(region: Region, sums: MeasureSums)], _ coverage: Coverage?
  ) -> [TemplateObject] {
    let reports = portal.reports(of: year)
    let all = MeasureSums(Self.measures, of: reports, portal.statistics)
    var blocks: [TemplateObject] = []
    let parts = regions.map { (label: $0.region.name, sums: $0.sums) }.filter { $0.sums[.resultTotal]?.isZero == false }
    if let html = outcomes(
      [(TotalsText.all[strings], all)] + (parts.count > 1 ? parts : []), table: ChartTables.byRegion)
    {
      blocks.append(frame.block("outcomes", StatisticsText.outcomes, html))
    }
    if regions.count > 1 {
      let rows =
        regions.map { Row(label: $0.region.name, isName: true, link: .region($0.region.code), sums: $0.sums) }
        + [Row(label: TotalsText.all[strings], sums: all)]
      var html = HTMLWriter(capacity: 8 << 10)
      writeTable("regions", TableText.byRegion, PageText.region, rows, note: TotalsText.ownRegions, to: &html)
      blocks.append(frame.block("regions", TableText.byRegion, html.array()))
    }
    if let coverage {
      blocks.append(
        frame.block(
          "coverage", TotalsText.coverage, CoverageHTML(coverage: coverage, portal: portal, frame: frame).html))
    }
    return blocks
  }

  // MARK: A region

  /// - Parameter parts: The parts in the newest of the years.
  mutating func blocks(
    of region: Region, _ byYear: [(year: Int, sums: MeasureSums)], _ breaks: TotalBreaks,
    _ parts: [(part: Region, sums: MeasureSums)]
  ) -> [TemplateObject] {
    guard let newest = byYear.first?.year else { return [] }
    var html = HTMLWriter(capacity: 16 << 10)
    let marks = frame.marks(of: breaks)
    writeChart(byYear, marks, to: &html)
    writeConstant(of: region, byYear.map(\.year), to: &html)
    frame.writeBreaks(marks.map(\.text), to: &html)
    // The oldest year first, as in the chart.
    let rows = byYear.reversed().map { year, sums in
      Row(label: PageText.year(year)[strings], link: .year(year), sums: sums)
    }
    writeTable("years", TableText.byYear, PageText.year, rows, note: TotalsText.wholeRegion, to: &html)
    var blocks = [frame.block("years", TableText.byYear, html.array())]
    blocks += self.parts(parts, of: region, newest)
    blocks += SiblingBlocks(of: region, in: portal).blocks(frame, &charts)
    return blocks
  }

  private mutating func parts(
    _ parts: [(part: Region, sums: MeasureSums)], of region: Region, _ year: Int
  ) -> [TemplateObject] {
    let parts = parts.map { part, sums in
      part.code == region.code
        ? Row(label: TotalsText.own[strings], sums: sums)
        : Row(label: part.name, isName: true, link: .region(part.code), sums: sums)
    }
    if parts.isEmpty { return [] }
    let title = TableText.parts(year)
    var html = HTMLWriter(capacity: 16 << 10)
    if let bars = outcomes(parts.map { ($0.label, $0.sums) }, table: ChartTables.parts) { html.raw(bars) }
    writeTable("parts", title, PageText.region, parts, note: nil, to: &html)
    return [frame.block("parts", title, html.array())]
  }

  /// Writes the chart of new requests.
  private mutating func writeChart(
    _ byYear: [(year: Int, sums: MeasureSums)], _ marks: [SeriesChart.Break], to html: inout HTMLWriter
  ) {
    guard let first = byYear.last?.year, let last = byYear.first?.year, last - first < 100 else {
      return
    }
    let points = (first...last).map { year in
      (year: year, value: byYear.first { $0.year == year }?.sums[.new])
    }
    charts.writeOnlySeries(
      Measure.new.label[strings], points, breaks: marks,
      counts: Dictionary(uniqueKeysWithValues: byYear.map { ($0.year, $0.sums.reports) }), id: Measure.new.id,
      table: ChartTables.byYear, to: &html)
  }

  /// Writes the chart of the offices that have a report in every year, where others do not.
  private mutating func writeConstant(of region: Region, _ years: [Int], to html: inout HTMLWriter) {
    guard let constant = ConstantSet(portal.reports(within: region.code)),
      let points = constant.points(of: .new, years, portal.statistics), SeriesChart.isWorthDrawing(points)
    else { return }
    html.line("div", .class("charts")) { html in
      charts.writeSeries(
        "s1", StatisticsText.constant(Measure.new.label, constant.offices)[strings], points,
        id: ChartTables.constantID, table: ChartTables.byYear, to: &html)
    }
  }

  // MARK: Pieces

  private mutating func outcomes(_ parts: [(label: String, sums: MeasureSums)], table: String) -> [UInt8]? {
    let bars = parts.map { part in
      StackedBars.Bar(label: part.label, values: Measure.outcomes.map { part.sums[$0] })
    }.filter { $0.values.contains { $0?.isZero == false } }
    if bars.isEmpty { return nil }
    return charts.outcomesFigure(
      Measure.outcomes.map { $0.label[strings] }, Array(bars.prefix(Self.mostBars)), table: table)
  }

  private struct Row {
    let label: String
    var isName = false
    var link: Route?
    let sums: MeasureSums
  }

  private func writeTable(
    _ id: String, _ title: Text, _ corner: Text, _ rows: [Row], note: Text?,
    to html: inout HTMLWriter
  ) {
    let table = FigureTable(
      frame, id: "\(id)-table", caption: title[strings], corner: corner[strings],
      columns: [TableText.reportsAdded[strings]] + Self.measures.map { $0.label[strings] })
    table.write(to: &html) { html in
      for row in rows {
        table.writeRow(row.label, isName: row.isName, link: row.link, to: &html) { html in
          FigureTable.writeCell(DecimalNumber(row.sums.reports), to: &html)
          for total in row.sums.totals { FigureTable.writeCell(total.sum, to: &html) }
        }
      }
    }
    if let note { html.line("p", .class("table-note"), text: note[strings]) }
  }
}
