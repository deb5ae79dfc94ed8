internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports

/// What an agency's page shows of its reports taken together.
struct AgencyBlocks {
  let agency: Agency
  let all: [ReportSummary]
  let series: AgencySeries
  let frame: PageFrame
  private(set) var charts: PageCharts

  init(_ agency: Agency, _ reports: [ReportSummary], _ series: AgencySeries, frame: PageFrame) {
    self.agency = agency
    all = reports
    self.series = series
    self.frame = frame
    charts = PageCharts(frame, subject: agency.name)
  }

  private var statistics: Statistics { frame.context.statistics }
  private var language: Language { frame.language }

  mutating func makeBlocks() -> [TemplateObject] {
    var blocks: [TemplateObject] = []
    if let html = figures() { blocks.append(frame.block("series", StatisticsText.series, html)) }
    if let html = outcomes() { blocks.append(frame.block("outcomes", StatisticsText.outcomes, html)) }
    if let html = record { blocks.append(frame.block("record", StatisticsText.record, html)) }
    return blocks
  }

  // MARK: Series

  private mutating func figures() -> [UInt8]? {
    let rows = tableRows
    guard !rows.isEmpty else { return nil }
    var html = ByteBuffer(capacity: 16 << 10)
    html.append("<div class=\"charts\">\n")
    for (number, measure) in [Measure.new, .resultTotal, .denied, .unavailable, .reviews, .lawsuits].enumerated() {
      writeChart(of: measure, id: "s\(number)", to: &html)
    }
    html.append("</div>\n")
    if !charts.files.isEmpty { html.append("<p class=\"table-note\">\(StatisticsText.chartFiles[language])</p>\n") }
    writeBreaks(to: &html)
    let years = series.reports.reversed().map { (label: PageText.year($0.year)[language], href: frame.link($0.route)) }
    var columns: [(label: String, href: String?)] = years.map { ($0.label, $0.href) }
    if let previous = previousYear {
      columns.insert((StatisticsText.change(since: previous)[language], nil), at: 1)
    }
    FigureTable(
      id: "series", caption: StatisticsText.seriesCaption(agency.name)[language],
      corner: StatisticsText.item[language], columns: columns, rows: rows
    ).write(to: &html)
    html.append("<p class=\"table-note\">\(StatisticsText.shareNote[language])</p>\n")
    return html.array()
  }

  private func points(_ measure: Measure) -> [(year: Int, value: DecimalNumber?)] {
    series.years.map { year in (year, series.report(of: year).flatMap { statistics.value(measure, of: $0) }) }
  }

  private mutating func writeChart(of measure: Measure, id: String, to html: inout ByteBuffer) {
    let points = points(measure)
    guard SeriesChart.isWorthDrawing(points) else { return }
    let breaks = series.breaks.enumerated().filter { measure.isOfDisputes || !$0.element.isOfDisputes }.map {
      SeriesChart.Break(year: $0.element.year, letter: Self.letter($0.offset), text: text(of: $0.element))
    }
    charts.writeSeries(
      id, measure.label[language], points, breaks: breaks, id: measure.id, table: ChartTables.series, to: &html)
    html.append("\n")
  }

