internal import Bytes
package import Diagnostics
internal import Reports

/// An audit as a workbook, for people who track offices in a spreadsheet: one row per finding, and a sheet with counts.
/// No cells are merged; headings stay visible and have filters.
package struct AuditWorkbook {
  package let report: AuditReport
  package let language: MessageLanguage
  package let path: (String) -> String

  package init(_ report: AuditReport, language: MessageLanguage, path: @escaping (String) -> String) {
    self.report = report
    self.language = language
    self.path = path
  }

  /// - Parameter temporaryFolder: Where to put temporary files; by default the folder of the file.
  package func write(to file: String, temporaryFolder: String? = nil) throws(WorkbookError) {
    var workbook = try Workbook(
      at: file, streaming: false, temporaryFolder: temporaryFolder,
      properties: Workbook.Properties(title: "\(AuditText.title[language]) · \(report.site)"))
    try workbook.addSheet(AuditText.finding[language]) { (sheet) throws(WorkbookError) in
      try fill(&sheet)
    }
    try workbook.addSheet(AuditText.summary[language]) { (sheet) throws(WorkbookError) in
      try fillSummary(&sheet)
    }
    try workbook.addSheet(AuditText.rules[language]) { (sheet) throws(WorkbookError) in
      try fillRules(&sheet)
    }
    try workbook.close()
  }

  private func fill(_ sheet: inout Sheet) throws(WorkbookError) {
    let labels = [
      AuditText.office, AuditText.region, AuditText.year, AuditText.severity, AuditText.status, AuditText.finding,
      AuditText.help, AuditText.file, AuditText.line, AuditText.column, AuditText.cell, AuditText.rule,
      AuditText.reason,
    ]
    let widths = [26.0, 12, 8, 8, 10, 60, 36, 36, 7, 7, 36, 22, 36]
    try begin(&sheet, labels, widths: widths)
    var row = 1
    for office in report.offices {
      let lists = [
        (office.open, AuditText.open), (office.accepted, AuditText.accepted), (office.withheld, AuditText.withheld),
      ]
      for (findings, status) in lists {
        for finding in findings {
          try write(finding, of: office, status, row: row, to: &sheet)
          row += 1
        }
      }
    }
    try sheet.addFilter(rows: 0...max(1, row - 1), columns: 0...(labels.count - 1))
  }

  private func write(
    _ finding: Finding, of office: AuditReport.Office, _ status: LocalizedText, row: Int, to sheet: inout Sheet
  ) throws(WorkbookError) {
    func text(_ text: String?, _ column: Int) throws(WorkbookError) {
      if let text { try sheet.write(Self.shown(text), row: row, column: column, .text) }
    }
    func number(_ number: Int?, _ column: Int) throws(WorkbookError) {
      if let number { try sheet.write(DecimalNumber(number), row: row, column: column) }
    }
    try text(office.name[language], 0)
    try text(office.region, 1)
    try number(AuditReport.year(of: finding), 2)
    try text(finding.severity.label[language], 3)
    try text(status[language], 4)
    try text(finding.message[language], 5)
    try text(finding.help?[language] ?? (finding.fix == nil ? nil : AuditText.fixable[language]), 6)
    try text(finding.range.map { path($0.file) }, 7)
    try number(finding.range?.line, 8)
    try number(finding.range?.column, 9)
    try text(finding.cell, 10)
    try text(finding.kind.id, 11)
    let acceptance = finding.acceptance
    try text(acceptance.map { [$0.reason, $0.signature].compactMap { $0 }.joined(separator: " · ") }, 12)
  }

  private func fillSummary(_ sheet: inout Sheet) throws(WorkbookError) {
    let labels = [
      AuditText.office, AuditText.region, AuditText.errors, AuditText.warnings, AuditText.hints, AuditText.accepted,
      AuditText.withheld,
    ]
    try begin(&sheet, labels, widths: [32, 14, 10, 10, 10, 10, 10])
    for (index, office) in report.offices.enumerated() {
      try sheet.write(Self.shown(office.name[language]), row: index + 1, column: 0)
      try sheet.write(Self.shown(office.region), row: index + 1, column: 1)
      let counts =
        AuditText.severities.map { office.open.count(of: $0) } + [office.accepted.count, office.withheld.count]
      for (column, count) in counts.enumerated() {
        try sheet.write(DecimalNumber(count), row: index + 1, column: column + 2)
      }
    }
    try sheet.addFilter(rows: 0...max(1, report.offices.count), columns: 0...(labels.count - 1))
  }

  private func fillRules(_ sheet: inout Sheet) throws(WorkbookError) {
    try begin(
      &sheet, [AuditText.rule, AuditText.finding, AuditText.rules, AuditText.source], widths: [26, 36, 80, 40])
    for (index, kind) in report.kinds.enumerated() {
      let texts = [kind.id, kind.title[language], kind.explanation[language], kind.source?[language] ?? ""]
      for (column, text) in texts.enumerated() {
        try sheet.write(Self.shown(text), row: index + 1, column: column, .text)
      }
    }
  }

  /// Text that is still treated as text when somebody edits its cell or saves the sheet as CSV.
  private static func shown(_ text: String) -> String { CSV.neutralized(VisibleText.shown(text)) }

  private func begin(_ sheet: inout Sheet, _ labels: [LocalizedText], widths: [Double]) throws(WorkbookError) {
    try sheet.writeHeader(labels.map { $0[language] }, row: 0)
    for (column, width) in widths.enumerated() { try sheet.setWidth(width, ofColumns: column...column) }
    sheet.freeze(rows: 1, columns: 1)
    try sheet.setPrint(isLandscape: true, repeating: 0...0)
  }
}
