package import Bytes
package import Diagnostics
internal import Portal
internal import Reports

/// A data file of the whole portal and its content.
package struct PortalFile: Sendable {
  package enum Content: Sendable {
    case cellsCSV, cellsJSON, reports, findings
    case wide(WideTable)
  }

  /// Relative to `data/`.
  package let name: String
  package let title: LocalizedText
  package let columns: [DataColumn]
  package let key: [String]
  package let content: Content

  package var isCSV: Bool { name.hasSuffix(".csv") }
}

/// The files of `data/` that have rows about every report.
package struct PortalFiles: Sendable {
  let context: DataContext
  package let files: [PortalFile]
  private static let cells = LocalizedText("全部数据，一格一行", en: "All figures, a row a cell")

  package init(context: DataContext) {
    self.context = context
    files =
      [
        PortalFile(
          name: "cells.csv", title: Self.cells, columns: CellColumns.all, key: CellColumns.key, content: .cellsCSV),
        PortalFile(
          name: "cells.ndjson", title: Self.cells, columns: CellColumns.all, key: CellColumns.key,
          content: .cellsJSON),
        PortalFile(
          name: "reports.csv", title: LocalizedText("年度报告", en: "Reports"), columns: ReportColumns.all,
          key: ReportColumns.key, content: .reports),
        PortalFile(
          name: "findings.csv", title: LocalizedText("检查结果", en: "Findings"), columns: FindingColumns.all,
          key: FindingColumns.key, content: .findings),
      ]
      + WideTable.all(of: context.forms).map {
        PortalFile(
          name: "\($0.name).csv", title: $0.title, columns: $0.columns, key: ReportColumns.key, content: .wide($0))
      }
  }

  /// Writes the part of a file before its first row.
  package func writeHead(of file: PortalFile, to buffer: inout ByteBuffer) {
    if file.isCSV { buffer.appendCSVHeader(file.columns.map(\.id)) }
  }

  /// Writes the rows about a report in a file.
  package func write(_ record: ReportRecord, of file: PortalFile, to buffer: inout ByteBuffer) {
    switch file.content {
    case .cellsCSV: context.cellRows[record.form].writeCSV(record, to: &buffer)
    case .cellsJSON: context.cellRows[record.form].writeJSON(record, to: &buffer)
    case .wide(let table): if table.form == record.form { table.write(record, to: &buffer) }
    case .reports:
      var facts = record.facts()
      writeRow(ReportColumns.all.count, of: &facts, to: &buffer)
    case .findings:
      var facts = record.facts()
      for _ in ReportColumns.all { _ = facts.field() }
      for _ in 0..<facts.count() { writeRow(FindingColumns.all.count, of: &facts, to: &buffer) }
    }
  }

  private func writeRow(_ columns: Int, of reader: inout RecordReader, to buffer: inout ByteBuffer) {
    for column in 0..<columns {
      if column > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.appendCSV(reader.field())
    }
    buffer.append(CSV.lineEnd)
  }

  /// The description of a CSV file, to be published beside it.
  package func metadata(of file: PortalFile) -> JSONWriter {
    CSVW.metadata(
      of: file.name, title: file.title, columns: file.columns, key: file.key, site: context.site)
  }

  /// The description of the CSV files of one year's reports.
  package func metadata(ofReports agencies: [String]) -> JSONWriter {
    CSVW.metadata(
      ofFolder: agencies.map { "\($0).csv" }, title: Self.cells, columns: CellColumns.all, key: CellColumns.key,
      site: context.site)
  }
}

extension PortalFile {
  /// Whether it has one row per cell, and may therefore be too large for some tools.
  package var isOfCells: Bool {
    switch content {
    case .cellsCSV, .cellsJSON: true
    case .reports, .findings, .wide: false
    }
  }

  /// The name of the file with the rows of one year.
  package func name(of year: Int) -> String {
    let parts = name.split(separator: ".", maxSplits: 1)
    return "\(parts[0])-\(year).\(parts[1])"
  }
}

extension PortalFiles {
  package func metadata(of table: DataTable) -> JSONWriter {
    CSVW.metadata(
      of: "\(table.name).csv", title: table.title, columns: table.columns, key: table.key, site: context.site)
  }
}
