import Bytes
import Diagnostics
import MarkedSources
import Testing

@testable import Markup

/// Long runs of text are hidden from the library; the result must be the same.
@Suite("Text without markup is kept from the library")
struct TextFoldsTests {
  private static let long = "按照公开为常态、不公开为例外的原则，对2030年以前制发的规范性文件开展集中清理,废止0件"

  private func expectSame(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let source = SourceFile(path: "a.md", text: text)
    var findings: [Finding] = []
    var parser = MarkupParser()
    let folded = try #require(parser.parse(source, findings: &findings))
    parser.foldsText = false
    let whole = try #require(parser.parse(source, findings: &findings))
    #expect(
      Outline(folded).withPlaces == Outline(whole).withPlaces, "\(text.debugDescription)",
      sourceLocation: sourceLocation)
  }

  @Test(
    "The library is given one character for each run",
    arguments: [
      ("**§**，a§", "**按\u{F0000}件**，\u{F0001}件"), ("a,§b%", "a,按\u{F0000}件b%"), ("短 §", "短 按\u{F0000}件"),
      ("[§]: /a", "[§]: /a"), ("\u{F0000}§", "\u{F0000}§"),
    ])
  func oneCharacterForEachRun(_ text: String, _ expected: String) {
    let source = SourceFile(path: "a.md", text: text.replacing("§", with: Self.long))
    var folds = TextFolds(source, from: 0, isWanted: true)
    var given = ByteBuffer()
    folds.append(0..<source.bytes.count, to: &given)
    #expect(String(given) == expected.replacing("§", with: Self.long))
    var whole: [UInt8] = []
    folds.unfold(given.bytes, to: &whole)
    #expect(whole == source.bytes)
  }

  @Test(
    "A run may be anywhere",
    arguments: [
      "§", "# §", "§\n===", "> §\n> §", "- §\n- §\n  §", "1. §", "**§**", "*“§”*", "_§_§", "~~§~~", "`§`",
      "```§\n§\n```", "    §",
      "[§](§)", "[§](<§>)", "[§](/a '§')", "![§](a.png \"§\")", "<https://a.cn/§>", "见https://a.cn/§", "§www.a.cn§",
      "§a@b.cn§",
      "<div>\n§\n</div>", "§<b title='§'>§</b>", "<!-- § -->", "| § | 二 |\n|---|---|\n| §<br> | **§** |",
      "表：§\n|a|\n|-|\n|§|",
      "&§;", "\\§", "§\\\n§", "§  \n§", "[§]\n\n[§]: /b", "§[^§]\n\n[^§]: §", "§ § 1.§ (§) §§§", "§\r\n\r\n§\r§",
      "§\u{3000}§\u{A0}*§*",
    ])
  func mayBeAnywhere(_ text: String) throws { try expectSame(text.replacing("§", with: Self.long)) }

  @Test(
    "The ends of a run determine the effect of an adjacent asterisk",
    arguments: ["“", "”", "，", "。", "a", "1", ",", "%", "é", "𠮷", "年", "\u{3000}", "\u{A0}"])
  func endsAreKept(_ end: String) throws {
    for mark in ["*", "**", "_", "~~"] {
      try expectSame("前\(mark)\(end)\(Self.long)\(end)\(mark)后")
      try expectSame("\(Self.long)\(end)\(mark)\(Self.long)\(mark)\(end)\(Self.long)")
    }
  }

  @Test(
    "A text that holds what would stand for a run is not folded", arguments: ["\u{F0000}", "\u{F0001}", "\u{FFFFF}"])
  func privateCharacters(_ character: String) throws { try expectSame("\(character)\(Self.long)**\(character)**") }

  @Test func moreRunsThanHaveNumbers() throws {
    try expectSame(String(repeating: "\(Self.long.prefix(10))(", count: 66_000) + "\n")
  }

  @Test func anythingInAnyOrder() throws {
    let pieces = [
      Self.long, Self.long, String(Self.long.prefix(12)), "年", "*", "**", "_", "~~", "`", "[", "]", "](", "(", ")", "<",
      ">", "&amp;", "\\", "!",
      " ", "\n", "\n\n", "\n- ", "\n> ", "\n# ", "\n| ", " | ", "|\n|---|---|\n", "https://a.cn/", "@b.cn", "“", "”",
      "，", "1. ", "[^1]", "]: ",
      "~", "\"", "'", ":", "\t", "é", "\u{3000}",
    ]
    var generator = FixedSeed(2008)
    for _ in 0..<6_000 {
      let text = (0..<Int.random(in: 3...24, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }
      try expectSame(text.joined() + "\n")
    }
  }
}
