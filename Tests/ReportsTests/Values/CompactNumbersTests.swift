import Testing

@testable import Reports

@Suite struct CompactNumbersTests {
  @Test func everyNumberComesBackAsItWas() {
    let numbers: [DecimalNumber?] = [
      DecimalNumber(0), nil, DecimalNumber(-3), DecimalNumber(digits: 188710, scale: 4),
      DecimalNumber(digits: 0, scale: 2),
      DecimalNumber(digits: Int64(Int32.max)), DecimalNumber(digits: Int64(Int32.max) + 1),
      DecimalNumber(digits: Int64(Int32.min)), DecimalNumber(digits: Int64(Int32.min) + 1),
      DecimalNumber(digits: Int64(Int32.min) + 2), DecimalNumber(digits: 999_999_999_999_999),
    ]
    let compact = CompactNumbers(numbers)
    #expect(numbers.indices.map { compact[$0] } == numbers)
    #expect(!compact.isEmpty)
    #expect(CompactNumbers([]).isEmpty)
  }

  @Test func numbersOfSeveralReportsAreConcatenated() {
    let first: [DecimalNumber?] = [DecimalNumber(1), DecimalNumber(digits: 25, scale: 1), nil]
    let second: [DecimalNumber?] = [DecimalNumber(digits: 75, scale: 2), nil, DecimalNumber(2)]
    var both = CompactNumbers(first)
    both.append(CompactNumbers(second))
    #expect((0..<both.count).map { both[$0] } == first + second)
  }
}
