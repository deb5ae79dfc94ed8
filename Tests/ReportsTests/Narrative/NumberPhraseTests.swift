import Testing

@testable import Reports

@Suite("Number phrases of Chinese prose")
struct NumberPhraseTests {
  struct Example: Sendable, CustomStringConvertible {
    let written: String
    let value: DecimalNumber
    let unit: NumberPhrase.Unit
    var isRounded = false
    var description: String { written }

    init(_ written: String, _ value: Int64, scale: UInt8 = 0, _ unit: NumberPhrase.Unit, isRounded: Bool = false) {
      self.written = written
      self.value = DecimalNumber(digits: value, scale: scale)
      self.unit = unit
      self.isRounded = isRounded
    }
  }

  private static let arabic = [
    Example("3件", 3, .count), Example("3,119件", 3119, .count), Example("1421 件", 1421, .count),
    Example("１２件", 12, .count), Example("１７．４６％", 1746, scale: 2, .percent),
    Example("17.46%", 1746, scale: 2, .percent), Example("100％", 100, .percent), Example("8条", 8, .count),
    Example("7次", 7, .count), Example("169篇", 169, .count), Example("13**件", 13, .count),
    Example("1.2万条", 12000, .count, isRounded: true), Example("3万件", 30000, .count),
    Example("300余件", 300, .count, isRounded: true), Example("2万余篇", 20000, .count, isRounded: true),
    Example("2023年", 2023, .year), Example("12月", 12, .month), Example("31日", 31, .day),
    Example("2,305人次", 2305, .other), Example("50件次", 50, .other), Example("3个月", 3, .other),
  ]

  private static let chinese = [
    Example("三件", 3, .count), Example("十二件", 12, .count), Example("二十件", 20, .count),
    Example("一百零五件", 105, .count), Example("两千三百条", 2300, .count), Example("三万五千件", 35000, .count),
    Example("二〇件", 20, .count), Example("零件次", 0, .other), Example("百分之十五", 15, .percent),
  ]

  private func read(_ text: String) -> (phrase: NumberPhrase, length: Int)? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      let reader = NumberReader(bytes: bytes, end: bytes.count)
      return reader.readDigits(at: 0)
    }
  }

  private func readNumerals(_ text: String) -> (phrase: NumberPhrase, length: Int)? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { NumberReader(bytes: $0, end: $0.count).readNumerals(at: 0) }
  }

  @Test(arguments: arabic)
  func digits(_ example: Example) throws {
    let read = try #require(self.read(example.written + "，"))
    #expect(read.phrase.value.isSameAmount(as: example.value), "read \(read.phrase.value)")
    #expect(read.phrase.unit == example.unit)
    #expect(read.phrase.isRounded == example.isRounded)
  }

  @Test(arguments: chinese.filter { $0.unit != .other })
  func numerals(_ example: Example) throws {
    let read = try #require(readNumerals(example.written + "，"))
    #expect(read.phrase.value.isSameAmount(as: example.value), "read \(read.phrase.value)")
    #expect(read.phrase.unit == example.unit)
    #expect(read.length == example.written.utf8.count)
  }

  @Test("一 begins many words that are no numbers", arguments: ["一是理顺机制", "三安全一稳定", "一站式", "百姓", "十分重要", "零件次"])
  func words(_ text: String) {
    #expect(readNumerals(text) == nil)
  }

  @Test("the range of a number covers exactly its digits and unit")
  func lengths() throws {
    #expect(try #require(self.read("3,119件，")).length == "3,119件".utf8.count)
    #expect(try #require(self.read("12，345")).length == 2, "a full-width comma ends a number")
    #expect(try #require(self.read("1,23件")).length == 1, "thousands are set apart in threes")
    #expect(self.read("1234567890123456789件") == nil, "no figure has that many digits")
    #expect(self.read("999999999999999万件") == nil, "nor is any so large")
  }

  @Test(arguments: ["", "1", "1.", "1,", "百", "百分之", "\u{3007}", "9万万件", "千千千千千千千件"])
  func brokenPhrasesDoNoHarm(_ text: String) {
    for read in [read(text), readNumerals(text)] { #expect((read?.length ?? 0) <= text.utf8.count) }
  }
}
