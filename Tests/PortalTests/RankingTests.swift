import Reports
import Testing

@testable import Portal

struct RankingTests {
  @Test func highestFirstThenEqualOnesInTheirOrderThenThoseWithoutANumber() {
    let numbers: [DecimalNumber?] = [
      nil, DecimalNumber(3), DecimalNumber(digits: 70, scale: 1), DecimalNumber(7), nil, DecimalNumber(0),
    ]
    #expect(numbers.indices.ranked { numbers[$0] } == [2, 3, 1, 5, 0, 4])
    #expect([5, 1].ranked { numbers[$0] } == [1, 5], "of some places only")
  }
}
