import Diagnostics
import ExampleReports
import MarkedSources
import Markup
import Testing

@testable import Reports

/// A valid report with bytes changed, removed and inserted, identically in every run.
@Suite("Broken reports are read without a crash, and quickly")
struct BrokenBytesTests {
  private static let whole = ExampleReport(
    text: ExampleReport { "\(ExampleFigures.figure(of: $0))" }.saying(
      """
      - [x] **重点**、*次要*、~~删去~~ https://www.example.gov.cn [链接](a.html "题") ![图](b.png)[^1]

      > 引用 `代码` <b>文字</b>

      表：渠道 {#a unit=条}

      | 网站 | 条数 |
      |---|---:|
      | a\\|b | 1 |

      [^1]: 注
      """
    ).text)

  private static let bytes = Array(whole.text.utf8)

  /// Bytes that are significant to one of the parsers.
  private static let signs =
    Array("\n\r\t |-:>#*_`~[]()<&!\\\"'{}+.,/0189aA%?@=\u{0B}".utf8) + [0x00, 0x80, 0xBF, 0xC2, 0xE3, 0xEF, 0xFF]

  @Test(arguments: 0..<300)
  func isReadToTheEnd(_ round: Int) {
    var generator = FixedSeed(UInt64(round))
    var bytes = Self.bytes
    for _ in 0..<Int.random(in: 1...20, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let sign = Self.signs.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] = sign
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(sign, at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      default:
        bytes.insert(
          contentsOf: bytes[place..<min(bytes.count, place + 60)],
          at: Int.random(in: 0..<bytes.count, using: &generator))
      }
    }
    if round % 10 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
    let source = SourceFile(path: "reports/2023/liulin.md", bytes: bytes)
    var read: ReadReport?
    let time = ContinuousClock().measure { read = ReadReport(source) }
    #expect(time < .seconds(1))
    for finding in read?.findings ?? [] { expectPlace(of: finding, in: source) }
    if read?.report == nil { #expect(read?.findings.contains { $0.severity == .error } == true) }
  }

  /// Every finding points into the file.
  private func expectPlace(of finding: Finding, in source: SourceFile) {
    for range in [finding.range].compactMap({ $0 }) + finding.related.map(\.range) {
      #expect(range.file == source.path)
      #expect((1...source.lineStarts.count).contains(range.line), "\(finding.kind.id)")
      let line = source.bytes[source.offset(ofLine: range.line)..<source.endOfLine(range.line)]
      #expect((1...line.count + 1).contains(range.column), "\(finding.kind.id)")
      #expect((range.endLine, range.endColumn) >= (range.line, range.column), "\(finding.kind.id)")
    }
  }

  @Test func untouchedItHasNoErrors() {
    #expect(ReadReport(Self.whole).findings.allSatisfy { $0.severity != .error })
  }
}
