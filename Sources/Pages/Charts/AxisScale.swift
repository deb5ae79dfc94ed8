/// An axis that starts at zero and has round steps: 1, 2, 2.5, 4, 5 or 10 times a power of ten.
struct AxisScale {
  /// From 0 to the end of the axis.
  let ticks: [Double]
  var end: Double { ticks.last ?? 1 }

  private static let rounds = [1, 2, 2.5, 4, 5, 10]
  /// The part of the axis above the largest value.
  private static let mostEmpty = 0.25

  /// - Parameters:
  ///   - most: The largest value that has to fit.
  ///   - steps: The approximate number of steps.
  ///   - isWhole: Whether all values are whole numbers, so that there are no ticks between these.
  init(most: Double, steps: Int = 4, isWhole: Bool = true) {
    let most = max(most, isWhole ? 1 : .leastNormalMagnitude)
    let rough = most / Double(max(steps, 1))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    var best: (step: Double, count: Int, cost: Double)?
    for step in [power / 10, power, power * 10].flatMap({ power in Self.rounds.map { $0 * power } }) {
      if isWhole, step < 1 || step != step.rounded() { continue }
      let count = (most / step * 0.999_999_999).rounded(.up)
      guard count >= 1, count <= Double(2 * steps) else { continue }
      let empty = (step * count - most) / (step * count)
      // Too much empty space is worse than any number of steps.
      let cost = abs(count - Double(steps)) + empty + (empty > Self.mostEmpty ? 100 : 0)
      if cost < best?.cost ?? .infinity { best = (step, Int(count), cost) }
    }
    let chosen = best ?? (most, 1, 0)
    ticks = (0...chosen.count).map { Double($0) * chosen.step }
  }

  func place(of value: Double, in length: Double) -> Double { value / end * length }
}
