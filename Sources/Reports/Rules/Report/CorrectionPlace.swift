internal import Diagnostics
internal import Markup

/// A correction must refer to an existing cell or section.
enum CorrectionPlace: ReportRule {
  static let kind = FindingKind(
    "correction-place", .error,
    title: LocalizedText("更正的地方不存在", en: "A correction of nothing"),
    explanation: LocalizedText(
      "corrections: 的每一条写明更正的是哪个单元格（cell，如 requests.new.total）或哪个部分（section，如 overview），二者取一，且必须是本年报的表单里有的。",
      en:
        "Each entry of corrections: names the cell (cell, such as requests.new.total) or the section (section, such as overview) that was corrected: one of the two, and one that the report's form has."
    ),
    example: "corrections:\n  - {date: 2024-03-01, cell: requests.new.totle, from: 3, to: 4, reason: 漏计}")

  private static let mostProposed = 100

  static func check(_ report: Report, _ findings: inout [Finding]) {
    if report.metadata.corrections.isEmpty { return }
    let sections = report.sections.map(\.id) + report.form.sections.map(\.id)
    let known = Set(sections)
    // For a report with thousands of sections, no suggestion would be useful.
    let proposed = sections.count > mostProposed ? report.form.sections.map(\.id) : sections
    for correction in report.metadata.corrections {
      func say(_ message: LocalizedText, help: LocalizedText? = nil) {
        findings.append(
          Finding(
            kind, at: report.document.source.range(of: correction.span), message, cell: correction.cell, help: help))
      }
      switch (correction.cell, correction.section) {
      case (nil, nil): say(LocalizedText("没有写更正的是 cell 还是 section", en: "neither cell nor section is named"))
      case (_?, _?): say(LocalizedText("cell 和 section 只能写一个", en: "only one of cell and section may be named"))
      case (let cell?, nil):
        if report.cell(cell) != nil { continue }
        say(
          LocalizedText("表单没有单元格 \(cell)", en: "the form has no cell \(cell)"),
          help: Suggestion.help(for: cell, among: report.form.cells.map(\.id)))
      case (nil, let section?):
        if known.contains(section) { continue }
        say(
          LocalizedText("没有 \(section) 这一部分", en: "there is no section \(section)"),
          help: Suggestion.help(for: section, among: proposed))
      }
    }
  }
}
