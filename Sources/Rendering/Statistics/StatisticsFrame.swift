internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports

/// What pages with statistics have in common.
extension PageFrame {
  /// A part of a page with a heading of its own.
  func block(_ id: String, _ title: LocalizedText, _ html: [UInt8]) -> TemplateObject {
    TemplateObject([(.id, .text(id)), (.title, .text(title[language])), (.html, .html(html))])
  }

  /// The chart of one number over the years.
  func writeSeries(
    _ id: String, _ title: String, _ points: [(year: Int, value: DecimalNumber?)], breaks: [SeriesChart.Break] = [],
    to html: inout ByteBuffer
  ) {
    html.append("<figure><figcaption>")
    html.appendEscaped(title)
    html.append("</figcaption>\n")
    html.append(
      SeriesChart(
        id: id, title: title, description: StatisticsText.description(title, points)[language], points: points,
        breaks: breaks
      ).svg)
    html.append("</figure>")
  }

  /// The chart of a number that is the only one of its part of a page, where it is worth drawing.
  func writeOnlySeries(
    _ title: String, _ points: [(year: Int, value: DecimalNumber?)], to html: inout ByteBuffer
  ) {
    guard SeriesChart.isWorthDrawing(points) else { return }
    html.append("<div class=\"charts\">")
    writeSeries("s0", title, points, to: &html)
    html.append("</div>\n")
  }

  /// The chart of what came of requests, in a box that scrolls where the page is narrow.
  func outcomesFigure(_ parts: [String], _ bars: [StackedBars.Bar]) -> [UInt8] {
    let title = StatisticsText.outcomes[language]
    var html = ByteBuffer(capacity: 8 << 10)
    html.append(
      "<div class=\"chart-box\" role=\"region\" aria-label=\"\(StatisticsText.chart(title)[language])\" tabindex=\"0\">\n"
    )
    html.append(
      StackedBars(
        id: "o", title: title, description: StatisticsText.outcomesDescription(bars, parts)[language], parts: parts,
        bars: bars
      ).svg)
    html.append("</div>\n")
    let whole = bars.map { bar in
      FigureTable.Row(bar.label, cells: bar.values.map { PageText.number($0) })
    }
    FigureTable(
      id: "outcomes", caption: title, corner: StatisticsText.item[language], columns: parts, rows: whole
    ).write(to: &html)
    return html.array()
  }
}
