internal import Bytes
internal import Languages
package import Portal
internal import Reports

/// The reports as JSON, one a line: the JSON beside each report, without its texts.
package enum NDJSONFormat: DataFormat {
  package static let name = "ndjson"
  package static let mediaType = MediaType("application/x-ndjson")
  // Under another name, some readers take it for one of the two kinds of JSON that they know as tables.
  package static let packageName = "jsonlines"

  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    let tables = context.forms.forms.map { context.tablesJSON(of: $0) }
    return [
      PortalFile(
        name: "reports.ndjson",
        title: Text("file.report_lines"),
        format: Self.self, holdsAllFigures: true, byYear: .insteadOfTheWhole,
        content: .rows(head: []) { record, buffer in
          guard let tables = tables[record.form] else { return }
          record.withJSON { head, tail in
            buffer.append(head)
            tables.write(record, to: &buffer)
            buffer.append(tail)
          }
          buffer.append(UInt8(ascii: "\n"))
        })
    ]
  }
}
