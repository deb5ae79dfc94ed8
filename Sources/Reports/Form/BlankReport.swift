internal import Diagnostics
internal import Languages
internal import Markup

/// Writes a report to be filled in: every section and table of a form, with blank cells.
///
/// Cells are blank and the report is a draft, because zeros would make an unfilled form a valid report.
package struct BlankReport {
  let form: Form
  let agency: String
  let agencyName: String
  let year: Int

  package init(form: Form, agency: String, agencyName: String, year: Int) {
    self.form = form
    self.agency = agency
    self.agencyName = agencyName
    self.year = year
  }

  package var markdown: String {
    var text = """
      ---
      title: \(YAMLText.quoted(blank.filled(blank.title, self)))
      agency: \(agency)
      year: \(year)
      \(form.isToldByLabels ? "" : "form: \(form.id)\n")status: draft
      # published: \(year + 1)-01-31
      # index_number: ""
      ---


      """
    if !blank.introduction.isEmpty { text += blank.filled(blank.introduction, self) + "\n\n" }
    for section in form.sections {
      text += "## \(section.label.chinese)\n\n"
      guard let table = section.table else { continue }
      text += FormMarkdown(form).table(table)
    }
    return text
  }

  private var blank: BlankText { form.blank ?? BlankText(title: "{agency} {year}: \(form.title.chinese)") }
}

/// The text that a blank report of a form starts with. `{agency}` and `{year}` are replaced.
struct BlankText: Sendable {
  let title: String
  let introduction: String

  init(title: String, introduction: String = "") {
    self.title = title
    self.introduction = introduction
  }

  init(_ fields: inout Fields) {
    title = fields.requiredText("title") ?? ""
    introduction = fields.text("introduction") ?? ""
  }

  fileprivate func filled(_ text: String, _ report: BlankReport) -> String {
    text.split(separator: "{agency}", omittingEmptySubsequences: false).joined(separator: report.agencyName)
      .split(separator: "{year}", omittingEmptySubsequences: false).joined(separator: "\(report.year)")
  }
}
