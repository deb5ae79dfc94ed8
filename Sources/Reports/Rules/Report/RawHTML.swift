internal import Diagnostics
internal import Markup

/// HTML in a source is shown as text, which its author may not expect.
enum RawHTML: ReportRule {
  static let kind = FindingKind(
    "raw-html", .warning,
    title: LocalizedText("HTML 会原样显示为文字", en: "HTML is shown as text"),
    explanation: LocalizedText(
      "来源中的 HTML 标签不会生效，而是作为文字显示。请改用 Markdown 写法。",
      en: "HTML tags in a source have no effect; they are shown as text. Use Markdown instead."),
    example: "<font color=red>重要</font>")

  private static let kinds = Node.Kinds(.htmlBlock, .htmlInline)

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let document = report.document
    var last = 0
    for place in document.places(of: kinds) {
      let node = document.nodes[place]
      let line = document.source.line(at: Int(node.offset))
      if line == last || report.roles[place] == .brokenTable { continue }
      last = line
      let text = document.string(node.text).prefix { !$0.isNewline }
      findings.append(
        Finding(
          kind, at: document.source.range(ofLine: line),
          LocalizedText("HTML 会原样显示为文字：\(text.prefix(40))", en: "this HTML is shown as text: \(text.prefix(40))")))
    }
  }
}
