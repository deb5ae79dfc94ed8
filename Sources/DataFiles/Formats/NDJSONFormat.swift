internal import Languages
package import Portal
internal import Reports

/// The cells as JSON, one a line.
package enum NDJSONFormat: DataFormat {
  package static let name = "ndjson"
  package static let mediaType = MediaType("application/x-ndjson")
  // By another name some readers take it for one of the two kinds of JSON that they know as tables.
  package static let packageName = "jsonlines"

  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    let rows = context.cellRows
    return [
      PortalFile(
        name: "cells.ndjson", title: CSVFormat.cells, format: Self.self, columns: CellColumns.all,
        key: CellColumns.key, holdsAllFigures: true, byYear: .besideTheWhole,
        content: .rows(head: []) { record, buffer in rows[record.form].writeJSON(record, to: &buffer) })
    ]
  }
}
