internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The overview of all reports on an agency's page.
struct AgencyBlocks {
  let agency: Agency
  let all: [ReportSummary]
  let series: AgencySeries
  let frame: PageFrame
  /// The year before the newest, if there is a report for it and both are comparable.
  private let previousYear: Int?
  private(set) var charts: PageCharts

  init(_ agency: Agency, _ reports: [ReportSummary], _ series: AgencySeries, frame: PageFrame) {
    self.agency = agency
    all = reports
    self.series = series
    self.frame = frame
    previousYear = Self.previousYear(in: series)
    charts = PageCharts(frame, subject: agency.name)
  }

  private var statistics: Statistics { frame.context.statistics }
  private var strings: Strings { frame.strings }

  mutating func makeBlocks() -> [TemplateObject] {
    var blocks: [TemplateObject] = []
    if let html = figures() { blocks.append(frame.block("series", StatisticsText.series, html)) }
    if let html = outcomes() { blocks.append(frame.block("outcomes", StatisticsText.outcomes, html)) }
    if let html = record { blocks.append(frame.block("record", StatisticsText.record, html)) }
    return blocks
  }

  // MARK: Series

  private mutating func figures() -> [UInt8]? {
    let table = self.table
    var rows = HTMLWriter(capacity: 16 << 10)
    writeRows(of: table, to: &rows)
    guard rows.count > 0 else { return nil }
    var html = HTMLWriter(capacity: 16 << 10)
    html.block("div", .class("charts")) { html in
      for (number, measure) in [Measure.new, .resultTotal, .denied, .unavailable, .reviews, .lawsuits].enumerated() {
        writeChart(of: measure, id: "s\(number)", to: &html)
      }
    }
    if !charts.files.isEmpty { html.line("p", .class("table-note"), text: StatisticsText.chartFiles[strings]) }
    frame.writeBreaks(series.breaks.map(text), to: &html)
    table.write(to: &html) { $0.raw(rows.bytes) }
    html.line("p", .class("table-note"), text: StatisticsText.shareNote(strings))
    return html.array()
  }

  private mutating func writeChart(of measure: Measure, id: String, to html: inout HTMLWriter) {
    let points = series.points(of: measure)
    guard SeriesChart.isWorthDrawing(points) else { return }
    let breaks = series.breaks.enumerated().filter { measure.isOfDisputes || !$0.element.isOfDisputes }.map {
      SeriesChart.Break(year: $0.element.year, letter: BreakMark.letter($0.offset), text: text(of: $0.element))
    }
    charts.writeSeries(
      id, measure.label[strings], points, breaks: breaks, id: measure.id, table: ChartTables.series, to: &html)
    html.newline()
  }

  private func text(of mark: AgencySeries.Break) -> String {
    StatisticsText.text(of: mark) { frame.context.forms.form(id: $0)?.title[strings] ?? $0 }[strings]
  }

  private static func previousYear(in series: AgencySeries) -> Int? {
    guard let newest = series.reports.last?.year, series.report(of: newest - 1) != nil,
      !series.breaks.contains(where: { $0.year == newest && !$0.isOfDisputes })
    else { return nil }
    return newest - 1
  }

  private var table: FigureTable {
    // The oldest year first, as in the charts, and the change at the end.
    var columns = series.reports.map { report -> FigureTable.Column in
      (PageText.year(report.year)[strings], report.route)
    }
    if let previousYear { columns.append((StatisticsText.change(since: previousYear)[strings], nil)) }
    return FigureTable(
      frame, id: "series", caption: TableText.seriesCaption(agency.name)[strings],
      corner: StatisticsText.item[strings], columns: columns)
  }

