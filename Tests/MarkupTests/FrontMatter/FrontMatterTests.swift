import Diagnostics
import Testing

@testable import Markup

@Suite("Front matter")
struct FrontMatterTests {
  private func parse(_ text: String) -> (document: Document?, findings: [Finding]) {
    var findings: [Finding] = []
    let document = MarkupParser().parse(SourceFile(path: "a.md", text: text), findings: &findings)
    return (document, findings)
  }

  @Test(arguments: [
    "---\nname: 甲\n---\n文", "---\r\nname: 甲\r\n---\r\n文", "\u{FEFF}---\nname: 甲\n---\n文", "---  \nname: 甲\n---\t\n文",
    "---\n\nname: 甲\n\n---\n\n文",
    "---\nname: 甲 # 注\n---\n文", "---\rname: 甲\r---\r文",
  ])
  func isBetweenTwoLinesOfHyphens(_ text: String) throws {
    let result = parse(text)
    #expect(result.findings.isEmpty)
    let document = try #require(result.document)
    #expect(document.frontMatter["name"]?.text == "甲")
    #expect(document.plainText(document.nodes.indices) == "文")
  }

  @Test func isOnlyThatAtTheHead() throws {
    let document = try #require(parse("文\n\n---\nname: 甲\n---\n").document)
    #expect(document.frontMatter.entries?.count == 0)
  }

  @Test(arguments: [
    " ---\nname: 甲\n---\n文\n", "----\nname: 甲\n----\n文\n", "\n \n---\nname: 甲\n---\n文\n", "———\nname: 甲\n—————\n文\n",
    "name: 甲\n---\n文\n", "－－－\nname: 甲\n---\n文\n",
  ])
  func otherLinesBeforeItCanBeCorrected(_ text: String) throws {
    let source = SourceFile(path: "a.md", text: text)
    let fix = try #require(parse(text).findings.first?.fix)
    #expect(String(decoding: source.applying([fix]).source.bytes, as: UTF8.self) == "---\nname: 甲\n---\n文\n")
  }

  @Test(arguments: ["---\n---\n文", "---\n# 注\n---\n文", "---\n\n---\n文"])
  func mayBeEmpty(_ text: String) throws {
    let document = try #require(parse(text).document)
    #expect(document.frontMatter.entries?.count == 0)
    #expect(document.plainText(document.nodes.indices) == "文")
  }

  @Test(arguments: ["---\nname: 甲\n---", "---\nname: 甲\n---\n", "---\nname: 甲\n---\n\n \n"])
  func mayStandAlone(_ text: String) throws {
    let document = try #require(parse(text).document)
    #expect(document.frontMatter["name"]?.text == "甲")
    #expect(document.nodes.count == 0)
  }

  @Test(arguments: ["---", "---\n", "---\nname: 甲", "---\nname: 甲\n----\n", "---\nname: 甲\n --- x\n"])
  func mustBeClosed(_ text: String) {
    let result = parse(text)
    #expect(result.document == nil)
    #expect(result.findings.map(\.kind.id) == [FrontMatterFindings.unclosed.id])
  }
}
