internal import Languages
internal import Reports

/// A chart of one number over the years, starting at zero: a line, or columns for small counts. A year without a number is a
/// gap, and no line leads across a break.
struct SeriesChart {
  struct Break {
    /// The first year after the break.
    var year: Int
    var letter: String
    /// What changed, for a standalone chart.
    var text: String
  }

  let id: String
  let title: String
  let description: String
  /// In order of years.
  let points: [(year: Int, value: DecimalNumber?)]
  let breaks: [Break]
  /// How many reports are added in a year, to be shown below it.
  var counts: [Int: Int] = [:]
  var size = Size.usual
  /// The largest value that has to fit, if several charts share a scale; otherwise the largest of the points is used.
  var most: Double?

  struct Size {
    let width: Double
    let height: Double

    static let usual = Size(width: 320, height: 190)
    /// The size of one of many charts.
    static let small = Size(width: 240, height: 140)
  }

  /// A single year is not a series, and a chart of nothing but zeros is useless.
  static func isWorthDrawing(_ points: [(year: Int, value: DecimalNumber?)]) -> Bool {
    points.count { $0.value != nil } > 1 && points.contains { $0.value?.isZero == false }
  }

  private static let top = 26.0
  private static let right = 22.0
  /// Below this, a line would make much of differences by one or two.
  private static let leastForLine = 20.0

  /// The points from the first year with a number to the last.
  private var shown: ArraySlice<(year: Int, value: DecimalNumber?)> {
    guard let first = points.firstIndex(where: { $0.value != nil }),
      let last = points.lastIndex(where: { $0.value != nil })
    else { return [] }
    return points[first...last]
  }

  private var bottom: Double { counts.isEmpty ? 26 : 42 }

  var markup: ChartMarkup {
    let points = shown
    let known = points.compactMap { point in point.value.map { Known(year: point.year, value: $0.approximate) } }
    let isWhole = points.allSatisfy { $0.value?.isInteger ?? true }
    let largest = most ?? known.map(\.value).max() ?? 0
    let areColumns = isWhole && largest < Self.leastForLine
    let scale = AxisScale(most: largest, steps: 3, isWhole: isWhole)
    let ticks = scale.ticks.map { (value: $0, label: ChartWriter.tick($0)) }
    let left = (ticks.map { ChartWriter.width(of: $0.label, size: 12) }.max() ?? 0) + 14
    let (first, last) = (points.first?.year ?? 0, points.last?.year ?? 0)
    // Columns have their width on both sides of their year.
    let room = size.width - left - Self.right
    let column = areColumns ? min(34, room / Double(last - first + 1) * 0.6) : 0
    let start = left + (areColumns ? column / 2 + 4 : 0)
    let inner = room - (areColumns ? column + 4 : 0)
    let floor = size.height - bottom
    func x(_ year: Double) -> Double {
      last == first ? start + inner / 2 : start + (year - Double(first)) / Double(last - first) * inner
    }
    func y(_ value: Double) -> Double { floor - scale.place(of: value, in: floor - Self.top) }

    var chart = ChartWriter(
      id: id, width: Int(size.width), height: Int(size.height), title: title, description: description)
    for tick in ticks {
      let place = y(tick.value)
      chart.line(tick.value == 0 ? "axis" : "grid", left, place, size.width - Self.right + 8, place)
      chart.text(tick.label, left - 6, place + 4, .end, kind: "tick")
    }
    let every = max(1, Int((46 / max(1, inner / Double(max(1, last - first)))).rounded(.up)))
    for point in points where (last - point.year) % every == 0 {
      chart.text(String(point.year), x(Double(point.year)), floor + 18, .middle, kind: "tick")
      if let count = counts[point.year] {
        chart.text("n=\(count)", x(Double(point.year)), floor + 34, .middle, kind: "tick")
      }
    }
    for mark in breaks where mark.year > first && mark.year <= last {
      let place = x(Double(mark.year) - 0.5)
      chart.line("break", place, Self.top - 8, place, floor)
      chart.text(mark.letter, place, Self.top - 12, .middle, kind: "tick")
    }
    if areColumns {
      for point in known {
        let height = floor - y(point.value)
        chart.bar("column", x(Double(point.year)) - column / 2, floor - height, column, height)
      }
    } else {
      for run in runs(of: known) {
        chart.curve("curve", through: known[run].lazy.map { (x(Double($0.year)), y($0.value)) })
      }
    }
    let labelled = Self.labelledYears(of: known)
    for point in known {
      let place = (x: x(Double(point.year)), y: y(point.value))
      if !areColumns { chart.dot(place.x, place.y) }
      guard labelled.contains(point.year) else { continue }
      write(point.value, at: place, from: left, to: &chart)
    }
    return chart.finish()
  }

  /// Writes a number above its point, within the drawing and beside the numbers of the axis.
  private func write(
    _ value: Double, at place: (x: Double, y: Double), from left: Double, to chart: inout ChartWriter
  ) {
    let text = ChartWriter.tick(value)
    let half = ChartWriter.width(of: text) / 2
    if place.x - half < left + 2 {
      chart.text(text, left + 2, place.y - 8, .start, kind: "value")
    } else if place.x + half > size.width - 2 {
      chart.text(text, size.width - 2, place.y - 8, .end, kind: "value")
    } else {
      chart.text(text, place.x, place.y - 8, .middle, kind: "value")
    }
  }

  /// A year with a number.
  private struct Known {
    let year: Int
    let value: Double
  }

  /// Ranges of consecutive years without a break between them.
  private func runs(of known: [Known]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for end in known.indices.dropFirst() {
      let isBroken = breaks.contains { $0.year == known[end].year }
      guard isBroken || known[end].year != known[end - 1].year + 1 else { continue }
      runs.append(start..<end)
      start = end
    }
    return runs + [start..<known.count]
  }

  /// All years if there are few; otherwise the smallest, the largest and the last.
  private static func labelledYears(of known: [Known]) -> [Int] {
    if known.count <= 6 { return known.map(\.year) }
    let (lowest, highest) = (known.min { $0.value < $1.value }, known.max { $0.value < $1.value })
    return [lowest?.year, highest?.year, known.last?.year].compactMap { $0 }
  }
}

extension DecimalNumber {
  /// For positions in a chart only.
  var approximate: Double {
    var value = Double(digits)
    for _ in 0..<scale { value /= 10 }
    return value
  }
}
