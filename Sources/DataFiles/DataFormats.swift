package import Portal

/// The formats that the data of a portal can be published in: the one list that everything that deals with all formats
/// walks over.
package enum DataFormats {
  package static let all: [any DataFormat.Type] = [
    CSVFormat.self, NDJSONFormat.self, SQLiteFormat.self, WorkbookFormat.self, DatasetteFormat.self,
  ]

  /// Their own keys below `data` in `site.yaml`.
  package static var keys: [String] { all.compactMap { $0.key } }

  /// The files of `data/` that a portal asks for.
  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    all.filter { $0.isOn(portal.site.data) }.flatMap { $0.files(of: portal, context) }
  }
}
