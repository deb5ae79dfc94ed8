package import Bytes
package import Portal

/// A format of the data of the whole portal.
///
/// `DataFormats.all` lists the formats. The settings, the build, the catalogues and the rendering of single files use that
/// list. A new format is a file with a type that conforms to this protocol, and a line in the list.
package protocol DataFormat: Sendable {
  /// The extension of its files: `csv`.
  static var name: String { get }

  static var mediaType: MediaType { get }

  /// Its name in Data Packages, if different.
  static var packageName: String { get }

  /// Whether each file is one table, with columns that the catalogues describe.
  static var isTable: Bool { get }

  /// Its key below `data` in `site.yaml`, which is off by default; `nil` for a format without its own key.
  static var key: String? { get }

  static func isOn(_ settings: DataSettings) -> Bool

  /// The files of a portal in this format.
  static func files(of portal: Portal, _ context: DataContext) -> [PortalFile]

  /// The machine-readable description of a file, published beside it as `NAME-metadata.json`.
  ///
  /// - Parameter name: Of the file, or of its part with the reports of one year.
  static func description(of file: PortalFile, named name: String, in context: DataContext) -> JSONWriter?
}

extension DataFormat {
  package static var packageName: String { name }
  package static var isTable: Bool { false }
  package static var key: String? { nil }
  package static func isOn(_ settings: DataSettings) -> Bool { key.map(settings.formats.contains) ?? settings.portal }
  package static func description(of file: PortalFile, named name: String, in context: DataContext) -> JSONWriter? {
    nil
  }
}
