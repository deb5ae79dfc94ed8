package import Bytes
package import Portal

/// A format that the data of the whole portal are published in.
///
/// `DataFormats.all` lists the formats. The settings, the build, the catalogues and whoever writes one file alone walk
/// over that list; a new format is a file with a type that conforms to this, and a line there.
package protocol DataFormat: Sendable {
  /// What its files end with: `csv`.
  static var name: String { get }

  static var mediaType: MediaType { get }

  /// Its name in Data Packages, where that is another.
  static var packageName: String { get }

  /// Whether each file is one table, with columns that the catalogues describe.
  static var isTable: Bool { get }

  /// Its key below `data` in `site.yaml`, off unless a portal asks for it; `nil` for a format without a key of its own.
  static var key: String? { get }

  static func isOn(_ settings: DataSettings) -> Bool

  /// The files that it makes of a portal.
  static func files(of portal: Portal, _ context: DataContext) -> [PortalFile]

  /// What describes one of its files to programs, to be published beside it as `NAME-metadata.json`.
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
