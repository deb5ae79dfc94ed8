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

  /// Every byte at every place of the eight that are looked at together.
  @Test func everySignIsFoundAtEveryPlace() {
    for sign in UInt8(0)..<128 {
      for place in 0..<20 {
        var bytes = Array(repeating: UInt8(ascii: "a"), count: 20)
        bytes[place] = sign
        let isMarkup = "&<>\"'".utf8.contains(sign)
        let isJSONSpecial = sign < 0x20 || "\"\\<".utf8.contains(sign)
        bytes.withUnsafeBufferPointer { text in
          guard let base = text.baseAddress else { return }
          #expect(ByteSearch.firstMarkup(base, from: 0, to: 20) == (isMarkup ? place : nil))
          #expect(ByteSearch.firstJSONSpecial(base, from: 0, to: 20) == (isJSONSpecial ? place : nil))
        }
      }
    }
  }

  @Test func bytesAboveASCIIAreLeftAlone() {
    for byte in UInt8(128)...255 {
      let bytes = Array(repeating: byte, count: 17)
      bytes.withUnsafeBufferPointer { text in
        guard let base = text.baseAddress else { return }
        #expect(ByteSearch.firstMarkup(base, from: 0, to: 17) == nil)
        #expect(ByteSearch.firstJSONSpecial(base, from: 0, to: 17) == nil)
      }
    }
  }
}