  private static func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(place, 25))))
  }

  private func text(of mark: AgencySeries.Break) -> String {
    StatisticsText.text(of: mark) { frame.context.forms.form(id: $0)?.title[language] ?? $0 }[language]
  }

  private func writeBreaks(to html: inout ByteBuffer) {
    if series.breaks.isEmpty { return }
    html.append("<h3>\(StatisticsText.breaks[language])</h3>\n<ul class=\"breaks\">\n")
    for (place, mark) in series.breaks.enumerated() {
      html.append("<li><strong>\(Self.letter(place))</strong> ")
      html.appendEscaped(text(of: mark))
      html.append("</li>\n")
    }
    html.append("</ul>\n")
  }

  /// The year before the newest, when there is a report of it and both are of the same thing.
  private var previousYear: Int? {
    guard let newest = series.reports.last?.year, series.report(of: newest - 1) != nil,
      !series.breaks.contains(where: { $0.year == newest && !$0.isOfDisputes })
    else { return nil }
    return newest - 1
  }

  private var tableRows: [FigureTable.Row] {
    let reports = Array(series.reports.reversed())
    let forms = reports.map { statistics.form(of: $0) }
    guard reports.contains(where: { !$0.numbers.isEmpty }) else { return [] }
    func row(_ label: String, depth: Int, href: String?, _ values: [DecimalNumber?]) -> FigureTable.Row? {
      guard values.contains(where: { $0 != nil }) else { return nil }
      var cells = values.map { PageText.number($0) }
      if let previousYear {
        let before = reports.firstIndex { $0.year == previousYear }.flatMap { values[$0] }
        cells.insert(StatisticsText.change(from: before, to: values[0], language), at: 1)
      }
      return FigureTable.Row(label, depth: depth, href: href, cells: cells)
    }
    var rows: [FigureTable.Row] = []
    for measure in statistics.rows where measure.isOfRequests {
      let column = measure.columns[measure.mainColumn]
      let values = zip(reports, forms).map { report, form in
        form.flatMap { statistics.value(column, of: report, form: $0) }
      }
      if let row = row(
        measure.label[language], depth: measure.depth, href: frame.link(.row(measure.id)), values)
      {
        rows.append(row)
      }
    }
    let disputes: [Measure] = [.reviews, .reviewsCorrected, .lawsuits, .lawsuitsCorrected]
    rows += disputes.compactMap { measure in
      row(
        measure.label[language], depth: [.reviewsCorrected, .lawsuitsCorrected].contains(measure) ? 1 : 0, href: nil,
        reports.map { statistics.value(measure, of: $0) })
    }
    if let row = shareRow(reports) { rows.append(row) }
    return rows
  }

  private func shareRow(_ reports: [ReportSummary]) -> FigureTable.Row? {
    let shares = reports.map { report -> Share? in
      guard let granted = statistics.value(.granted, of: report), let partial = statistics.value(.partial, of: report)
      else { return nil }
      return Share(granted + partial, of: statistics.value(.resultTotal, of: report))
    }
    guard shares.contains(where: { $0 != nil }) else { return nil }
    var cells = shares.map { $0.map { StatisticsText.percent(tenths: $0.tenths) } ?? "—" }
    if previousYear != nil { cells.insert("", at: 1) }
    return FigureTable.Row(StatisticsText.share[language], cells: cells)
  }

  // MARK: Outcomes

  private mutating func outcomes() -> [UInt8]? {
    let parts = Measure.outcomes.map { $0.label[language] }
    let bars = series.reports.reversed().compactMap { report -> StackedBars.Bar? in
      let values = Measure.outcomes.map { statistics.value($0, of: report) }
      guard values.contains(where: { $0?.isZero == false }) else { return nil }
      return StackedBars.Bar(label: PageText.year(report.year)[language], values: values)
    }
    return bars.isEmpty ? nil : charts.outcomesFigure(parts, bars, table: ChartTables.series)
  }

  // MARK: Record

  private var record: [UInt8]? {
    var html = ByteBuffer(capacity: 1024)
    for report in all.sorted(by: { $0.year > $1.year }) {
      for correction in report.corrections {
        let place = [correction.cell ?? correction.section, correction.from.map { "\($0) → \(correction.to ?? "")" }]
          .compactMap { $0 }.joined(separator: PageText.comma[language])
        writeRecord(
          StatisticsText.correction(of: report.year, on: PageText.date(correction.date, language), where: place),
          correction.reason, of: report, to: &html)
      }
      if let withdrawn = report.withdrawn {
        writeRecord(
          StatisticsText.withdrawn(report.year, on: PageText.date(withdrawn.date, language)), withdrawn.reason,
          of: report, to: &html)
      }
      for accepted in report.accepted where report.status == .published {
        writeRecord(
          StatisticsText.accepted(report.year, accepted.finding), accepted.reason, of: report, to: &html)
      }
    }
    if html.count == 0 { return nil }
    var list = ByteBuffer(capacity: html.count + 64)
    list.append("<ul class=\"record\">\n")
    list.append(html.bytes)
    list.append("</ul>\n")
    return list.array()
  }

  private func writeRecord(
    _ text: LocalizedText, _ reason: String, of report: ReportSummary, to html: inout ByteBuffer
  ) {
    html.append("<li><a href=\"")
    html.appendEscaped(frame.link(report.route))
    html.append("\">")
    html.appendEscaped(text[language])
    html.append("</a> <span")
    if let own = frame.nameLanguage { html.append(" lang=\"\(own)\"") }
    html.append(">")
    html.appendEscaped(reason)
    html.append("</span></li>\n")
  }
}

extension RowMeasure {
  /// Whether it is of the table of requests, which series are made of.
  var isOfRequests: Bool { id.hasPrefix("requests.") }
}
