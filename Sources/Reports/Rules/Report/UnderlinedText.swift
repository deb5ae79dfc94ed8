internal import Diagnostics
internal import Markup

/// A sentence that becomes a heading because of a line of dashes or equals signs below it.
enum UnderlinedText: ReportRule {
  static let kind = FindingKind(
    "text-underlined", .warning,
    title: LocalizedText("一句话成了标题", en: "A sentence that became a heading"),
    explanation: LocalizedText(
      "一行文字的下一行只有“---”或“===”时，这行文字就成了标题。要画分隔线的，请在它前面空一行。gongkai fix 可以改正“---”。",
      en:
        "A line with nothing but --- or === below it is a heading. Leave a blank line before a line that is to divide the text. `gongkai fix` does so for ---."
    ),
    example: "依法公开信息，答复及时。\n---")

  private static let kinds = Node.Kinds(.heading)

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let document = report.document
    for index in document.places(of: kinds) where document.isUnderlinedText(heading: index) {
      let source = document.source
      let line = source.line(at: Int(document.nodes[index].offset))
      let breaks = document.nodes[index..<Int(document.nodes[index].end)].count {
        $0.kind == .softBreak || $0.kind == .lineBreak
      }
      let below = source.offset(ofLine: line + breaks + 1)
      let isRule = below < source.bytes.count && source.bytes[below] == UInt8(ascii: "-")
      findings.append(
        Finding(
          kind, at: source.range(ofLine: line),
          LocalizedText(
            "第 \(line + breaks + 1) 行使这句话成了标题", en: "line \(line + breaks + 1) makes this sentence a heading"),
          help: LocalizedText(
            "请在第 \(line + breaks + 1) 行之前空一行", en: "leave a blank line before line \(line + breaks + 1)"),
          fix: isRule ? Fix(replacing: source.range(of: Span(below, below)), with: "\n") : nil))
    }
  }
}

extension Document {
  /// Whether a heading is a sentence with a line of dashes or equals signs below it.
  func isUnderlinedText(heading index: Int) -> Bool {
    let node = nodes[index]
    guard node.kind == .heading, Int(node.offset) < source.bytes.count,
      source.bytes[Int(node.offset)] != UInt8(ascii: "#")
    else { return false }
    let words = plainText((index + 1)..<Int(node.end))
    return words.count > 60 || words.last.map { "。；！？，：".contains($0) } ?? false
  }
}
