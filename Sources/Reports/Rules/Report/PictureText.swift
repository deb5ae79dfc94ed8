internal import Diagnostics
internal import Markup

/// A picture needs a text alternative for people who cannot see it.
enum PictureText: ReportRule {
  static let kind = FindingKind(
    "picture-without-text", .error,
    title: LocalizedText("图片没有替代文字", en: "A picture without alternative text"),
    explanation: LocalizedText(
      "图片必须写明替代文字：![替代文字](文件)。读屏软件的用户靠它了解图片的内容。",
      en: "A picture needs its alternative text: ![text](file). People who use a screen reader depend on it."),
    example: "![](liulin/tujie.png)",
    source: LocalizedText("《无障碍环境建设法》第三十二条", en: "Law on Building an Accessible Environment, art. 32"))

  private static let kinds = Node.Kinds(.image)

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let document = report.document
    for index in document.places(of: kinds) {
      let node = document.nodes[index]
      let text = document.plainText((index + 1)..<Int(node.end))
      guard text.allSatisfy(\.isWhitespace) else { continue }
      findings.append(
        Finding(
          kind, at: document.source.range(ofLine: document.source.line(at: Int(node.offset))),
          LocalizedText("图片没有替代文字", en: "this picture has no alternative text")))
    }
  }
}
