package import Bytes
package import Languages

/// A file of `data/`: what it is, and how it is written.
package struct PortalFile: Sendable {
  package enum Content: Sendable {
    /// The bytes before the first row, and what writes the rows of a report, which several threads call at the same time.
    case rows(head: [UInt8], @Sendable (ReportRecord, inout ByteBuffer) -> Void)
    /// A list that fits into memory.
    case list(DataTable)
    /// What a library writes to a path from the records of all reports. Throws `DataFormatError`.
    case whole(@Sendable (_ records: ReportRecords, _ path: String) throws -> Void)
  }

  /// Whether a large portal has a file for each year.
  package enum ByYear: Sendable {
    case never, insteadOfTheWhole
    /// A large portal has no such file.
    case noneAbove
  }

  /// Below `data/`.
  package let name: String
  package let title: Text
  package let format: any DataFormat.Type
  /// The columns of a table; empty for other files.
  package var columns: [DataColumn] = []
  package var key: [String] = []
  /// Whether it contains the figures of all tables.
  package var holdsAllFigures = false
  /// Whether its rows are about published reports, which they name by agency and year.
  package var isAboutReports: Bool { if case .rows = content { isTable && name != "reports.csv" } else { false } }
  private var isTable: Bool { format.isTable }
  /// Whether it has one row per report and one column per cell of a single table.
  package var isWide = false
  package var byYear = ByYear.never
  /// Counts its rows, of one year or of all, where their number is known without reading them.
  package var rowCount: (@Sendable (_ year: Int?) -> Int)?
  /// The year that all of it is about.
  package var onlyYear: Int?
  package let content: Content

  /// The names of the files that a portal has.
  ///
  /// - Parameter years: Those with their own files, if the portal is large.
  package func names(_ years: [Int]) -> [String] {
    if years.isEmpty { return [name] }
    return switch byYear {
    case .never: [name]
    case .insteadOfTheWhole: years.map(name(of:))
    case .noneAbove: []
    }
  }

  /// The name of the file with the reports of one year.
  package func name(of year: Int) -> String {
    let parts = name.split(separator: ".", maxSplits: 1)
    return "\(parts[0])-\(year).\(parts[1])"
  }

  /// The bytes of the file; `nil` for one that a library writes.
  package func bytes(of records: ReportRecords) throws -> ByteBuffer? {
    var buffer = ByteBuffer(capacity: 64 << 10)
    switch content {
    case .rows(let head, let write):
      buffer.append(head)
      for index in records.forms.indices { write(try records.record(at: index), &buffer) }
    case .list(let table): table.writeCSV(to: &buffer)
    case .whole: return nil
    }
    return buffer
  }
}
