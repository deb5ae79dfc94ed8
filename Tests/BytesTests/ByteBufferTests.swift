import Testing

@testable import Bytes

@Suite("A buffer of bytes")
struct ByteBufferTests {
  private func written(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer(capacity: 1)
    write(&buffer)
    return String(buffer)
  }

  @Test(arguments: [
    0, 1, 9, 10, 99, 100, 12345, -1, -10, 1_000_000_000, 999_999_999_999_999_999, 1_000_000_000_000_000_000, Int.max,
    Int.min, Int.min + 1,
  ])
  func integers(_ number: Int) {
    #expect(written { $0.append(number) } == "\(number)")
  }

  @Test func integersOfEveryLength() {
    var power = 1
    for _ in 0..<19 {
      for number in [power, power - 1, -power] { #expect(written { $0.append(number) } == "\(number)") }
      power = power.multipliedReportingOverflow(by: 10).partialValue
    }
  }

  @Test(arguments: [
    (7, 3, "007"), (123, 2, "123"), (0, 4, "0000"), (-5, 3, "-005"), (12, 25, "0000000000000000000000012"),
  ])
  func integersOfAWidth(_ number: Int, _ width: Int, _ text: String) {
    #expect(written { $0.append(number, width: width) } == text)
  }

  @Test func appendsItsOwnBytesAgain() {
    let text = written { buffer in
      buffer.append("发布日期")
      buffer.appendAgain(3..<12)
      buffer.appendAgain(0..<0)
    }
    #expect(text == "发布日期布日期")
  }

  @Test func growsAsItIsWritten() {
    let piece = "年度报告"
    #expect(written { for _ in 0..<10_000 { $0.append(piece) } } == String(repeating: piece, count: 10_000))
    let long = String(repeating: "长", count: 100_000)
    #expect(written { $0.append(long) } == long)
  }

  @Test func takesAllKindsOfText() {
    let text = written { buffer in
      buffer.append(UInt8(ascii: "a"))
      buffer.append("b")
      buffer.append("年" as String)
      buffer.append([0x63, 0x64])
      buffer.append(Array("xefy".utf8)[1...2])
      buffer.append([] as [UInt8])
      buffer.append("" as String)
    }
    #expect(text == "ab年cdef")
  }

  @Test func isUsedAgain() {
    var buffer = ByteBuffer()
    buffer.append("第一" as String)
    buffer.removeAll()
    #expect(buffer.count == 0)
    buffer.append("abc" as String)
    buffer.append("d" as String)
    #expect(buffer.array() == Array("abcd".utf8))
  }
}
