internal import Languages
package import Portal
internal import Reports

/// All data as an Excel workbook; that of a large portal is one for each year.
package enum WorkbookFormat: DataFormat {
  package static let name = "xlsx"
  package static let mediaType = MediaType.xlsx

  package static func isOn(_ settings: DataSettings) -> Bool { settings.workbooks }

  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    let workbook = PortalWorkbook(forms: context.forms, portal: portal, strings: context.strings)
    return [
      PortalFile(
        name: "portal.xlsx",
        title: Text("file.workbook"),
        format: Self.self, holdsAllFigures: true, byYear: .insteadOfTheWhole,
        content: .whole { try workbook.write($0, at: $1) })
    ]
  }
}
