internal import Diagnostics
internal import Languages
internal import Reports

/// Writes the source of an imported report, as `gongkai new report` writes a blank one.
struct ReportText {
  let form: Form
  var frontMatter: FrontMatter
  let introduction: [ReportParts.Prose]
  /// By section of the form.
  let sections: [ReportParts.Part?]
  /// The text of a cell, by its index in the form.
  let value: (Int) -> String
  /// The folder beside the source in which its pictures are.
  let folder: String

  var markdown: String {
    var text = frontMatter.text
    text += markdown(introduction, inTable: false)
    let tables = FormMarkdown(form, value: value)
    for (index, section) in form.sections.enumerated() {
      let isStatutory = section.table != nil
      text += "## \(section.label.chinese)\n\n"
      text += markdown(sections[index]?.before ?? [], inTable: isStatutory)
      if let table = section.table { text += tables.table(table) }
      text += markdown(sections[index]?.after ?? [], inTable: isStatutory)
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  private func markdown(_ prose: [ReportParts.Prose], inTable isStatutory: Bool) -> String {
    var text = ""
    for (index, block) in prose.enumerated() {
      text += markdown(block, inTable: isStatutory)
      // The items of a list follow each other without blank lines.
      if block.isItem, index + 1 < prose.count, prose[index + 1].isItem { text.removeLast() }
    }
    return text
  }

  private func markdown(_ prose: ReportParts.Prose, inTable isStatutory: Bool) -> String {
    switch prose {
    case .paragraph(let paragraph):
      let text = ProseText.markdown(of: paragraph)
      switch paragraph.style {
      case .item(let number): return number.map { "\($0). \(text)\n\n" } ?? "- \(text)\n\n"
      case .text, .heading:
        return ProseText.isSubheading(paragraph) ? "### \(text)\n\n" : "\(text)\n\n"
      }
    case .table(let grid): return ProseText.table(grid, needsCaption: isStatutory)
    case .picture(let picture):
      return "![\(ProseText.escaped(picture.alternative))](\(folder)/\(picture.fileName))\n\n"
    }
  }
}

extension ReportParts.Prose {
  fileprivate var isItem: Bool {
    if case .paragraph(let paragraph) = self, case .item = paragraph.style { true } else { false }
  }
}
