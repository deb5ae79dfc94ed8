internal import Languages
internal import Reports

/// A line chart of one number over the years, starting at zero. A year without a number is a gap.
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
  private static let bottom = 26.0
  private static let right = 22.0

  var markup: ChartMarkup {
    let known = points.compactMap { point in point.value.map { Known(year: point.year, value: $0.approximate) } }
    let isWhole = points.allSatisfy { $0.value?.isInteger ?? true }
    let scale = AxisScale(most: most ?? known.map(\.value).max() ?? 0, steps: 3, isWhole: isWhole)
    let ticks = scale.ticks.map { (value: $0, label: ChartWriter.tick($0)) }
    let left = (ticks.map { ChartWriter.width(of: $0.label, size: 12) }.max() ?? 0) + 14
    let (first, last) = (points.first?.year ?? 0, points.last?.year ?? 0)
    let inner = size.width - left - Self.right
    let floor = size.height - Self.bottom
    func x(_ year: Double) -> Double {
      last == first ? left + inner / 2 : left + (year - Double(first)) / Double(last - first) * inner
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
      chart.text(String(point.year), x(Double(point.year)), size.height - 8, .middle, kind: "tick")
    }
    for mark in breaks {
      let place = x(Double(mark.year) - 0.5)
      chart.line("break", place, Self.top - 8, place, floor)
      chart.text(mark.letter, place, Self.top - 12, .middle, kind: "tick")
    }
    for run in Self.runs(of: known) {
      chart.curve("curve", through: known[run].lazy.map { (x(Double($0.year)), y($0.value)) })
    }
    let labelled = Self.labelledYears(of: known)
    for point in known {
      let place = (x: x(Double(point.year)), y: y(point.value))
      chart.dot(place.x, place.y)
      if labelled.contains(point.year) {
        // Moved to the side of the axis, so as not to cover its numbers.
        let isAtAxis = point.year == first && last > first
        chart.text(
          ChartWriter.tick(point.value), place.x - (isAtAxis ? 4 : 0), place.y - 8, isAtAxis ? .start : .middle,
          kind: "value")
      }
    }
    return chart.finish()
  }

  /// A year with a number.
  private struct Known {
    let year: Int
    let value: Double
  }

  /// Ranges of consecutive years.
  private static func runs(of known: [Known]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for end in known.indices.dropFirst() where known[end].year != known[end - 1].year + 1 {
      runs.append(start..<end)
      start = end
    }
    return runs + [start..<known.count]
  }

  /// All years if there are few; otherwise the first, the last and the highest.
  private static func labelledYears(of known: [Known]) -> [Int] {
    if known.count <= 6 { return known.map(\.year) }
    let highest = known.max { $0.value < $1.value }
    return [known.first?.year, known.last?.year, highest?.year].compactMap { $0 }
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
