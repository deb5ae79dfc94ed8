internal import Bytes
internal import Languages
package import Portal
internal import Reports

/// The reports as JSON, one a line: what `reports.csv` says of a report, and the numbers of its cells.
package enum ReportLinesFormat: DataFormat {
  package static let name = "jsonl"
  package static let mediaType = MediaType("application/jsonl")
  package static let packageName = "jsonlines"
  package static let key: String? = "report_lines"

  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    let cells = context.forms.forms.map { $0.cells.map(\.id) }
    return [
      PortalFile(
        name: "reports.jsonl",
        title: Text("file.report_lines"),
        format: Self.self, holdsAllFigures: true,
        content: .rows(head: []) { record, buffer in write(record, cells: cells[record.form], to: &buffer) })
    ]
  }

  /// - Parameter cells: the ids of the cells of the form. A cell without a number is `null`.
  private static func write(_ record: ReportRecord, cells: [String], to buffer: inout ByteBuffer) {
    var json = JSONWriter(buffer: ByteBuffer(capacity: 8 << 10))
    json.object { json in
      for (column, value) in zip(ReportColumns.all, record.values()) {
        json.key(column.id)
        switch value {
        case .blank: json.null()
        case .text(let text): json.value(text)
        case .number(let number): json.value(number)
        }
      }
      json.key("cells")
      json.object { json in
        record.forEachCell { index, cell in
          json.key(cells[index])
          json.value(cell.number)
        }
      }
    }
    buffer.append(json.buffer.bytes)
    buffer.append(UInt8(ascii: "\n"))
  }
}