  private func writeRows(of table: FigureTable, to html: inout HTMLWriter) {
    guard series.reports.contains(where: { !$0.numbers.isEmpty }) else { return }
    for row in statistics.requestRows {
      writeRow(
        row.label, depth: row.depth, link: .row(row.id), series.values(of: row.columns[row.mainColumn]), of: table,
        to: &html)
    }
    let disputes: [(measure: Measure, depth: Int)] = [
      (.reviews, 0), (.reviewsCorrected, 1), (.lawsuits, 0), (.lawsuitsCorrected, 1),
    ]
    for (measure, depth) in disputes {
      writeRow(measure.label, depth: depth, link: nil, series.values(of: measure), of: table, to: &html)
    }
    writeShareRow(of: table, to: &html)
  }

  /// - Parameter values: Oldest first.
  private func writeRow(
    _ label: some ReaderText, depth: Int, link: Route?, _ values: [DecimalNumber?], of table: FigureTable,
    to html: inout HTMLWriter
  ) {
    guard values.contains(where: { $0 != nil }) else { return }
    let newest = values.count - 1
    table.writeRow(label[strings], depth: depth, link: link, to: &html) { html in
      for place in values.indices {
        FigureTable.writeCell(values[place], to: &html)
        if place == newest, previousYear != nil {
          let change = StatisticsText.change(from: values[newest - 1], to: values[newest], strings)
          FigureTable.writeCell(change, to: &html)
        }
      }
    }
  }

  private func writeShareRow(of table: FigureTable, to html: inout HTMLWriter) {
    let shares = series.reports.indices.map { place -> Share? in
      guard let granted = series.value(.granted, at: place), let partial = series.value(.partial, at: place) else {
        return nil
      }
      return Share(granted + partial, of: series.value(.resultTotal, at: place))
    }
    guard shares.contains(where: { $0 != nil }) else { return }
    table.writeRow(StatisticsText.share[strings], to: &html) { html in
      for place in shares.indices {
        FigureTable.writeCell(shares[place].map { StatisticsText.percent(tenths: $0.tenths) } ?? "—", to: &html)
        if place == shares.count - 1, previousYear != nil { FigureTable.writeCell("", to: &html) }
      }
    }
  }

  // MARK: Outcomes

  private mutating func outcomes() -> [UInt8]? {
    let parts = Measure.outcomes.map { $0.label[strings] }
    let bars = series.reports.enumerated().reversed().compactMap { place, report -> StackedBars.Bar? in
      let values = Measure.outcomes.map { series.value($0, at: place) }
      guard values.contains(where: { $0?.isZero == false }) else { return nil }
      return StackedBars.Bar(label: PageText.year(report.year)[strings], values: values)
    }
    return bars.isEmpty ? nil : charts.outcomesFigure(parts, bars, table: ChartTables.series)
  }

  // MARK: Record

  private var record: [UInt8]? {
    var html = HTMLWriter(capacity: 1024)
    for report in all.sorted(by: { $0.year > $1.year }) {
      for correction in report.corrections {
        let place = [correction.cell ?? correction.section, correction.from.map { "\($0) → \(correction.to ?? "")" }]
          .compactMap { $0 }.joined(separator: PageText.comma[strings])
        writeRecord(
          StatisticsText.correction(of: report.year, on: DateText.date(correction.date, strings), where: place),
          correction.reason, of: report, to: &html)
      }
      if let withdrawn = report.withdrawn {
        writeRecord(
          StatisticsText.withdrawn(report.year, on: DateText.date(withdrawn.date, strings)), withdrawn.reason,
          of: report, to: &html)
      }
      for accepted in report.accepted where report.status == .published {
        writeRecord(
          StatisticsText.accepted(report.year, accepted.finding), accepted.reason, of: report, to: &html)
      }
    }
    if html.count == 0 { return nil }
    var list = HTMLWriter(capacity: html.count + 64)
    list.block("ul", .class("record")) { $0.raw(html.bytes) }
    return list.array()
  }

  private func writeRecord(
    _ text: Text, _ reason: String, of report: ReportSummary, to html: inout HTMLWriter
  ) {
    html.line("li") { html in
      frame.writeLink(report.route, to: &html) { $0.text(text[strings]) }
      html.text(" ")
      html.element("span", .lang(frame.nameLanguage), text: reason)
    }
  }
}
