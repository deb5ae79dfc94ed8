internal import Bytes
internal import Diagnostics
internal import Languages
internal import Markup
internal import Reports

/// Writes a section of a report: its text, with the statutory table in place of the first block of it.
struct SectionHTML {
  let report: Report
  let context: PageContext
  let strings: Strings
  /// The findings that the report is published with.
  let faults: KnownFaults

  /// The HTML, and the range of it that is the statutory table, which the JSON contains as numbers instead.
  struct Result {
    var html: [UInt8]
    var statutory: Range<Int>?

    /// The HTML without the statutory table.
    var prose: [UInt8] {
      guard let statutory else { return html }
      return Array(html[..<statutory.lowerBound] + html[statutory.upperBound...])
    }
  }

  func write(_ section: Section, using text: inout DocumentHTML, scratch html: inout HTMLWriter) -> Result {
    html.removeAll()
    text.keepsLines = section.kind == .closing
    var statutory: Range<Int>?
    for index in report.document.siblings(in: section.nodes) {
      let node = report.document.nodes[index]
      switch report.roles[index] {
      case nil, .brokenTable: text.write(index..<Int(node.end), to: &html)
      case .formCaption, .freeCaption: break
      case .bound:
        guard statutory == nil else { continue }
        let start = html.count
        writeStatutoryTable(of: section, to: &html)
        statutory = start..<html.count
        writeExtraRows(of: section, to: &html)
      case .freeTable(let number):
        let table = report.freeTables[number]
        FreeTableHTML(
          document: report.document, table: table.table, id: "f\(number)", caption: table.caption, unit: table.unit
        ).write(using: &text, to: &html)
      case .tableNote:
        html.line("p", .class("table-note")) { text.write((index + 1)..<Int(node.end), to: &$0) }
      }
    }
    text.writeFootnotes(to: &html)
    return Result(html: html.array(), statutory: statutory)
  }

  private func writeStatutoryTable(of section: Section, to html: inout HTMLWriter) {
    guard case .form(let index) = section.kind, let table = report.form.sections[index].table else { return }
    context.statutoryTable(table, of: report.form, strings)?.write(
      report, faults: faults.isEmpty ? [:] : faults.byCell, to: &html)
    faults.writeList(ofTable: table, strings, reportLanguage: report.metadata.language, to: &html)
  }

  /// Rows that the form does not have but the report is published with.
  private func writeExtraRows(of section: Section, to html: inout HTMLWriter) {
    guard case .form(let index) = section.kind, let table = report.form.sections[index].table else { return }
    let rows = report.extraRows.filter { $0.table == table }
    if rows.isEmpty { return }
    html.line("table", .class("free")) { html in
      html.element("caption", text: PageText.extraRows[strings])
      html.element("tbody") { html in
        for row in rows {
          html.line("tr") { html in
            html.element("th", .scope("row"), text: row.label)
            for cell in row.cells { html.element("td", text: cell) }
          }
        }
      }
    }
  }
}
