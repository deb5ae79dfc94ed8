internal import Diagnostics
package import Portal
internal import Reports

/// All data as an Excel workbook; that of a large portal is one for each year.
package enum WorkbookFormat: DataFormat {
  package static let name = "xlsx"
  package static let mediaType = MediaType.xlsx

  package static func isOn(_ settings: DataSettings) -> Bool { settings.workbooks }

  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    let workbook = PortalWorkbook(forms: context.forms, portal: portal)
    return [
      PortalFile(
        name: "portal.xlsx",
        title: LocalizedText("全部数据，Excel 工作簿，一行一份报告", en: "All data as a workbook, a row a report"),
        format: Self.self, holdsAllFigures: true, byYear: .insteadOfTheWhole,
        content: .whole { try workbook.write($0, at: $1) })
    ]
  }
}
