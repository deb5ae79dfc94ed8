package import Diagnostics
internal import Reports

/// A file of `data/` as it was published: what catalogues say of it.
package struct PublishedFile: Sendable {
  package let path: String
  package let bytes: Int
  /// In hexadecimal.
  package let sha256: String
  package let title: LocalizedText
  package let type: MediaType
  /// Of a table; empty for other files.
  package let columns: [DataColumn]
  package let key: [String]
  /// What has rows of every report, or of those of a year.
  private let source: PortalFile?
  /// Of a file with the rows of one year.
  package let year: Int?

  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  /// What programs call it: its name without the extension, and with it where that would be another's.
  package var identifier: String { isTable ? String(name.dropLast(".csv".count)) : name }
  package var isTable: Bool { type == .csv }
  /// Whether the figures of every table are in it.
  var holdsAllFigures: Bool { source?.isOfCells ?? !isTable }
  /// Whether it has a row a report, and a column a cell of one table.
  package var isWide: Bool { if case .wide = source?.content { true } else { false } }

  /// What a path below `data/` is; `nil` for what only describes other files.
  ///
  /// - Parameters:
  ///   - files: those with rows of every report.
  ///   - tables: those of the registry.
  ///   - years: of the portal, since cells and the workbook may have a file for each.
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
