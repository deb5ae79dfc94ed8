package import Bytes
internal import Languages
package import Portal
internal import Reports

/// Tables as CSV, each with its description after CSV on the Web.
package enum CSVFormat: DataFormat {
  package static let name = "csv"
  package static let mediaType = MediaType.csv
  package static let isTable = true
  static let cells = Text("table.cells")

  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    let rows = context.cellRows
    let cells = Dictionary(context.forms.forms.map { ($0.id, $0.cells.count) }, uniquingKeysWith: { first, _ in first })
    @Sendable func sum(_ year: Int?, _ count: (ReportSummary) -> Int) -> Int {
      let reports = year.map(portal.reports(of:)) ?? portal.reports
      return reports.reduce(0) { $0 + ($1.status == .published ? count($1) : 0) }
    }
    return [
      file(
        "cells", Self.cells, CellColumns.all, key: CellColumns.key, holdsAllFigures: true,
        rowCount: { sum($0) { cells[$0.form] ?? 0 } }
      ) { record, buffer in
        rows[record.form].writeCSV(record, to: &buffer)
      },
      file(
        "reports", Text("table.reports"), ReportColumns.all, key: ReportColumns.key,
        rowCount: { sum($0) { _ in 1 } }
      ) { record, buffer in
        var facts = record.facts()
        writeRow(ReportColumns.all.count, of: &facts, to: &buffer)
      },
    ]
      + ReportTables.all.enumerated().filter { $0.element.isFile }.map { index, table in
        file(table.name, table.title, table.columns, key: table.key) { record, buffer in
          var rows = record.rows(of: index)
          for _ in 0..<rows.count() { writeRow(table.columns.count, of: &rows, to: &buffer) }
        }
      }
      + WideTable.all(of: context.forms).map { table in
        let form = context.forms.forms[table.form].id
        return file(
          table.name, table.title, table.columns, key: ReportColumns.key, isWide: true,
          rowCount: { sum($0) { $0.form == form ? 1 : 0 } }
        ) { record, buffer in
          if table.form == record.form { table.write(record, to: &buffer) }
        }
      }
      + PortalTables.all(of: portal, context.forms, context.strings).map { table in
        PortalFile(
          name: "\(table.name).csv", title: table.title, format: Self.self, columns: table.columns, key: table.key,
          content: .list(table))
      }
  }

  private static func file(
    _ name: String, _ title: Text, _ columns: [DataColumn], key: [String], holdsAllFigures: Bool = false,
    isWide: Bool = false, rowCount: (@Sendable (Int?) -> Int)? = nil,
    write: @escaping @Sendable (ReportRecord, inout ByteBuffer) -> Void
  ) -> PortalFile {
    var head = ByteBuffer()
    head.appendCSVHeader(columns.map(\.id))
    return PortalFile(
      name: "\(name).csv", title: title, format: Self.self, columns: columns, key: key,
      holdsAllFigures: holdsAllFigures, isWide: isWide, byYear: holdsAllFigures ? .insteadOfTheWhole : .never,
      rowCount: rowCount, content: .rows(head: head.array(), write))
  }

  private static func writeRow(_ columns: Int, of reader: inout RecordReader, to buffer: inout ByteBuffer) {
    for column in 0..<columns {
      if column > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.appendCSV(reader.field())
    }
    buffer.append(CSV.lineEnd)
  }

  package static func description(of file: PortalFile, named name: String, in context: DataContext) -> JSONWriter? {
    CSVW.metadata(
      of: name, title: file.title, columns: file.columns, key: file.key, site: context.site,
      strings: context.strings)
  }

  /// What describes the CSV files of the reports of a year, each named by its agency.
  package static func description(ofReports agencies: [String], in context: DataContext) -> JSONWriter {
    CSVW.metadata(
      ofFolder: agencies.map { "\($0).csv" }, title: cells, columns: CellColumns.all, key: CellColumns.key,
      site: context.site, strings: context.strings)
  }
}
