internal import Diagnostics
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
    "sections", LocalizedText("各部分文字", en: "Sections as text"), key: ["number"], columns, isFile: false
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
      "number", LocalizedText("序号", en: "Number"), LocalizedText("在报告中的序号", en: "Place in the report"), .integer,
      isRequired: true
    ) { .integer($0.number) },
    TableColumn(
      "section", LocalizedText("部分", en: "Section"),
      LocalizedText("表单的部分；introduction 为卷首，closing 为落款", en: "That of the form; introduction, closing"), .code,
      isRequired: true
    ) { .text($0.section.id) },
    TableColumn("title", LocalizedText("标题", en: "Title"), LocalizedText("标题", en: "The heading")) {
      .text(ifPresent: $0.section.title.isEmpty ? nil : $0.section.title)
    },
    TableColumn("text", LocalizedText("文字", en: "Text"), LocalizedText("不含表格的文字", en: "The text without tables")) {
      .text($0.text)
    },
  ]
}
