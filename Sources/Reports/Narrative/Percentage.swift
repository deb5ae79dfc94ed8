extension NumberPhrase {
  /// Whether this is the percentage of a part, rounded or truncated to the last digit given.
  func isPercentage(of part: DecimalNumber, in whole: DecimalNumber) -> Bool {
    let exact = part.approximation * 100 / whole.approximation
    var unit = 1.0
    for _ in 0..<value.scale { unit /= 10 }
    return abs(exact - value.approximation) < unit * (isRounded ? 3 : 1.0001)
  }
}

extension DecimalNumber {
  /// The percentage that this is of another number, to two decimals. For messages only.
  func percentage(of whole: DecimalNumber) -> DecimalNumber {
    let exact = approximation * 10_000 / whole.approximation
    return DecimalNumber(digits: Int64(exact.rounded().clamped(to: -1e12...1e12)), scale: 2)
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    isNaN ? 0 : min(max(self, range.lowerBound), range.upperBound)
  }
}
