import CByteSearch
import Foundation
import Testing

@testable import Bytes

@Suite("Escaping")
struct EscapingTests {
  private static let texts = [
    "", "无需转义的一段文字", "&", "<b>\"甲\" & '乙'</b>", "a&b", "1234567&", "12345678&", "123456789&12345678<", "''''''''''",
    "&amp;", "\u{0}\t\r\n\u{1F}\u{7F}", "\\\"",
    "年\"度\\报<告", "<script>", "</script>", "\u{2028}", "👨‍👩‍👧", "%26", String(repeating: "字", count: 1000) + "<", "`!#;=",
  ]

  @Test(arguments: texts)
  func html(_ text: String) {
    var buffer = ByteBuffer()
    buffer.appendEscaped(text)
    var expected = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    expected = expected.replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    #expect(String(buffer) == expected)
  }

  @Test(arguments: texts)
  func json(_ text: String) throws {
    var buffer = ByteBuffer()
    buffer.append("[\"" as String)
    var copy = text
    copy.withUTF8 { buffer.appendJSONEscaped($0) }
    buffer.append("\"]" as String)
    #expect(try JSONDecoder().decode([String].self, from: Data(buffer.array())) == [text])
    #expect(!buffer.bytes.contains(UInt8(ascii: "<")))
  }

  /// Every byte at every index of the thirty-two that are examined together, and after them.
  @Test func everySignIsFoundAtEveryIndex() {
    for sign in UInt8.min...UInt8.max {
      let isMarkup = "&<>\"'".utf8.contains(sign)
      let isJSONSpecial = sign < 0x20 || "\"\\<".utf8.contains(sign)
      for place in 0..<40 {
        var bytes = Array(repeating: UInt8(ascii: "a"), count: 40)
        bytes[place] = sign
        #expect(cbs_first_markup(bytes, 0, 40) == (isMarkup ? Int64(place) : 40))
        #expect(cbs_first_json_special(bytes, 0, 40) == (isJSONSpecial ? Int64(place) : 40))
      }
    }
  }

  @Test func aSignIsFoundInTextsOfEveryLength() {
    for count in 1...70 {
      for place in 1..<(count + 1) {
        var bytes = Array(repeating: UInt8(ascii: "a"), count: count)
        if place < count { bytes[place] = UInt8(ascii: "<") }
        #expect(cbs_first_markup(bytes, 0, Int64(count)) == Int64(place))
        // Bytes before the start index are ignored.
        bytes[0] = UInt8(ascii: "<")
        #expect(cbs_first_markup(bytes, 1, Int64(count)) == Int64(place))
        if place < count { bytes[place] = UInt8(ascii: "\"") }
        bytes[0] = UInt8(ascii: "\"")
        #expect(cbs_first_json_special(bytes, 1, Int64(count)) == Int64(place))
      }
    }
  }

  @Test(arguments: 0...0x7F as ClosedRange<UInt8>)
  func controlCharacters(_ byte: UInt8) {
    let isControl = byte < 0x20 && !"\t\n\r".utf8.contains(byte) || byte == 0x7F
    #expect(byte.isControlCharacter == isControl)
    for place in [0, 15, 16, 31, 32, 63, 64, 99] {
      var bytes = Array(repeating: UInt8(ascii: "a"), count: 100)
      bytes[place] = byte
      bytes.withUnsafeBufferPointer { bytes in
        #expect(bytes.firstControlCharacter == (isControl ? place : nil))
      }
    }
  }
}
