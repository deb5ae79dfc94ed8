internal import Bytes

/// Charts of one number for several agencies, with a common scale.
struct SmallMultiples {
  let title: String
  let charts: [ChartMarkup]

  private static let columns = 3
  private static let captionHeight = 24

  /// All charts in one drawing, each below its name, for a standalone file.
  var markup: ChartMarkup {
    let size = SeriesChart.Size.small
    let (width, height) = (Int(size.width), Int(size.height) + Self.captionHeight)
    var drawing = HTMLWriter(capacity: 4096 * charts.count)
    for (place, chart) in charts.enumerated() {
      let (x, y) = (place % Self.columns * width, place / Self.columns * height)
      // A long name is truncated to fit; the description has all of it.
      drawing.line(
        "text", .class("value"), .attribute("x", x + 6), .attribute("y", y + 16),
        text: ChartFile.lines(of: chart.title, in: width - 12, size: 13).first ?? "")
      drawing.startTag(
        "svg", .attribute("x", x), .attribute("y", y + Self.captionHeight), .attribute("width", width),
        .attribute("height", Int(size.height)), .attribute("viewBox", "0 0 \(width) \(Int(size.height))"))
      drawing.newline()
      // With its end tag.
      drawing.raw(chart.bytes[chart.headEnd...])
    }
    // Of the element that the file begins with.
    drawing.endTag("svg")
    drawing.newline()
    let rows = (charts.count + Self.columns - 1) / Self.columns
    return ChartMarkup(
      bytes: drawing.array(), headEnd: 0, width: Self.columns * width, height: rows * height, title: title,
      description: charts.map(\.description).joined(separator: " "))
  }
}
