internal import Diagnostics
internal import Markup

/// Single asterisks within a word. Markdown reads them as emphasis, but the author may mean multiplication.
enum EmphasisInWord: ReportRule {
  static let kind = FindingKind(
    "emphasis-in-word", .hint,
    title: LocalizedText("星号成了斜体记号", en: "Asterisks that make text italic"),
    explanation: LocalizedText(
      "两个星号之间的文字显示为斜体，星号本身不显示。如果是乘号，请写“×”；如果要显示星号，请写成“\\*”。",
      en:
        "Text between two asterisks is italic, and the asterisks are not shown. Write × for a sign of multiplication, and \\* for an asterisk that is to be shown."
    ),
    example: "长*宽*高")

  private static let kinds = Node.Kinds(.emphasis)

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let document = report.document
    for index in document.places(of: kinds) {
      let end = Int(document.nodes[index].end)
      let words = document.plainText((index + 1)..<end)
      // Longer words are emphasised on purpose: 提升*可读性*水平.
      guard words.count == 1 || words.allSatisfy(\.isASCII), let before = text(index - 1, in: document)?.last,
        let after = text(end, in: document)?.first,
        isWord(before), isWord(after)
      else { continue }
      let line = document.source.line(at: Int(document.nodes[index].offset))
      findings.append(
        Finding(
          kind, at: document.source.range(ofLine: line),
          LocalizedText(
            "“\(words)”两边的星号是斜体记号，不会显示",
            en: "the asterisks around “\(words)” make it italic and are not shown"),
          help: LocalizedText(
            "乘号请写“×”，要显示的星号请写“\\*”", en: "write × for a sign of multiplication, \\* for an asterisk to be shown")))
    }
  }

  private static func text(_ node: Int, in document: Document) -> String? {
    guard document.nodes.indices.contains(node), document.nodes[node].kind == .text else { return nil }
    return document.string(document.nodes[node].text)
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
