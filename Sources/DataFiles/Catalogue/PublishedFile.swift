package import Diagnostics
internal import Reports

/// A published file of `data/`, as described in the catalogues.
package struct PublishedFile: Sendable {
  package let path: String
  package let bytes: Int
  /// Hexadecimal.
  package let sha256: String
  package let title: LocalizedText
  package let type: MediaType
  /// The columns of a table; empty for other files.
  package let columns: [DataColumn]
  package let key: [String]
  /// The content of a file with rows about every report, or about those of one year.
  private let source: PortalFile?
  /// The year of a file with the rows of one year.
  package let year: Int?

  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  /// Its name for programs: the file name without the extension, or including it if that would be ambiguous.
  package var identifier: String { isTable ? String(name.dropLast(".csv".count)) : name }
  package var isTable: Bool { type == .csv }
  /// Whether it contains the figures of all tables.
  var holdsAllFigures: Bool { source?.isOfCells ?? !isTable }
  /// Whether it has one row per report and one column per cell of a single table.
  package var isWide: Bool { if case .wide = source?.content { true } else { false } }

  /// Identifies a file by its path below `data/`; `nil` if the file only describes others.
  ///
  /// - Parameters:
  ///   - files: The files with rows about every report.
  ///   - tables: The tables of the registry.
  ///   - years: The years of the portal, since there may be a file of cells and a workbook for each of them.
  package init?(path: String, bytes: Int, sha256: String, files: PortalFiles, tables: [DataTable], years: [Int]) {
    guard path.hasPrefix("data/"), let type = MediaType(path: path), type != .json else { return nil }
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.type = type
    let name = String(path.dropFirst("data/".count))
    for file in files.files {
      let year = years.first { file.isOfCells && name == file.name(of: $0) }
      guard name == file.name || year != nil else { continue }
      title = Self.title(file.title, of: year)
      self.year = year
      columns = file.columns
      key = file.key
      source = file
      return
    }
    source = nil
    let year = years.first { name == PortalWorkbook.name(of: $0) }
    self.year = year
    if let table = tables.first(where: { "\($0.name).csv" == name }) {
      (title, columns, key) = (table.title, table.columns, table.key)
    } else if name.hasSuffix(".sqlite") {
      (title, columns, key) = (LocalizedText("全部数据，SQLite 数据库", en: "All data as a SQLite database"), [], [])
    } else {
      let all = LocalizedText("全部数据，Excel 工作簿，一行一份报告", en: "All data as a workbook, a row a report")
      (title, columns, key) = (Self.title(all, of: year), [], [])
    }
  }

  private static func title(_ all: LocalizedText, of year: Int?) -> LocalizedText {
    year.map { LocalizedText("\(all.chinese)，\($0)年", en: "\(all.english), \($0)") } ?? all
  }
}
