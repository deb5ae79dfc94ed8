/// An axis that starts at zero and has round steps: 1, 2 or 5 times a power of ten.
struct AxisScale {
  /// From 0 to the end of the axis.
  let ticks: [Double]
  var end: Double { ticks.last ?? 1 }

  /// - Parameters:
  ///   - most: The largest value that has to fit.
  ///   - steps: The approximate number of steps.
  ///   - isWhole: Whether all values are whole numbers, so that there are no ticks between these.
  init(most: Double, steps: Int = 4, isWhole: Bool = true) {
    let rough = max(most, isWhole ? 1 : .leastNormalMagnitude) / Double(max(steps, 1))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    var step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999_999 } ?? power * 10
    if isWhole { step = max(step, 1) }
    let count = max(1, Int((most / step).rounded(.up)))
    ticks = (0...count).map { Double($0) * step }
  }

  func place(of value: Double, in length: Double) -> Double { value / end * length }
}
