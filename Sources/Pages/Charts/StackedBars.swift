internal import Bytes
internal import Reports

/// Horizontal stacked bars, with a pattern and a name for each part, so that the chart does not depend on colour.
struct StackedBars {
  struct Bar {
    var label: String
    /// By part; `nil` if nothing is stated.
    var values: [DecimalNumber?]
  }

  let id: String
  let title: String
  let description: String
  let parts: [String]
  let bars: [Bar]

  private static let width = 640.0
  private static let rowHeight = 38.0
  private static let barHeight = 26.0

  var markup: ChartMarkup {
    let totals = bars.map { $0.values.reduce(0) { $0 + ($1?.approximate ?? 0) } }
    let labels = totals.map(ChartWriter.tick)
    let scale = AxisScale(most: totals.max() ?? 0, steps: 5)
    let left = min(200, (bars.map { ChartWriter.width(of: $0.label) }.max() ?? 0) + 12)
    let right = (labels.map { ChartWriter.width(of: $0) }.max() ?? 0) + 14
    let inner = Self.width - left - right
    let keys = keyPlaces
    let top = (keys.last?.y ?? 0) + 22
    let floor = top + Double(bars.count) * Self.rowHeight
    var chart = ChartWriter(
      id: id, width: Int(Self.width), height: Int(floor + 26), title: title, description: description)
    writePatterns(to: &chart)
    for (part, key) in keys.enumerated() {
      writeSegment(part, key.x, key.y - 13, 22, 16, to: &chart)
      chart.text(parts[part], key.x + 28, key.y)
    }
    for tick in scale.ticks {
      let place = left + scale.place(of: tick, in: inner)
      chart.line(tick == 0 ? "axis" : "grid", place, top - 4, place, floor)
      chart.text(ChartWriter.tick(tick), place, floor + 18, .middle, kind: "tick")
    }
    for (index, bar) in bars.enumerated() {
      let y = top + Double(index) * Self.rowHeight + 4
      chart.text(bar.label, left - 8, y + 18, .end)
      var x = left
      for (part, value) in bar.values.enumerated() {
        guard let value = value?.approximate, value > 0 else { continue }
        let length = scale.place(of: value, in: inner)
        writeSegment(part, x, y, length, Self.barHeight, to: &chart)
        let text = ChartWriter.tick(value)
        let width = ChartWriter.width(of: text)
        if length > width + 12 {
          chart.bar("plate", x + length / 2 - width / 2 - 3, y + 4, width + 6, Self.barHeight - 8)
          chart.text(text, x + length / 2, y + 18, .middle)
        }
        x += length
      }
      chart.text(labels[index], x + 6, y + 18, kind: "value")
    }
    return chart.finish()
  }

  /// The positions of the part names, in as many lines as needed. `y` is the baseline of the text.
  private var keyPlaces: [(x: Double, y: Double)] {
    var places: [(x: Double, y: Double)] = []
    var (x, y) = (2.0, 18.0)
    for part in parts {
      let width = 28 + ChartWriter.width(of: part) + 20
      if x + width > Self.width, x > 2 { (x, y) = (2, y + 24) }
      places.append((x, y))
      x += width
    }
    return places
  }

  private static let looks: [StaticString] = ["part p0", "part p1", "part p2", "part p3", "part p4", "part p5"]

  private func writeSegment(
    _ part: Int, _ x: Double, _ y: Double, _ width: Double, _ height: Double, to chart: inout ChartWriter
  ) {
    let look = part % Self.looks.count
    chart.bar(Self.looks[look], x, y, width, height, pattern: look > 0 ? (id, look) : nil)
  }

  /// Lines and dots over the colours. The first part has no pattern.
  private func writePatterns(to chart: inout ChartWriter) {
    func path(_ data: StaticString) -> (inout HTMLWriter) -> Void {
      { $0.empty("path", .attribute("d", data)) }
    }
    chart.patterns(
      of: id,
      [
        path("M0 8L8 0"), path("M4 0V8"),
        { $0.empty("circle", .attribute("cx", "4"), .attribute("cy", "4"), .attribute("r", "1.2")) },
        path("M0 0L8 8"), path("M0 4H8"),
      ])
  }
}
