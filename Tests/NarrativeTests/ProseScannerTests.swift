import Diagnostics
import Foundation
import MarkedSources
import Markup
import Testing

@testable import Narrative

@Suite("The scanner of prose against a plain one")
struct ProseScannerTests {
  @Test("random words, beginnings of words, figures and marks", arguments: 1...40)
  func randomText(_ seed: UInt64) throws {
    var random = RandomProse(seed)
    try compare((0..<12).map { _ in random.paragraph() })
  }

  @Test("what officials write")
  func sentences() throws {
    try compare([
      "2023年，我局共收到政府信息公开申请13件，其中自然人12件、法人或其他组织1件；上年结转2件，答复**15**件。",
      "因政府信息公开工作被申请行政复议三件（结果维持2件），行政诉讼０件，同比下降百分之十五。",
      "全年主动公开信息1.2万余条，制发行政规范性文件8件，第三十二条规定的十一个事项全部公开。",
      "咨询电话0871-1234567，邮编100017，“一站式”服务窗口接待2,305人次。",
    ])
  }

  /// The sample portal and the documents are Chinese as people write it, whatever they say.
  @Test("the texts of the repository")
  func realText() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var lines: [String] = []
    for folder in ["Content", "docs"] {
      let files = try FileManager.default.subpathsOfDirectory(
        atPath: root.appending(path: folder).path
      ).sorted()
      for path in files where path.hasSuffix(".md") {
        let text = String(
          decoding: try Data(contentsOf: root.appending(path: "\(folder)/\(path)")), as: UTF8.self)
        lines += text.split { $0.isNewline }.map { String($0) }.filter(isPlain)
      }
    }
    #expect(lines.count > 100)
    try compare(lines)
  }

  /// The plain scanner knows nothing of markup and of long digits.
  private func isPlain(_ line: String) -> Bool {
    guard let first = line.unicodeScalars.first, (0x4E00...0x9FFF).contains(first.value) else {
      return false
    }
    return !line.contains(/[\[\]<>|`_~\\#&=+\/]|[0-9０-９]{11}|https?:/)
  }

  private func compare(_ paragraphs: [String]) throws {
    let source = SourceFile(path: "text.md", text: paragraphs.joined(separator: "\n\n") + "\n")
    var findings: [Finding] = []
    let document = try #require(MarkupParser().parse(source, findings: &findings))
    let prose = source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = ProseScanner(bytes)
      _ = scanner.scan(0..<document.nodes.count, of: document, isSampled: false)
      return scanner.result
    }
    // A line end at the end of a paragraph begins a block of nothing.
    let kept = prose.tokens.indices.filter { index in
      let token = prose.tokens[index]
      return token.word != .block || source.bytes[Int(token.span.start)] != UInt8(ascii: "\n")
    }
    var rest = kept[...]
    for paragraph in paragraphs {
      let plain = PlainScanner(paragraph)
      let ofParagraph = rest.prefix(plain.found.count)
      let found = ofParagraph.map { index in
        let token = prose.tokens[index]
        return PlainScanner.Found(
          word: token.word, written: source.text(of: token.span), isAdjacent: token.isAdjacent,
          phrase: token.number < 0 ? nil : prose.numbers[Int(token.number)])
      }
      if let (scanned, expected) = zip(found, plain.found).first(where: { $0 != $1 }) {
        Issue.record("scanned \(scanned), plainly \(expected) in: \(paragraph)")
        return
      }
      #expect(found.count == plain.found.count)
      guard let first = ofParagraph.first, let last = ofParagraph.last else { continue }
      let sentences = prose.sentences.filter { first <= $0.lowerBound && $0.lowerBound <= last }
      #expect(
        sentences.map { $0.lowerBound - first..<min($0.upperBound, last + 1) - first }
          == plain.sentences, "\(paragraph)")
      rest = rest.dropFirst(plain.found.count)
    }
    #expect(rest.isEmpty)
  }
}

/// Paragraphs of words of the field, whole and cut off, with what may stand between them.
private struct RandomProse {
  private var random: FixedSeed
  private static let words = FieldWords.all.flatMap { $0.1.split(separator: " ").map { Array($0) } }
  private static let marks = [
    "，", "。", "、", "；", "：", "（", "）", "“", "”", "——", " ", "**", ",", "％", "《", "》",
  ]
  private static let units = [
    "件", "条", "个", "次", "人次", "件次", "万件", "余件", "万余篇", "年", "月", "日", "%", "％", "", "个月",
  ]
  private static let numerals = ["三", "十二", "一百零五", "二〇", "三千四百", "两万三千", "百分之七"]
  private static let others = Array("的在国务院厅局政公务收申信不行办结数据〇第ａＡxyz-./")

  init(_ seed: UInt64) { random = FixedSeed(seed) }

  mutating func paragraph() -> String {
    var text = "文"
    for _ in 0..<Int.random(in: 1...60, using: &random) { text += piece() }
    return text + "文"
  }

  private mutating func piece() -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<5: return word()
    case 5:
      let word = word()
      return String(word.prefix(Int.random(in: 1...word.count, using: &random)))
    case 6: return Self.marks.randomElement(using: &random) ?? ""
    case 7, 8: return figure() + (Self.units.randomElement(using: &random) ?? "")
    case 9:
      return "局" + (Self.numerals.randomElement(using: &random) ?? "") + unitWithoutTenThousands()
    case 10: return String(UnicodeScalar(UInt32.random(in: 0x4E00..<0x9FFF, using: &random)) ?? "文")
    default: return Self.others.randomElement(using: &random).map(String.init) ?? ""
    }
  }

  private mutating func unitWithoutTenThousands() -> String {
    (Self.units.randomElement(using: &random) ?? "").filter { $0 != "万" }
  }

  private mutating func word() -> String {
    Self.words.randomElement(using: &random).map { String($0) } ?? ""
  }

  private mutating func figure() -> String {
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      return "\(Int.random(in: 1...9, using: &random)),\(Int.random(in: 100...999, using: &random))"
    case 1:
      return "\(Int.random(in: 0...99, using: &random)).\(Int.random(in: 0...99, using: &random))"
    case 2: return ["１２", "３", "０"].randomElement(using: &random) ?? ""
    default: return "\(Int.random(in: 0...3000, using: &random))"
    }
  }
}
