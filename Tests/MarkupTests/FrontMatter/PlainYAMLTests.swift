import Diagnostics
import MarkedSources
import Testing
import Yams

@testable import Markup

/// Compares our scanner with the library, on texts that it can read and on texts that it must decline.
@Suite("Plain YAML is read as the library reads it")
struct PlainYAMLTests {
  /// A value as text, with the locations of all its parts.
  private static func described(_ value: YAMLValue) -> String {
    let content =
      switch value.content {
      case .scalar(let text, let isQuoted): "\(isQuoted ? "'" : "")\(text)"
      case .sequence(let items): "[\(items.map(described).joined(separator: ", "))]"
      case .mapping(let entries):
        "{\(entries.map { "\($0.key)@\(place($0.keySpan)): \(described($0.value))" }.joined(separator: ", "))}"
      }
    return "\(content)@\(place(value.span))"
  }

  private static func place(_ span: Span) -> String { "\(span.start)-\(span.end)" }

  private static func plain(_ source: SourceFile) -> YAMLValue? {
    source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = PlainYAMLScanner(bytes, in: Span(0, bytes.count))
      return scanner.scan()
    }
  }

  private static func library(_ source: SourceFile) -> YAMLValue? {
    var findings: [Finding] = []
    return YAMLReader.readWithLibrary(source, in: Span(0, source.bytes.count), findings: &findings)
  }

  @Test(arguments: [
    "a: 1", "a: 1\n", "title: 云溪区柳林街道办事处2023年政府信息公开工作年度报告\nyear: 2023\n", "a:\nb: 2\n", "a: \nb: 2\n",
    "a:\n  b: 1\n  c: 二\nd: 3\n",
    "a:\n    b: 1\n    c: 2\n", "a:\n  b:\n    c: 1\n  d: 2\ne: 3\n", "a: \"530199-2024-00012\"\nb: '单引号'\n",
    "a: \"\"\nb: ''\n", "a: 2024-01-30 09:00\n",
    "a: 文字，有逗号（和括号）。\n", "a: x#y\nb: x:y\n", "a: 1\n\n\nb: 2\n\n", "a: 1   \nb: 2\n", "a: 1\r\nb:\r\n  c: 2\r\n",
    "a: http://a.cn/b?c=d&e\n",
    "a: true\nb: null\nc: no\n", "a: 0871-00000000\n", "a_b: 1\nC2: 2\n", "a: 1e3\nb: 0x10\nc: 1.50\n",
    "a: a 'b' \"c\"\n", "a: b - c\n", "a: 𠀀é\n", "a: x]\nb: x}\n",
    "a: x, y\n", "2023: x\n", "a: 1\n   \nb: 2", "a: \"中 文\" \n", "a:\n\nb: 1\n", "\n\na: 1\n", "a:\n\n  b:\n\n",
    "a:   \nb: 1",
    "# c\na: 1\n", "a: 1\n# c\n  # d\nb:\n    # e\n  c: 2\n#f", "# 注\r\na: 1\r\n", "a: x\n  # c\nb: 1\n",
    "- 1\n", "- 1\n- 二\n\n- \"3\"\n", "a:\n  - 1\n", "a:\n- 1\n- 2\nb: 3\n", "a:\n  - 1\n  - 2\nb: 3\n",
    "- a: 1\n  b: 2\n- a: 3\n  c:\n    - d: 4\n", "-   a: 1\n    b: 2\n", "- a:\n  - 1\n  b: 2\n",
    "- a:\n    b: 1\n  # c\n  d: 2\n", "a: [1]\n", "a: []\nb: {}\n", "a: [ 1 , 二,\"三\" ]  \n", "a: {b: 1}\n",
    "a: { b: 1 , c: \"2, 3\", d: '4' }\nb: 5\n", "- {id: x, label: 一、总体情况, variants: [甲, 乙]}\n- {id: y}\n",
    "a: [[1, 2], {b: [3]}, []]\n", "a: [http://a.cn/b&c, x:y]\n", "a: {b: x y , c: z#}\n",
    "a: \"x\\n\"\n", "a: \"一\\\"二\\\\\"\nb: [\"\\n\", x]\n", "a: \"{b}\"\n", "a: 'x\\n'\n", "a: \"it's\"\n",
    "a: (1) x\nb: [(2), (3) y]\n",
    "a-b: 1\n", "a.b: \"{c} d\"\na.b-c.: x\n", "a.b: {one: \"{c} d\", qaa-Geor: \"e\"}\n", "a--: 1\nb..: 2\n",
  ])
  func readsTheSame(_ text: String) throws {
    let source = SourceFile(path: "a.yaml", text: text)
    let plain = try #require(Self.plain(source))
    let library = try #require(Self.library(source))
    #expect(Self.described(plain) == Self.described(library))
  }

  @Test(
    "Front matter as it is mostly written needs no library",
    arguments: [
      "title: 云溪区柳林街道办事处2023年政府信息公开工作年度报告\nagency: liulin\nyear: 2023\npublished: 2024-01-30 09:00\nindex_number: \"530199-2024-00012\"\ncontact:\n  address: 云溪区柳林路15号\n  postcode: \"650000\"\n  phone: 0871-00000000\n",
      "a: 1\r\nb:\r\n  c: 2\r\n",
    ])
  func isPlain(_ text: String) {
    #expect(Self.plain(SourceFile(path: "a.yaml", text: text)) != nil)
  }

  @Test(arguments: [
    "", "# c\n", "a: &x 1\n", "a: *x\n", "a: !t 1\n", "a: |\n  b\n", "a: >\n  b\n", "a: 1 # c\n", "a: b: c\n",
    "a: \"x\\t\"\n", "a: \"\\x41\"\n", "a: \"x\\\"\n", "a: \"x\ry\"\n", "# c\rb: 1\n", "a: 1\n\rb: 2\n", "a: 'it''s'\n",
    "a: \"x\n", "a: 1\na: 2\n", "a: 1\n b: 2\n", " a: 1\n", "a: x\n  y\n",
    "a:\n  - 1\n  b: 2\n", "- a: 1\n b: 2\n", "- 1\n  2\n", "- - 1\n", "-\n  a: 1\n", "-\n", "- 键: 1\n", "- 1\na: 2\n",
    "a: [1\n", "a: [1,\n  2]\n", "a: [1] x\n", "a: [1,]\n", "a: [1]]\n", "a: [1 2, [3]x]\n", "a: {b}\n", "a: {b: }\n",
    "a: {b:1}\n", "a: {b: 1, b: 2}\n", "a: {\"b\": 1}\n", "a: [b: 1]\n", "a: [-1]\n", "a: [x?y]\n", "a: [x:]\n",
    "a: [1] # c\n",
    "[1]\n", "{a: 1}\n", "a:\n  b: 1\n c: 2\n", "a:1\n",
    "\ta: 1\n", "a:\t1\n", "a: x\ty\n", "? a\n", "%YAML\n", "a: -\n", "a: ?\n", "a: @x\n", "a: `x`\n", "\"a\": 1\n",
    "a b: 1\n", "键: 1\n", "a: ~\n", "---\na: 1\n", "...\n",
    "a: \"x\" y\n", "a: x:\n", "a: x\u{7}\n", "a:\n  b\n", ".a: 1\n", "-a: 1\n", "1.5: 1\n", "a.b c: 1\n",
  ])
  func isDeclined(_ text: String) {
    #expect(Self.plain(SourceFile(path: "a.yaml", text: text)) == nil)
  }

  /// Random lines, most of them nearly plain. U+0085, U+2028 and U+2029 are left out: they are line breaks in YAML 1.1,
  /// but not in any editor.
  @Test func readsTheSameOfManyTexts() throws {
    let lines = [
      "a: 1", "b: 二", "c:", "d: ", "  e: 5", "  f: \"六\"", "    g: 7", "  h:", "", "   ", "i: x: y", "j: # k", "l: 'm'",
      "n: o#p", "q: r #s", "t: u:v", "w: -1", "x: .5",
      "y: \"z", "A: +1", "B: 2024-01-30", "C: a, b", "D: [1]", "- 1", "E: (x)", "F: x  ", "G: null", "\tH: 1",
      "# c", "  # c", "  - 1", "- N: 1", "  O: 2", "  - P: [1, 二]", "Q: {a: 1, b: [c]}", "R: [\"x\\n\", 'y']",
      "S: [1, {a: b}",
      "I: \u{3000}x", "T.u: 1", "V-w.x-: y", "Z: {a.b: 1, c-d: e}", "J: x\u{A0}", "L: é:", "M: \u{FEFF}x",
    ]
    var generator = FixedSeed(2023)
    var compared = 0
    for _ in 0..<24_000 {
      let picked = (0..<Int.random(in: 1...5, using: &generator)).compactMap { _ in
        lines.randomElement(using: &generator)
      }
      let text = picked.joined(separator: Bool.random(using: &generator) ? "\n" : "\r\n") + "\n"
      let source = SourceFile(path: "a.yaml", text: text)
      guard let plain = Self.plain(source) else { continue }
      compared += 1
      let library = try #require(Self.library(source), "\(text.debugDescription) is refused by the library")
      #expect(Self.described(plain) == Self.described(library), "\(text.debugDescription)")
    }
    #expect(compared > 3_000)
  }

  /// Compares with the library's own nodes, without our composer in between.
  @Test func valuesAreThoseOfTheLibrary() throws {
    let text = "a: 一\nb:\n  c: \"2\"\n  d: 三 四\ne: http://a.cn\n"
    let node = try #require(try Yams.compose(yaml: text))
    let value = try #require(Self.plain(SourceFile(path: "a.yaml", text: text)))
    #expect(node["a"]?.string == value["a"]?.text)
    #expect(node["b"]?["c"]?.string == value["b"]?["c"]?.text)
    #expect(node["b"]?["d"]?.string == value["b"]?["d"]?.text)
    #expect(node["e"]?.string == value["e"]?.text)
  }
}
