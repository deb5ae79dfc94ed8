import Testing

@testable import Reports

@Suite("Decimal numbers are exact")
struct DecimalNumberTests {
  @Test(arguments: [
    (188710, 4, "18.8710"), (0, 0, "0"), (0, 2, "0.00"), (5, 1, "0.5"), (-5, 1, "-0.5"), (-202, 2, "-2.02"),
    (7, 3, "0.007"),
    (999_999_999_999_999, 0, "999999999999999"), (1, 15, "0.000000000000001"),
  ])
  func isWrittenAsStated(_ digits: Int, _ scale: Int, _ text: String) {
    #expect("\(DecimalNumber(digits: Int64(digits), scale: UInt8(scale)))" == text)
  }

  @Test func sumsKeepTheFinestScale() {
    let sum = DecimalNumber(digits: 15, scale: 1) + DecimalNumber(digits: 25, scale: 2)
    #expect("\(sum)" == "1.75")
    let tenths = (0..<10).reduce(DecimalNumber.zero) { sum, _ in sum + DecimalNumber(digits: 1, scale: 1) }
    #expect(tenths.isSameAmount(as: DecimalNumber(1)))
  }

  @Test func differencesKeepTheFinestScale() {
    #expect("\(DecimalNumber(digits: 15, scale: 1) - DecimalNumber(digits: 175, scale: 2))" == "-0.25")
    #expect(DecimalNumber(digits: 15, scale: 1).isAtMost(DecimalNumber(digits: 150, scale: 2)))
    #expect(!DecimalNumber(digits: 151, scale: 2).isAtMost(DecimalNumber(digits: 15, scale: 1)))
  }

  @Test func amountsAreComparedWithoutTheirScale() {
    #expect(DecimalNumber(digits: 150, scale: 2).isSameAmount(as: DecimalNumber(digits: 15, scale: 1)))
    #expect(!DecimalNumber(digits: 151, scale: 2).isSameAmount(as: DecimalNumber(digits: 15, scale: 1)))
  }

  @Test func wholeNumbersMayHaveZerosAfterThePoint() {
    #expect(DecimalNumber(digits: 300, scale: 2).isInteger)
    #expect(!DecimalNumber(digits: 305, scale: 2).isInteger)
    #expect(DecimalNumber(digits: -1).isNegative)
    #expect(DecimalNumber(digits: 0, scale: 3).isZero)
  }

  @Test func pointMovesExactly() {
    #expect("\(DecimalNumber(70487).movedPoint(by: 4))" == "7.0487")
    #expect("\(DecimalNumber(digits: 5, scale: 1).movedPoint(by: 4))" == "0.00005")
  }

  @Test(arguments: [0, 1, 7, 14, 15])
  func amountsOfAnyScaleAreComparedWithoutOverflow(_ scale: Int) {
    let large = DecimalNumber(digits: 999_999_999_999_999)
    let small = DecimalNumber(digits: 999_999_999_999_999, scale: UInt8(scale))
    #expect(large.isSameAmount(as: small) == (scale == 0))
    #expect((large + small).isNegative == false)
  }
}
