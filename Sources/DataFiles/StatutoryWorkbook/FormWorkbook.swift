package import Languages
package import Portal
package import Reports

/// `reports/<year>/<agency>-form.xlsx`: the tables of a report in the layout of their form, one per sheet, for printing
/// and filing. It is a form rather than a data sheet.
package struct FormWorkbook {
  private let report: Report
  private let site: Site
  private let registry: Registry
  private let tables: [PrintedTable]
  private let strings: Strings

  /// - Parameter tables: The tables of the report's form, in the language of the strings.
  /// - Returns: `nil` if there is no such workbook, because the form has no tables or the report is withdrawn.
  package init?(_ report: Report, tables: [PrintedTable], site: Site, registry: Registry, strings: Strings) {
    self.tables = tables
    guard !tables.isEmpty, report.metadata.status != .withdrawn else { return nil }
    self.report = report
    self.site = site
    self.registry = registry
    self.strings = strings
  }

  /// The path of a report's workbook relative to the root of the site.
  package static func path(of metadata: ReportMetadata) -> String {
    "reports/\(metadata.year)/\(metadata.agency)-form.xlsx"
  }

  package var path: String { Self.path(of: report.metadata) }

  package func write(at path: String) throws(WorkbookError) {
    var workbook = try Workbook(
      at: path, streaming: false,
      properties: .init(title: report.metadata.title, author: site.publisher))
    let notes = report.tableNotes
    var names: Set<String> = []
    for (index, table) in tables.enumerated() {
      let title = title(of: index)
      var name = Sheet.name(for: title)
      // In Excel, sheet names are case-insensitive, and long ones are truncated.
      if !names.insert(name.lowercased()).inserted { name = Sheet.name(for: "\(index + 1) \(title)") }
      names.insert(name.lowercased())
      try workbook.addSheet(name) { sheet throws(WorkbookError) in
        var writer = PrintedSheet(table, report: report)
        try writer.writeLine(report.metadata.title, .formTitle, to: &sheet)
        try writer.writeLine(facts, .formFacts, to: &sheet)
        try writer.writeLine(title, .formHeading, to: &sheet)
        try writer.writeTable(to: &sheet)
        for note in notes where note.table == index { try writer.writeLine(note.text, .formText, to: &sheet) }
        if let address { try writer.writeLine(address, .formText, to: &sheet) }
        try writer.finish(&sheet)
      }
    }
    try workbook.close()
  }

  /// The heading of the section with the table, as worded in the form.
  private func title(of table: Int) -> String {
    let section = report.form.sections.first { $0.table == table }
    return (section?.label ?? report.form.tables[table].title)[strings]
  }

  private var facts: String {
    let metadata = report.metadata
    let facts: [(label: Text, value: String?)] = [
      (FieldText.publisher, registry.name(of: metadata.agency, in: metadata.year)),
      (FieldText.period, metadata.period.map { DateText.period($0, strings) }),
      (FieldText.published, metadata.published.map { DateText.date($0, strings) }),
    ]
    return facts.compactMap { fact in fact.value.map { "\(fact.label[strings])\(FieldText.colon[strings])\($0)" } }
      .joined(separator: "    ")
  }

  /// The URL of the published report.
  private var address: String? {
    if site.baseURL.isEmpty { return nil }
    return site.absolute(Route.report(year: report.metadata.year, agency: report.metadata.agency).path)
  }
}

extension CellStyle {
  fileprivate static var formTitle: CellStyle {
    var style = CellStyle.title
    style.isWrapped = true
    style.isVerticallyCentered = true
    style.alignment = .center
    return style
  }

  fileprivate static var formFacts: CellStyle {
    var style = formText
    style.alignment = .center
    return style
  }

  fileprivate static var formHeading: CellStyle {
    var style = CellStyle.formText
    style.isBold = true
    style.fontSize = 12
    return style
  }

  fileprivate static var formText: CellStyle {
    var style = CellStyle.text
    style.isVerticallyCentered = true
    style.alignment = .left
    style.fontSize = 10
    return style
  }
}
