/// The numbers of a report in the order of some cells, in four bytes each: a large portal keeps millions of them and
/// iterates over them again and again.
package struct CompactNumbers: Sendable {
  private var whole: [Int32] = []
  /// By index: numbers with decimals, and those that are too large.
  private var others: [Int: DecimalNumber] = [:]

  /// Markers in `whole` for a number that is not stated, for one that is in `others`, and for one that cannot be compared.
  private static let nothing = Int32.min
  private static let other = Int32.min + 1
  private static let unmeasured = Int32.min + 2

  package init() {}

  package init(_ numbers: some Collection<DecimalNumber?>) {
    whole.reserveCapacity(numbers.count)
    for number in numbers { append(number) }
  }

  package mutating func append(_ number: DecimalNumber?) {
    guard let number else {
      whole.append(Self.nothing)
      return
    }
    if number.scale == 0, let digits = Int32(exactly: number.digits), digits > Self.unmeasured {
      whole.append(digits)
    } else {
      others[whole.count] = number
      whole.append(Self.other)
    }
  }

  /// Appends an amount whose unit nobody states. It is `nil` when it is read.
  package mutating func appendUnmeasured() { whole.append(Self.unmeasured) }

  package func isUnmeasured(_ place: Int) -> Bool { whole[place] == Self.unmeasured }

  package mutating func append(_ numbers: CompactNumbers) {
    for (place, number) in numbers.others { others[whole.count + place] = number }
    whole += numbers.whole
  }

  package var count: Int { whole.count }
  package var isEmpty: Bool { whole.isEmpty }

  package subscript(place: Int) -> DecimalNumber? {
    switch whole[place] {
    case Self.nothing, Self.unmeasured: nil
    case Self.other: others[place]
    case let digits: DecimalNumber(Int(digits))
    }
  }
}
