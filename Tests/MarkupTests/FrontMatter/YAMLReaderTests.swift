import Diagnostics
import Testing

@testable import Markup

@Suite("The strict subset of YAML")
struct YAMLReaderTests {
  private func read(_ text: String) -> (value: YAMLValue?, findings: [Finding]) {
    var findings: [Finding] = []
    let value = YAMLReader.read(SourceFile(path: "a.yaml", text: text), findings: &findings)
    return (value, findings)
  }

  @Test func aliasBombIsRefusedAtOnce() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    var result: (value: YAMLValue?, findings: [Finding])?
    let time = ContinuousClock().measure { result = read(text) }
    #expect(time < .seconds(1))
    #expect(result?.value == nil)
    #expect(result?.findings.map(\.kind.id) == [FrontMatterFindings.refused.id])
  }

  @Test(arguments: [
    "[" + String(repeating: "[", count: 200), String(repeating: "{a: ", count: 200),
    (0..<60).map { String(repeating: "  ", count: $0) + "a:\n" }.joined(),
    String(repeating: "[", count: 60) + String(repeating: "]", count: 60),
    "a: " + String(repeating: "[", count: 30_000), "a: " + String(repeating: "{", count: 30_000),
    String(repeating: "- ", count: 30_000), String(repeating: "? ", count: 5_000),
    "a: \"" + String(repeating: "\\", count: 50_000), "a: " + String(repeating: "'", count: 50_001),
    String(repeating: "a: {b: ", count: 8_000), String(repeating: "- - a: ", count: 8_000),
  ])
  func deepNestingIsRefusedQuickly(_ text: String) {
    var result: (value: YAMLValue?, findings: [Finding])?
    let time = ContinuousClock().measure { result = read(text) }
    #expect(time < .seconds(10))
    #expect(result?.findings.isEmpty == false || result?.value != nil)
  }

  @Test(
    "Text that looks like an anchor is not one",
    arguments: [
      "a: 甲,&乙 丙 # d\n", "a: gover- &-n\n", "a: 甲 {&b # c\n", "a: 甲 [x, *b # c\n", "a: x -! y # c\n", "a: b}, &c # d\n",
      "a: {b: x:!y} # c\n",
    ])
  func isNotAnAnchor(_ text: String) {
    let (value, findings) = read(text)
    #expect(value?["a"] != nil, "\(findings.map(\.message.english))")
  }

  @Test(
    "An anchor, alias or tag is found in brackets after anything",
    arguments: [
      "a: [x, &b y]\n", "a: {x: 'y]', z: &b c}\n", "a: {\"x\":'y]', z: &b c}\n", "a: [x, {y: [z]}, &b c]\n",
      "a: [\"]\", &b c]\n",
      "a: [\n  x,\n  &b c]\n", "- - &b c\n", "- a: &b c\n", "a:\n  - *b\n", "a: [x, !b c]\n",
      "? a\n: &b c\n",
      "a: {b: - &c d}\n", "a: {\"x\" :&b c}\n", "a: {[x]:&b c}\n",
    ])
  func isRefused(_ text: String) {
    let (value, findings) = read(text)
    #expect(value == nil)
    #expect(findings.first?.kind.id == FrontMatterFindings.refused.id, "\(findings.map(\.message.english))")
  }

  @Test func sixtyLevelsInPlainLinesAreTooMany() {
    #expect(
      read(
        (0..<60).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + String(repeating: " ", count: 60)
          + "a: 1\n"
      ).value == nil)
  }

  @Test func flowMappingsOfOneLine() throws {
    let value = try #require(
      read("period: {from: 2023-01-01, to: 2023-12-31}\nlicence: {name: CC BY 4.0, url: \"https://a.cn/\"}\n").value)
    #expect(value["period"]?["to"]?.text == "2023-12-31")
    #expect(value["licence"]?["url"]?.text == "https://a.cn/")
  }

  @Test func listsAndBlocks() throws {
    let value = try #require(read("a:\n  - 1\n  - b: 2\nc: |\n  一\n  二\nd: >\n  一\n  二\n").value)
    #expect(value["a"]?.items?.first?.integer == 1)
    #expect(value["a"]?.items?.last?["b"]?.integer == 2)
    #expect(value["c"]?.text == "一\n二\n")
    #expect(value["d"]?.text == "一 二\n")
  }

  @Test func scalarsAreTypedByTheirReader() throws {
    let value = try #require(
      read("a: 2023\nb: \"2023\"\nc: true\nd: yes\ne: ~\nf: null\ng:\nh: \"null\"\ni: 007\nj: ''\nk: \"true\"\n").value)
    #expect(value["a"]?.integer == 2023)
    #expect(value["a"]?.text == "2023")
    #expect(value["b"]?.integer == nil)
    #expect(value["b"]?.text == "2023")
    #expect(value["c"]?.boolean == true)
    #expect(value["d"]?.boolean == nil)
    #expect(["e", "f", "g"].allSatisfy { value[$0]?.isNull == true && value[$0]?.text == nil })
    #expect(value["h"]?.text == "null")
    #expect(value["i"]?.text == "007")
    #expect(value["j"]?.text == "")
    #expect(value["k"]?.boolean == nil)
  }

  @Test(arguments: ["", "# 只有注释\n", "\n\n"])
  func nothingIsAnEmptyMapping(_ text: String) throws {
    let result = read(text)
    #expect(result.findings.isEmpty)
    #expect(result.value?.entries?.count == 0)
  }

  @Test(arguments: [
    "a: 1\n---\nb: 2\n", "a: [1\n", "a: 'x\n", "a: x\n b: y\n", "\ta: 1\n", "a: @x\n", "a: \"\\q\"\n", "a: ]\n",
    "? [a]\n", "[a]: 1\n", "{a: b}: 1\n", "a: %x\n- b\n",
  ])
  func isNotValid(_ text: String) {
    let result = read(text)
    #expect(result.value == nil)
    #expect(result.findings.count == 1)
    #expect(result.findings.first?.range != nil)
  }
}
