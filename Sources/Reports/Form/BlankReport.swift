internal import Diagnostics

/// Writes a report that is still to be filled in: every section and table of a form, with blank cells.
///
/// Cells are blank and the report is a draft, since zeros would make an unfilled form a valid report of nothing.
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
      title: \(agencyName)\(year)年政府信息公开工作年度报告
      agency: \(agency)
      year: \(year)
      status: draft
      # published: \(year + 1)-01-31
      # index_number: ""
      ---

      本报告由\(agencyName)根据《中华人民共和国政府信息公开条例》要求编制。统计期限为\(year)年1月1日至\(year)年12月31日。


      """
    for section in form.sections {
      text += "## \(section.label.chinese)\n\n"
      guard let table = section.table else { continue }
      for block in form.tables[table].blocks { text += markdown(of: block) }
    }
    return text
  }

  private func markdown(of block: FormBlock) -> String {
    let columns = block.columns.leaves.map { block.columns.items[$0].label.chinese }
    var text = block.label.map { "**\($0.chinese)**\n\n" } ?? ""
    text += "| \(([block.corner.chinese] + columns).joined(separator: " | ")) |\n"
    text += "|---|\(String(repeating: "---:|", count: columns.count))\n"
    for row in block.rows.items {
      text += "| \(row.label.chinese) |\(String(repeating: " |", count: columns.count))\n"
    }
    return text + "\n"
  }
}
