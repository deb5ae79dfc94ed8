package import Languages
package import Portal
package import Reports

/// `data/portal.xlsx`: a cover, contents, notes, then one sheet per table with one row per report. It follows the
/// guidance of the UK's Analysis Function on releasing statistics in spreadsheets.
package struct PortalWorkbook: Sendable {
  let forms: FormLibrary
  let portal: Portal
  let strings: SiteStrings
  private var site: Site { portal.site }

  package init(forms: FormLibrary, portal: Portal, strings: SiteStrings) {
    self.forms = forms
    self.portal = portal
    self.strings = strings
  }

  package func write(_ records: ReportRecords, at path: String) throws {
    let ofForm = Dictionary(grouping: records.forms.indices) { records.forms[$0] }
    let wide = WideTable.all(of: forms).filter { ofForm[$0.form] != nil }
    let lists = PortalTables.all(of: portal, forms, strings)
    var sheets = [(name: "reports", title: Text("table.reports"), columns: ReportColumns.all)]
    for table in wide { sheets.append((table.name, table.title, table.columns)) }
    for table in lists { sheets.append((table.name, table.title, table.columns)) }
    var workbook = try Workbook(
      at: path, streaming: true, properties: .init(title: site.name, author: site.publisher))
    try workbook.addSheet("cover") { sheet throws(WorkbookError) in try sheet.writeLines(cover) }
    try workbook.addSheet("contents") { sheet throws(WorkbookError) in
      try sheet.writeHeader([joined("workbook.sheet")] + each("workbook.content"), row: 0)
      try sheet.setWidth(36, ofColumns: 0...strings.all.count)
      for (number, entry) in sheets.enumerated() {
        try sheet.writeLink(toSheet: entry.name, text: entry.name, row: number + 1, column: 0)
        for (place, strings) in strings.all.enumerated() {
          try sheet.write(entry.title[strings], row: number + 1, column: 1 + place)
        }
      }
    }
    try workbook.addSheet("notes") { sheet throws(WorkbookError) in
      try sheet.writeHeader(
        [joined("workbook.sheet"), joined("dictionary.column")] + each("dictionary.label")
          + each("dictionary.definition") + [joined("dictionary.unit")], row: 0)
      try sheet.setWidth(28, ofColumns: 0...2 + 2 * strings.all.count)
      sheet.freeze(rows: 1, columns: 0)
      var row = 1
      for entry in sheets {
        for column in entry.columns {
          let texts =
            [entry.name, column.id] + strings.all.map { column.label[$0] }
            + strings.all.map { column.explanation[$0] } + [column.unit ?? ""]
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

  /// A string in each language of the data files.
  private func each(_ key: StringKey) -> [String] { strings.all.map { $0[key] } }

  private func joined(_ key: StringKey) -> String { each(key).joined(separator: " ") }

  private var cover: [String] {
    let licence = site.licence.map { [$0.name, $0.url ?? ""].joined(separator: " ") }
    return [
      site.name,
      "\(joined("report.publisher")): \(site.publisher ?? "—")",
      "\(joined("column.url")): \(site.baseURL)",
      "\(joined("workbook.licence")): \(licence ?? "—")",
    ] + each("workbook.layout") + each("workbook.empty_cells") + [joined("workbook.withdrawn")]
  }
}

extension Sheet {
  /// Writes lines of text below each other, the first as a title.
  fileprivate mutating func writeLines(_ lines: [String]) throws(WorkbookError) {
    try setWidth(90, ofColumns: 0...0)
    for (row, line) in lines.enumerated() { try write(line, row: row, column: 0, row == 0 ? .title : .text) }
  }
}
