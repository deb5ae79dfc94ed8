import CByteSearch
import Testing

@testable import Bytes

@Suite("Characters that nobody sees")
struct InvisibleCharacterTests {
  private func found(_ text: String) -> [UInt32] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var found: [UInt32] = []
      var index = 0
      while let invisible = bytes.firstInvisibleCharacter(from: index) {
        found.append(invisible.scalar.value)
        index = invisible.range.upperBound
      }
      return found
    }
  }

  /// The search finds exactly the intended characters out of all of Unicode.
  @Test func everyCharacterIsClassified() {
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isInvisible =
        switch value {
        case 0x80...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF,
          0xFFA0,
          0xFFF9...0xFFFB, 0xE0000...0xE007F:
          true
        default: false
        }
      var text = "年\(scalar)度"
      let found = text.withUTF8 { $0.firstInvisibleCharacter() }
      if (found?.scalar == scalar) != isInvisible || (found != nil) != isInvisible {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  /// At every index of the bytes that are examined together, and after them.
  @Test(arguments: ["\u{85}", "\u{202E}", "\u{E0041}", "\u{FEFF}", "\u{2066}"])
  func itIsFoundAtEveryIndex(_ character: Unicode.Scalar) {
    let sign = Array(String(character).utf8)
    for count in 0..<110 {
      for place in 0...count {
        let bytes =
          Array(repeating: UInt8(ascii: "a"), count: place) + sign
          + Array(repeating: UInt8(ascii: "a"), count: count - place)
        #expect(cbs_first_invisible(bytes, 0, Int64(bytes.count)) == Int64(place))
        #expect(cbs_first_invisible(bytes, 0, Int64(place)) == Int64(place), "what is cut off is none")
        #expect(cbs_first_invisible(bytes, Int64(place + 1), Int64(bytes.count)) == Int64(bytes.count))
      }
    }
  }

  @Test(arguments: [
    "年\u{202E}度", "年\u{202A}度\u{202C}", "\u{2066}年度\u{2069}", "年\u{200B}度", "年\u{2060}度", "年\u{FEFF}度",
    "年\u{AD}度", "年\u{200D}度", "a\u{200C}b", "年\u{200E}度", "年\u{200F}度", "年\u{85}度", "年\u{E0041}度",
    "\u{1F3F4}\u{E0067}度", "👩\u{200D}度", "1\u{200D}2", "年\u{2028}度", "א\u{202E}ב", "年\u{180E}度", "年\u{3164}度",
  ])
  func itHasNothingToDoThere(_ text: String) {
    #expect(!found(text).isEmpty)
  }

  @Test(arguments: [
    "👨‍👩‍👧", "👩🏽‍🚒", "❤️‍🔥", "🏳️‍🌈", "🏴‍☠️", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    "می\u{200C}خواهم", "क\u{94D}\u{200D}ष", "ᠮᠣᠩᠭᠣᠯ\u{180E}ᠠ", "ئۇيغۇر\u{200D}", "\u{FEFF}年度", "שלום\u{200F}!",
    "עמוד 3\u{200E}",
    "co\u{AD}operation", "葛\u{E0100}", "“年度”……——《报告》①②③", "e\u{301}", "❤\u{FE0F}", "　", "\u{A0}", "中·文",
  ])
  func itIsNeededThere(_ text: String) {
    #expect(found(text) == [])
  }

  @Test func jsonHasEscapesForThem() {
    var buffer = ByteBuffer()
    Array("{\"a\u{202E}b\":\"\u{7F}年\u{85}\u{E0041}👨‍👩‍👧\u{200B}##[x]## [##vso[\"}".utf8).withUnsafeBufferPointer {
      buffer.appendJSONWithVisibleCharacters($0)
    }
    #expect(String(buffer) == #"{"a\u202eb":"\u007f年\u0085\udb40\udc41👨‍👩‍👧\u200b#\u0023[x]## [#\u0023vso["}"#)
  }
}
