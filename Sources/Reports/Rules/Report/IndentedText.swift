internal import Diagnostics
internal import Markup

/// Paragraphs that start with four spaces or a tab, which Markdown would read as code.
enum IndentedText: ReportRule {
  static let kind = FindingKind(
    "indented-text", .hint,
    title: LocalizedText("段首空了四格以上", en: "A paragraph that starts with four spaces"),
    explanation: LocalizedText(
      "在 Markdown 里，以四个空格或制表符开头的是代码。这里按段落发布。段首请不要空格，或用两个全角空格。",
      en:
        "In Markdown, four spaces or a tab at the start of a line make it code. Here it is published as a paragraph. Leave the spaces out, or use two of full width."
    ),
    example: "    全年公开信息20条。")

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let lines = report.document.indentedLines
    guard let first = lines.first else { return }
    findings.append(
      Finding(
        kind, at: report.document.source.range(ofLine: first),
        LocalizedText(
          "段首空了四格以上，按段落发布\(lines.count > 1 ? "；这样的共 \(lines.count) 段" : "")",
          en:
            "this starts with four spaces and is published as a paragraph\(lines.count > 1 ? "; there are \(lines.count) of them" : "")"
        ),
        help: LocalizedText("请去掉段首的空格", en: "leave the spaces out")))
  }
}
