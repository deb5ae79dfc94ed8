internal import Diagnostics
package import Portal
package import Reports

/// `data/portal.xlsx`: a cover, contents, notes, then one sheet per table with one row per report. It follows the
/// guidance of the UK's Analysis Function on releasing statistics in spreadsheets.
package struct PortalWorkbook: Sendable {
  let forms: FormLibrary
  let portal: Portal
  private var site: Site { portal.site }

  package init(forms: FormLibrary, portal: Portal) {
    self.forms = forms
    self.portal = portal
  }

  package func write(_ records: ReportRecords, at path: String) throws {
    let ofForm = Dictionary(grouping: records.forms.indices) { records.forms[$0] }
    let wide = WideTable.all(of: forms).filter { ofForm[$0.form] != nil }
    let lists = PortalTables.all(of: portal, forms)
    var sheets = [(name: "reports", title: LocalizedText("年度报告", en: "Reports"), columns: ReportColumns.all)]
    for table in wide { sheets.append((table.name, table.title, table.columns)) }
    for table in lists { sheets.append((table.name, table.title, table.columns)) }
    var workbook = try Workbook(
      at: path, streaming: true, properties: .init(title: site.name, author: site.publisher))
    try workbook.addSheet("cover") { sheet throws(WorkbookError) in try sheet.writeLines(cover) }
    try workbook.addSheet("contents") { sheet throws(WorkbookError) in
      try sheet.writeHeader(["工作表 Sheet", "内容", "Content"], row: 0)
      try sheet.setWidth(36, ofColumns: 0...2)
      for (number, entry) in sheets.enumerated() {
        try sheet.writeLink(toSheet: entry.name, text: entry.name, row: number + 1, column: 0)
        try sheet.write(entry.title.chinese, row: number + 1, column: 1)
        try sheet.write(entry.title.english, row: number + 1, column: 2)
      }
    }
    try workbook.addSheet("notes") { sheet throws(WorkbookError) in
      try sheet.writeHeader(["工作表 Sheet", "列 Column", "名称", "Label", "说明", "Definition", "单位 Unit"], row: 0)
      try sheet.setWidth(28, ofColumns: 0...6)
      sheet.freeze(rows: 1, columns: 0)
      var row = 1
      for entry in sheets {
        for column in entry.columns {
          let texts = [
            entry.name, column.id, column.label.chinese, column.label.english, column.explanation.chinese,
            column.explanation.english, column.unit ?? "",
          ]
          for (place, text) in texts.enumerated() where !text.isEmpty { try sheet.write(text, row: row, column: place) }
          row += 1
        }
      }
    }
    try addSheet("reports", ReportColumns.all, to: &workbook) { write in
      for index in records.forms.indices { try write(records.record(at: index).values()) }
    }
    for table in wide {
      try addSheet(table.name, table.columns, to: &workbook) { write in
        for index in ofForm[table.form] ?? [] { try write(table.values(records.record(at: index))) }
      }
    }
    for table in lists {
      try addSheet(table.name, table.columns, to: &workbook) { write in
        for row in table.rows { try write(row) }
      }
    }
    try workbook.close()
  }

  private func addSheet(
    _ name: String, _ columns: [DataColumn], to workbook: inout Workbook,
    rows: (([DataValue]) throws -> Void) throws -> Void
  ) throws {
    var sheet = try workbook.addSheet(name)
    try sheet.setWidths(of: columns)
    sheet.freeze(rows: 1, columns: min(2, columns.count))
    try sheet.writeHeader(columns.map(\.id), row: 0)
    var row = 0
    try rows { values in
      row += 1
      try sheet.write(values, row: row)
    }
    try sheet.addFilter(rows: 0...max(row, 1), columns: 0...columns.count - 1)
  }

  private var cover: [String] {
    [
      site.name,
      "发布机构 Published by: \(site.publisher ?? "—")",
      "网址 Address: \(site.baseURL)",
      "使用许可 Licence: \(site.licence.map { [$0.name, $0.url ?? ""].joined(separator: " ") } ?? "—")",
      "一表一页，一行一份报告，一格一个数；各列的含义见 notes。",
      "A table a sheet, a row a report, a number a cell; notes explains the columns.",
      "空格表示报告未填、不适用或填了文字，不是 0；哪一种见 cells.csv 的 status 列。",
      "An empty cell means blank, not applicable or text, never 0; cells.csv tells which in its column status.",
      "已撤回的报告不在其中。 Withdrawn reports are not included.",
    ]
  }
}

extension Sheet {
  /// Writes lines of text below each other, the first as a title.
  fileprivate mutating func writeLines(_ lines: [String]) throws(WorkbookError) {
    try setWidth(90, ofColumns: 0...0)
    for (row, line) in lines.enumerated() { try write(line, row: row, column: 0, row == 0 ? .title : .text) }
  }
}
