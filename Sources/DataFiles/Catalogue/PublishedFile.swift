package import Languages

/// A published file of `data/`, as described in the catalogues.
package struct PublishedFile: Sendable {
  /// What it is, for all years.
  package let file: PortalFile
  /// The year of a file with the rows of one year.
  package let year: Int?
  package let bytes: Int
  /// Hexadecimal.
  package let sha256: String

  package init(_ file: PortalFile, year: Int?, bytes: Int, sha256: String) {
    self.file = file
    self.year = year
    self.bytes = bytes
    self.sha256 = sha256
  }

  package var name: String { year.map(file.name(of:)) ?? file.name }
  package var path: String { "data/\(name)" }
  private static let titleInYear: StringKey = "file.in_year"

  package var title: Text {
    guard let year else { return file.title }
    return Self.titleInYear.with(["file": .text(file.title), "year": .number(year)])
  }
  package var type: MediaType { file.format.mediaType }
  /// The number of rows, if the file is a list; otherwise `nil`.
  package var rows: Int? { if case .list(let table) = file.content { table.rows.count } else { file.rowCount?(year) } }
  package var columns: [DataColumn] { file.columns }
  package var key: [String] { file.key }
  /// The name of the table for all years.
  package var tableName: String { String(file.name.dropLast(file.format.name.utf8.count + 1)) }
  /// Its name for programs: the file name without the extension, or including it if that would be ambiguous.
  package var identifier: String { isTable ? String(name.dropLast(file.format.name.utf8.count + 1)) : name }
  package var isTable: Bool { file.format.isTable }
  package var isWide: Bool { file.isWide }
  var holdsAllFigures: Bool { file.holdsAllFigures }
}

extension [PublishedFile] {
  /// One file of each kind of table: files of single years have the same columns.
  package var tables: [PublishedFile] {
    var seen: Set<String> = []
    return filter { $0.isTable && seen.insert($0.file.name).inserted }
  }
}
