internal import Diagnostics
internal import Languages
internal import Reports

/// Writes the source of an imported report, as `gongkai new report` writes a blank one.
struct ReportText {
  let form: Form
  let agency: String
  let year: Int
  let status: String
  let facts: ReportFacts
  let parts: ReportParts
  let bindings: [Int: GridBinding]
  let published: CalendarDate?

  var markdown: String {
    var text = frontMatter
    text += parts.introduction.map(markdown).joined()
    let tables = FormMarkdown(form) { cell in bindings[form.cells[cell].table]?.values[cell]?.text ?? "" }
    for (index, section) in form.sections.enumerated() {
      text += "## \(section.label.chinese)\n\n"
      text += parts.sections[index]?.before.map(markdown).joined() ?? ""
      if let table = section.table { text += tables.table(table) }
      text += parts.sections[index]?.after.map(markdown).joined() ?? ""
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  private var frontMatter: String {
    var lines = ["title: \(quoted(facts.title ?? "\(year)年政府信息公开工作年度报告"))", "agency: \(agency)", "year: \(year)"]
    if !form.isToldByLabels { lines.append("form: \(form.id)") }
    if status != "published" { lines.append("status: \(status)") }
    if let published {
      lines.append("published: \(published.iso)\(published.time.map { " \($0)" } ?? "")")
    }
    if let number = facts.indexNumber { lines.append("index_number: \(quoted(number, always: true))") }
    if let number = facts.documentNumber { lines.append("document_number: \(quoted(number))") }
    if let source = facts.source { lines.append("source: \(quoted(source))") }
    if let period = facts.period, !isWholeYear(period) {
      lines.append("period: {from: \(period.from.iso), to: \(period.to.iso)}")
    }
    let contact = [
      ("address", facts.address.map { quoted($0) }), ("postcode", facts.postcode.map { quoted($0, always: true) }),
      ("phone", facts.phone.map { quoted($0) }),
    ].compactMap { key, value in value.map { "  \(key): \($0)" } }
    if !contact.isEmpty { lines += ["contact:"] + contact }
    return "---\n\(lines.joined(separator: "\n"))\n---\n\n"
  }

  private func isWholeYear(_ period: (from: CalendarDate, to: CalendarDate)) -> Bool {
    period.from == CalendarDate(year: year, month: 1, day: 1)
      && period.to == CalendarDate(year: year, month: 12, day: 31)
  }

  private func quoted(_ text: String, always: Bool = false) -> String {
    let isPlain = text.first?.isLetter == true && !text.contains { ":#\"'{}[]&*!|>%@`,".contains($0) || $0.isNewline }
    if isPlain, !always { return text }
    return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").filter { !$0.isNewline })\""
  }

  private func markdown(_ prose: ReportParts.Prose) -> String {
    switch prose {
    case .paragraph(let paragraph):
      let text = ProseText.escaped(paragraph.text)
      switch paragraph.style {
      case .item(let number): return number.map { "\($0). \(text)\n\n" } ?? "- \(text)\n\n"
      case .text, .heading:
        return ProseText.isSubheading(paragraph) ? "### \(text)\n\n" : "\(text)\n\n"
      }
    case .table(let grid): return ProseText.table(grid)
    }
  }
}
