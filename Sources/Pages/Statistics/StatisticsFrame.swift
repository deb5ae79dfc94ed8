internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// Common parts of pages with statistics.
extension PageFrame {
  /// A part of a page with its own heading.
  func block(_ id: String, _ title: some ReaderText, _ html: [UInt8]) -> TemplateObject {
    TemplateObject([(.id, .text(id)), (.title, .text(title[strings])), (.html, .html(html))])
  }

  /// Lists breaks in the order of their letters.
  func writeBreaks(_ texts: [String], to html: inout HTMLWriter) {
    if texts.isEmpty { return }
    html.line("h3", text: StatisticsText.breaks[strings])
    html.block("ul", .class("breaks")) { html in
      for (place, text) in texts.enumerated() {
        html.line("li") { html in
          html.element("strong", text: BreakMark.letter(place))
          html.text(" ")
          html.text(text)
        }
      }
    }
  }

  /// The breaks of totals as a chart marks them.
  func marks(of breaks: TotalBreaks) -> [SeriesChart.Break] {
    breaks.breaks.enumerated().map { place, mark in
      SeriesChart.Break(
        year: mark.year, letter: BreakMark.letter(place),
        text: DataText.text(of: mark) { context.forms.form(id: $0)?.title[strings] ?? $0 }[strings])
    }
  }
}

extension PageCharts {
  /// Writes the chart of one number over the years.
  ///
  /// - Parameters:
  ///   - place: Unique among the charts of the page.
  ///   - id, table: See `write`.
  mutating func writeSeries(
    _ place: String, _ title: String, _ points: [(year: Int, value: DecimalNumber?)],
    breaks: [SeriesChart.Break] = [], counts: [Int: Int] = [:], id: String, table: String, to html: inout HTMLWriter
  ) {
    let chart = SeriesChart(
      id: place, title: title, description: StatisticsText.description(title, points, frame.strings), points: points,
      breaks: breaks, counts: counts
    ).markup
    html.element("figure") { html in
      html.line("figcaption", text: title)
      html.raw(chart.bytes)
      write(chart, id, table: table, marks: breaks.map { "\($0.letter) \($0.text)" }, to: &html)
    }
  }

  /// Writes the chart of a number that is the only one in its part of the page, if it is worth drawing.
  mutating func writeOnlySeries(
    _ title: String, _ points: [(year: Int, value: DecimalNumber?)], breaks: [SeriesChart.Break] = [],
    counts: [Int: Int] = [:], id: String, table: String, to html: inout HTMLWriter
  ) {
    guard SeriesChart.isWorthDrawing(points) else { return }
    html.line("div", .class("charts")) { html in
      writeSeries("s0", title, points, breaks: breaks, counts: counts, id: id, table: table, to: &html)
    }
    if !counts.isEmpty { html.line("p", .class("table-note"), text: StatisticsText.countsNote[frame.strings]) }
  }

  /// The chart of the outcomes of requests, in a box that scrolls on narrow pages.
  mutating func outcomesFigure(_ parts: [String], _ bars: [StackedBars.Bar], table: String) -> [UInt8] {
    let strings = frame.strings
    let title = StatisticsText.outcomes[strings]
    var html = HTMLWriter(capacity: 8 << 10)
    let chart = StackedBars(
      id: "o", title: title, description: StatisticsText.outcomesDescription(bars, parts, strings), parts: parts,
      bars: bars
    ).markup
    html.block(
      "div", .class("chart-box"), .role("region"), .label(StatisticsText.chart(title)[strings]), .focusable
    ) { $0.raw(chart.bytes) }
    write(chart, "outcomes", table: table, to: &html)
    let whole = FigureTable(
      frame, id: "outcomes", caption: title, corner: StatisticsText.item[strings], columns: parts)
    whole.write(to: &html) { html in
      for bar in bars {
        whole.writeRow(bar.label, to: &html) { html in
          for value in bar.values { FigureTable.writeCell(value, to: &html) }
        }
      }
    }
    return html.array()
  }
}
