internal import Languages
package import Portal
internal import Reports

/// The data as Excel workbooks: one for each year, and one with all tables, which a large portal does not have.
package enum WorkbookFormat: DataFormat {
  package static let name = "xlsx"
  package static let mediaType = MediaType.xlsx

  package static func isOn(_ settings: DataSettings) -> Bool { settings.workbooks }

  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    let workbook = PortalWorkbook(forms: context.forms, portal: portal, strings: context.strings)
    let years = Set(portal.reports.lazy.filter { $0.status == .published }.map(\.year)).sorted(by: >)
    return years.map { year in
      let workbook = YearWorkbook(year: year, forms: context.forms, portal: portal, strings: context.strings.chinese)
      return PortalFile(
        name: "\(year).xlsx", title: DataText.yearWorkbook(year), format: Self.self, onlyYear: year,
        content: .whole { try workbook.write($0, at: $1) })
    } + [
      PortalFile(
        name: "portal.xlsx",
        title: Text("file.workbook"),
        format: Self.self, holdsAllFigures: true, byYear: .noneAbove,
        content: .whole { try workbook.write($0, at: $1) })
    ]
  }
}
