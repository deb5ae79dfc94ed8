internal import Diagnostics
internal import Reports

/// One number over the years, as a line from zero; a year without a number is a gap.
struct SeriesChart {
  struct Break {
    /// The first year after it.
    var year: Int
    var letter: String
    /// What changed, for a chart that stands alone.
    var text: String
  }

  let id: String
  let title: String
  let description: String
  /// In the order of the years.
  let points: [(year: Int, value: DecimalNumber?)]
  let breaks: [Break]
  var size = Size.usual
  /// What has to fit, where several charts share a scale; the largest of the points otherwise.
  var most: Double?

  struct Size {
    let width: Double
    let height: Double

    static let usual = Size(width: 320, height: 190)
    /// One of many.
    static let small = Size(width: 240, height: 140)
  }

  /// One year is no series, and nothing but zeros needs no picture.
  static func isWorthDrawing(_ points: [(year: Int, value: DecimalNumber?)]) -> Bool {
    points.count { $0.value != nil } > 1 && points.contains { $0.value?.isZero == false }
  }

  private static let top = 26.0
  private static let bottom = 26.0
  private static let right = 22.0

  var markup: ChartMarkup {
    let values = points.compactMap { $0.value?.approximate }
    let isWhole = points.allSatisfy { $0.value?.isInteger ?? true }
    let scale = AxisScale(most: most ?? values.max() ?? 0, steps: 3, isWhole: isWhole)
    let left = (scale.ticks.map { ChartWriter.width(of: ChartWriter.tick($0), size: 12) }.max() ?? 0) + 14
    let (first, last) = (points.first?.year ?? 0, points.last?.year ?? 0)
    let inner = size.width - left - Self.right
    let floor = size.height - Self.bottom
    func x(_ year: Double) -> Double {
      last == first ? left + inner / 2 : left + (year - Double(first)) / Double(last - first) * inner
    }
    func y(_ value: Double) -> Double { floor - scale.place(of: value, in: floor - Self.top) }

    var chart = ChartWriter(
      id: id, width: Int(size.width), height: Int(size.height), title: title, description: description)
    for tick in scale.ticks {
      if tick == 0 {
        chart.line("axis", left, y(0), size.width - Self.right + 8, y(0))
      } else {
        chart.line("grid", left, y(tick), size.width - Self.right + 8, y(tick))
      }
      chart.text(ChartWriter.tick(tick), left - 6, y(tick) + 4, .end, kind: "tick")
    }
    let every = max(1, Int((46 / max(1, inner / Double(max(1, last - first)))).rounded(.up)))
    for point in points where (last - point.year) % every == 0 {
      chart.text("\(point.year)", x(Double(point.year)), size.height - 8, .middle, kind: "tick")
    }
    for mark in breaks {
      let place = x(Double(mark.year) - 0.5)
      chart.line("break", place, Self.top - 8, place, floor)
      chart.text(mark.letter, place, Self.top - 12, .middle, kind: "tick")
    }
    for run in runs { chart.curve("curve", through: run.map { (x(Double($0.year)), y($0.value)) }) }
    let labelled = labelledYears
    for run in runs {
      for point in run {
        chart.dot(x(Double(point.year)), y(point.value))
        if labelled.contains(point.year) {
          // Beside the axis and not over its numbers.
          let isAtAxis = point.year == first && last > first
          chart.text(
            ChartWriter.tick(point.value), x(Double(point.year)) - (isAtAxis ? 4 : 0), y(point.value) - 8,
            isAtAxis ? .start : .middle, kind: "value")
        }
      }
    }
    return chart.finish()
  }

  /// Runs of years that follow each other.
  private var runs: [[(year: Int, value: Double)]] {
    var runs: [[(year: Int, value: Double)]] = []
    for point in points {
      guard let value = point.value?.approximate else { continue }
      if let last = runs.last?.last, last.year == point.year - 1 {
        runs[runs.count - 1].append((point.year, value))
      } else {
        runs.append([(point.year, value)])
      }
    }
    return runs
  }

  /// All years while there are few; else the ends, the highest and the lowest.
  private var labelledYears: Set<Int> {
    let known = points.compactMap { point in point.value.map { (year: point.year, value: $0.approximate) } }
    if known.count <= 6 { return Set(known.map(\.year)) }
    let highest = known.max { $0.value < $1.value }
    return Set([known.first?.year, known.last?.year, highest?.year].compactMap { $0 })
  }
}

extension DecimalNumber {
  /// For places in a chart only.
  var approximate: Double {
    var value = Double(digits)
    for _ in 0..<scale { value /= 10 }
    return value
  }
}
