import MarkedSources
import Testing

@testable import Markup

@Suite("Text in UTF-8")
struct TextEncodingTests {
  private func firstFault(_ bytes: [UInt8]) -> Int? { bytes.withUnsafeBufferPointer(TextEncoding.firstFault) }

  @Test(arguments: [
    "", "abc", "年度报告", "é", "𠀀", "\u{10FFFF}", "\u{D7FF}\u{E000}", "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}",
  ])
  func isText(_ text: String) {
    #expect(firstFault(Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      ([0x61, 0x00], 1), ([0x61, 0x80], 1), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x80, 0x80], 0),
      ([0xED, 0xA0, 0x80], 0),
      ([0xF0, 0x80, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0),
      ([0xFE], 0),
      ([0xE5, 0xB9], 0), ([0xE5], 0), ([0xF0, 0xA0, 0x80], 0), ([0xE5, 0xB9, 0x41], 0), ([0xC3, 0x28], 0),
      ([0xE5, 0xB9, 0xB4, 0xB4], 3),
      ([0xF0, 0xA0, 0x80, 0x41], 0),
    ] as [([UInt8], Int)])
  func isNoText(_ bytes: [UInt8], _ fault: Int) {
    #expect(firstFault(bytes) == fault)
  }

  @Test func aFaultAnywhereInChineseTextIsFound() {
    let text = Array("政府信息公开工作年度报告 report，2024年；行政复议、行政诉讼情况，naïve 𠮷".utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = text
        bytes[place] = byte
        let isText = byte != 0 && String(validating: bytes, as: UTF8.self) != nil
        #expect((firstFault(bytes) == nil) == isText, "\(byte) at \(place)")
      }
    }
  }

  @Test func agreesWithTheStandardLibrary() {
    var generator = FixedSeed(7)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        [UInt8.random(in: 1...255, using: &generator), UInt8.random(in: 0x80...0xBF, using: &generator)].randomElement(
          using: &generator) ?? 1
      }
      #expect((firstFault(bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }

  /// Characters of every length at every index of the bytes that are examined together, some of them truncated.
  @Test func charactersMayLieAcrossBlocks() {
    var generator = FixedSeed(11)
    let characters = ["a", "é", "年", "，", "ࠀ", "퟿", "𠮷", "\u{10FFFF}"].map { Array($0.utf8) }
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      var places: [Int] = []
      for _ in 0..<Int.random(in: 8...60, using: &generator) {
        places.append(bytes.count)
        // Mostly Chinese, so that there are whole blocks of common text.
        bytes +=
          Int.random(in: 0..<12, using: &generator) > 0
          ? characters[2] : characters.randomElement(using: &generator) ?? []
      }
      #expect(firstFault(bytes) == nil)
      let place = places.randomElement(using: &generator) ?? 0
      let length = (places.first { $0 > place } ?? bytes.count) - place
      if length > 1 {
        bytes.remove(at: place + Int.random(in: 0..<length, using: &generator))
      } else {
        bytes[place] = 0
      }
      #expect(firstFault(bytes) == place, "\(bytes)")
    }
  }
}
