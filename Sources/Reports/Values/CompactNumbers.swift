/// The numbers of a report in the order of some cells, four bytes each: a large portal keeps millions of them and goes
/// through them again and again.
package struct CompactNumbers: Sendable {
  private let whole: [Int32]
  /// By their places: numbers with decimals, and those that are too large.
  private let others: [Int: DecimalNumber]

  /// Stand in `whole` for a number that is not stated, and for one of the others.
  private static let nothing = Int32.min
  private static let other = Int32.min + 1

  package init(_ numbers: some Collection<DecimalNumber?>) {
    var others: [Int: DecimalNumber] = [:]
    var whole: [Int32] = []
    whole.reserveCapacity(numbers.count)
    for number in numbers {
      guard let number else {
        whole.append(Self.nothing)
        continue
      }
      if number.scale == 0, let digits = Int32(exactly: number.digits), digits > Self.other {
        whole.append(digits)
      } else {
        others[whole.count] = number
        whole.append(Self.other)
      }
    }
    (self.whole, self.others) = (whole, others)
  }

  package var isEmpty: Bool { whole.isEmpty }

  package subscript(place: Int) -> DecimalNumber? {
    switch whole[place] {
    case Self.nothing: nil
    case Self.other: others[place]
    case let digits: DecimalNumber(Int(digits))
    }
  }
}
