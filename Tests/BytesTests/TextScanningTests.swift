import Testing

@testable import Bytes

@Suite struct TextScanningTests {
  /// `plainRun` as documented, one byte at a time.
  private static func plainRun(in text: [UInt8], from start: Int, longerThan least: Int) -> Range<Int>? {
    var runStart = start
    for index in start...text.count where index == text.count || mayMeanSomething(text[index]) {
      if index - runStart > least { return runStart..<index }
      runStart = index + 1
    }
    return nil
  }

  private static func mayMeanSomething(_ byte: UInt8) -> Bool {
    let character = Character(UnicodeScalar(byte))
    return byte < 0x80 && !character.isLetter && !character.isNumber && !",%".utf8.contains(byte)
  }

  /// Every byte at every index of the thirty-two that are examined together, and after them.
  @Test func everySignEndsARunAtEveryIndex() {
    for sign in UInt8.min...UInt8.max {
      for place in 0..<40 {
        var text = Array(repeating: UInt8(ascii: "a"), count: 40)
        text[place] = sign
        for least in [0, 24] {
          let run = text.withUnsafeBufferPointer { $0.plainRun(from: 0, longerThan: least) }
          #expect(run == Self.plainRun(in: text, from: 0, longerThan: least))
        }
      }
    }
  }

  @Test func runsAreFoundOneAfterTheOther() {
    let text = Array(
      """
      ## 一、总体情况

      - 2023年,发布微博163条、微信256篇,**回应**群众留言0条。
      - 更新[信息公开指南](https://www.example.gov.cn/a00006/zwgk/2023/28086.html)与信息公开目录。

      """.utf8)
    for least in 0...60 {
      var index = 0
      while index <= text.count {
        let run = text.withUnsafeBufferPointer { $0.plainRun(from: index, longerThan: least) }
        #expect(run == Self.plainRun(in: text, from: index, longerThan: least))
        index = (run?.upperBound ?? text.count) + 1
      }
    }
  }

  @Test func anEmptyTextHasNoRun() {
    #expect([].withUnsafeBufferPointer { $0.plainRun(from: 0, longerThan: 0) } == nil)
  }
}
