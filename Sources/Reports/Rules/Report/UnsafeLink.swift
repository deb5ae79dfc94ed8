internal import Diagnostics
internal import Markup

/// URLs that a public page must not contain: scripts, embedded data, files on somebody's computer.
enum UnsafeLink: ReportRule {
  static let kind = FindingKind(
    "link-unsafe", .error, concession: .none,
    title: LocalizedText("不允许的链接", en: "A link that is not allowed"),
    explanation: LocalizedText(
      "链接只能是 http、https、mailto、tel 或相对地址。javascript:、data: 和 file: 等链接会危及读者，不会发布。",
      en:
        "A link may be http, https, mailto, tel or relative. Links such as javascript:, data: and file: endanger readers and are not published."
    ),
    example: "[点击](javascript:alert(1))")

  private static let kinds = Node.Kinds(.link, .image)

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let document = report.document
    for place in document.places(of: kinds) {
      let node = document.nodes[place]
      if LinkSafety.isSafe(document.text[Int(node.text.start)..<Int(node.text.end)]) { continue }
      let address = document.string(node.text)
      findings.append(
        Finding(
          kind, at: document.source.range(ofLine: document.source.line(at: Int(node.offset))),
          LocalizedText("不允许的链接：\(address.prefix(60))", en: "this link is not allowed: \(address.prefix(60))")))
    }
  }
}
