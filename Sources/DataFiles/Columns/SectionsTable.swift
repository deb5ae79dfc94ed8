internal import Languages
internal import Portal
internal import Reports

/// The text of reports, a row a section: only in the database, which can search it.
enum SectionsTable {
  private struct Item {
    let number: Int
    let section: Section
    let text: String
  }

  static let table = ReportTable(
    "sections", Text("table.sections"), key: ["number"], columns, isFile: false
  ) { row in
    guard row.site.data.fullText != false else { return [] }
    return row.report.sections.enumerated().map { number, section in
      var text: [UInt8] = []
      row.report.appendPlainText(of: section, to: &text)
      return Item(number: number + 1, section: section, text: String(decoding: text, as: UTF8.self))
    }
  }

  private static let columns: [TableColumn<Item>] = [
    TableColumn(
      "number", Text("column.number"), Text("column.sections.number.definition"), .integer,
      isRequired: true
    ) { .integer($0.number) },
    TableColumn(
      "section", Text("column.sections.section"),
      Text("column.sections.section.definition"), .code,
      isRequired: true
    ) { .text($0.section.id) },
    TableColumn("title", Text("column.sections.title"), Text("column.sections.title.definition")) {
      .text(ifPresent: $0.section.title.isEmpty ? nil : $0.section.title)
    },
    TableColumn("text", Text("column.sections.text"), Text("column.sections.text.definition")) {
      .text($0.text)
    },
  ]
}
