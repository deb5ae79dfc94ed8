internal import Bytes
internal import Diagnostics
internal import Markup
internal import Reports

/// Writes a section of a report: its text, with the statutory table in place of the first block of it.
struct SectionHTML {
  let report: Report
  let context: PageContext
  let language: Language
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

  func write(_ section: Section, using text: inout DocumentHTML, scratch: inout ByteBuffer) -> Result {
    scratch.removeAll()
    var statutory: Range<Int>?
    for index in report.document.siblings(in: section.nodes) {
      let node = report.document.nodes[index]
      switch report.roles[index] {
      case nil, .brokenTable: text.write(index..<Int(node.end), to: &scratch)
      case .formCaption, .freeCaption: break
      case .bound:
        guard statutory == nil else { continue }
        let start = scratch.count
        writeStatutoryTable(of: section, to: &scratch)
        statutory = start..<scratch.count
        writeExtraRows(of: section, to: &scratch)
      case .freeTable(let number):
        let table = report.freeTables[number]
        FreeTableHTML(
          document: report.document, table: table.table, id: "f\(number)", caption: table.caption, unit: table.unit
        ).write(using: &text, to: &scratch)
      case .tableNote:
        scratch.append("<p class=\"table-note\">")
        text.write((index + 1)..<Int(node.end), to: &scratch)
        scratch.append("</p>\n")
      }
    }
    text.writeFootnotes(to: &scratch)
    return Result(html: scratch.array(), statutory: statutory)
  }

  private func writeStatutoryTable(of section: Section, to buffer: inout ByteBuffer) {
    guard case .form(let index) = section.kind, let table = report.form.sections[index].table else { return }
    context.statutoryTable(table, of: report.form, language)?.write(
      report, faults: faults.isEmpty ? [:] : faults.byCell, to: &buffer)
    faults.writeList(ofTable: table, language, reportLanguage: report.metadata.language, to: &buffer)
  }

  /// Rows that the form does not have but the report is published with.
  private func writeExtraRows(of section: Section, to buffer: inout ByteBuffer) {
    guard case .form(let index) = section.kind, let table = report.form.sections[index].table else { return }
    let rows = report.extraRows.filter { $0.table == table }
    if rows.isEmpty { return }
    buffer.append("<table class=\"free\"><caption>")
    buffer.appendEscaped(PageText.extraRows[language])
    buffer.append("</caption>\n<tbody>\n")
    for row in rows {
      buffer.append("<tr><th scope=\"row\">")
      buffer.appendEscaped(row.label)
      buffer.append("</th>")
      for cell in row.cells {
        buffer.append("<td>")
        buffer.appendEscaped(cell)
        buffer.append("</td>")
      }
      buffer.append("</tr>\n")
    }
    buffer.append("</tbody></table>\n")
  }
}
