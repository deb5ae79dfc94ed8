internal import Languages
package import Portal
internal import Reports

/// All data as one SQLite database.
package enum SQLiteFormat: DataFormat {
  package static let name = "sqlite"
  package static let mediaType = MediaType("application/vnd.sqlite3")

  package static func isOn(_ settings: DataSettings) -> Bool { settings.database }

  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    let database = PortalDatabase(forms: context.forms, portal: portal, strings: context.strings)
    return [
      PortalFile(
        name: "portal.sqlite", title: Text("file.database"),
        format: Self.self, holdsAllFigures: true, content: .whole { try database.write($0, at: $1) })
    ]
  }
}
