internal import Diagnostics
package import Portal
internal import Reports

/// All data as one SQLite database.
package enum SQLiteFormat: DataFormat {
  package static let name = "sqlite"
  package static let mediaType = MediaType("application/vnd.sqlite3")

  package static func isOn(_ settings: DataSettings) -> Bool { settings.database }

  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    let database = PortalDatabase(forms: context.forms, portal: portal)
    return [
      PortalFile(
        name: "portal.sqlite", title: LocalizedText("全部数据，SQLite 数据库", en: "All data as a SQLite database"),
        format: Self.self, holdsAllFigures: true, content: .whole { try database.write($0, at: $1) })
    ]
  }
}
