package import Bytes
internal import Languages
internal import Markup
internal import Portal
internal import Reports

/// The data files beside a report's page.
package struct ReportFiles {
  let json: ReportJSON
  let context: DataContext
  private var report: Report { json.report }

  package init(json: ReportJSON, context: DataContext) {
    self.json = json
    self.context = context
  }

  /// Writes the files. A withdrawn report has none.
  package func write(to sink: FileSink, record: RecordSink) throws -> [DataLink] {
    let metadata = report.metadata
    let settings = context.site.data
    guard metadata.status != .withdrawn, settings.keepsRecords || settings.beside else { return [] }
    let form = context.place(of: report.form)
    var buffer = ByteBuffer(capacity: 8 << 10)
    let row = ReportColumns.Row(
      report: report, digest: json.digest, findings: json.findings, site: context.site, registry: context.registry)
    ReportRecord.write(row, form: form, json: json.line(), to: &buffer)
    if settings.keepsRecords {
      try record(RecordKey(agency: metadata.agency, year: metadata.year, form: form), buffer)
    }
    guard settings.beside else { return [] }
    let stem = "reports/\(metadata.year)/\(metadata.agency)"
    var csv = ByteBuffer(capacity: 32 << 10)
    var links: [DataLink] = []
    if !report.cells.isEmpty {
      csv.appendCSVHeader(CellColumns.all.map(\.id))
      context.cellRows[form].writeCSV(ReportRecord(buffer.array()), to: &csv)
      try sink("\(stem).csv", csv)
      links.append(
        DataLink(
          path: "\(stem).csv", label: "CSV", type: .csv, size: csv.count,
          description: "reports/\(metadata.year)/csv-metadata.json"))
    }
    for free in report.freeTables {
      csv.removeAll()
      write(report.document.tables[free.table], to: &csv)
      let path = "\(stem).\(free.id).csv"
      try sink(path, csv)
      let description = "\(path)-metadata.json"
      links.append(
        DataLink(
          path: path, label: "CSV：\(free.caption ?? free.id)", type: .csv, size: csv.count, description: description))
      try sink(description, self.description(of: free, path: path).buffer)
    }
    return links
  }

  private func write(_ table: Table, to csv: inout ByteBuffer) {
    csv.append(CSV.byteOrderMark)
    for row in table.rows.indices {
      for column in 0..<table.columns {
        if column > 0 { csv.append(UInt8(ascii: ",")) }
        csv.appendCSV(report.document.string(table.cell(row: row, column: column).text))
      }
      csv.append(CSV.lineEnd)
    }
  }

  private func description(of free: FreeTable, path: String) -> JSONWriter {
    let table = report.document.tables[free.table]
    let columns = (0..<table.columns).map { column in
      let title = report.document.string(table.cell(row: 0, column: column).text)
      return DataColumn("column_\(column + 1)", .init(verbatim: title), .init(verbatim: title))
    }
    return CSVW.metadata(
      of: path, title: .init(verbatim: free.caption ?? free.id), columns: columns, key: [], site: context.site,
      strings: context.strings, usesLabels: true)
  }
}
