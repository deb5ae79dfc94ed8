import Bytes
import Diagnostics
import MarkedSources
import Markup
import Testing

@testable import Pages

/// The words of a page are the words of its source, without the markup: random texts are put together from pieces whose
/// words are known.
@Suite("No word of a source is lost, added or changed")
struct ProseTextTests {
  /// What an author writes, and what a reader gets of it.
  private static let pieces: [(markdown: String, words: String)] = [
    ("依法公开信息", "依法公开信息"), ("，", "，"), ("。", "。"), ("：", "："), ("2023年", "2023年"), ("58件", "58件"), ("GDP", "GDP"),
    ("**重点领域**", "重点领域"), ("**（一）主动公开。**", "（一）主动公开。"), ("**“专栏”**", "“专栏”"), ("**《条例》**", "《条例》"),
    ("*依法：*", "依法："), ("***注意：***", "注意："), ("~~旧数~~", "旧数"), ("1~3月", "1~3月"), ("9:00~12:00", "9:00~12:00"),
    ("文号_云办_字", "文号_云办_字"), ("云办函[2021]30号", "云办函[2021]30号"), ("〔2019〕60号", "〔2019〕60号"),
    ("[条例](https://www.example.gov.cn/a_b?c=1&d=2)", "条例"),
    ("<https://www.example.gov.cn/>", "https://www.example.gov.cn/"),
    ("`代码`", "代码"), ("A&B", "A&B"), ("&amp;", "&"), ("<不含转发>", "<不含转发>"), ("5<6", "5<6"), ("\\*", "*"), ("\\_", "_"),
    ("100%", "100%"), ("￥1,000.00", "￥1,000.00"), ("\"引\"", "\"引\""), ("①", "①"),
    ("邮箱a@example.gov.cn", "邮箱a@example.gov.cn"),
    ("\n", ""), ("  \n", ""), ("　", ""), (" ", ""),
  ]

  /// How a line starts that holds them: as a paragraph, an item, a quotation, a heading or a cell.
  private static let frames: [(before: String, after: String)] = [
    ("", ""), ("- ", ""), ("1. ", ""), ("> ", ""), ("### ", ""), ("    文", ""),
    ("| 项目 | 说明 |\n|---|---|\n| 甲 | ", " |"),
  ]

  private static func words(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private static func visible(_ html: String) -> String {
    html.replacing(#/<[^>]*>/#, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test(arguments: 0..<4)
  func onRandomTexts(_ seed: UInt64) throws {
    var random = FixedSeed(seed)
    for _ in 0..<750 {
      var (source, expected) = ("---\ntitle: 甲\n---\n\n", "")
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let frame = Self.frames.randomElement(using: &random) ?? ("", "")
        var (line, said) = ("", "")
        for _ in 0..<Int.random(in: 1...7, using: &random) {
          guard let piece = Self.pieces.randomElement(using: &random) else { continue }
          // Only a paragraph may go on in the next line; a line does not end in a blank before one.
          let isBreak = piece.markdown.contains("\n")
          if isBreak, !frame.before.isEmpty || line.isEmpty || line.hasSuffix("\n") || line.hasSuffix(" ") { continue }
          // Two marks side by side are one to Markdown, and an asterisk after a digit is text.
          let isEmphasis = ["*", "~", "`"].contains(piece.markdown.prefix(1))
          line += isEmphasis ? "字\(piece.markdown)字" : piece.markdown
          said += isEmphasis ? "字\(piece.words)字" : piece.words
        }
        while let last = line.last, last.isWhitespace { line.removeLast() }
        line = String(line.drop { $0.isWhitespace })
        if line.isEmpty { continue }
        source += frame.before + line + frame.after + "\n\n文。\n\n"
        expected += (frame.after.isEmpty ? frame.before.filter { $0 == "文" } : "项目说明甲") + said + "文。"
      }
      var findings: [Finding] = []
      let document = try #require(
        MarkupParser().parse(SourceFile(path: "a.md", text: source), findings: &findings), "\(source)")
      var html = HTMLWriter()
      var text = DocumentHTML(document)
      text.write(document.nodes.indices, to: &html)
      let page = Self.words(Self.visible(String(decoding: html.array(), as: UTF8.self)))
      // What cannot be kept is said.
      if !findings.isEmpty { continue }
      #expect(page == Self.words(expected), "\(source)")
    }
  }
}
