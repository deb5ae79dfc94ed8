internal import Bytes
internal import Languages
package import Portal
internal import Reports

/// `data/metadata.yaml`: what Datasette shows of the database: titles, columns, units and queries.
package enum DatasetteFormat: DataFormat {
  package static let name = "yaml"
  package static let mediaType = MediaType("application/yaml")

  package static func isOn(_ settings: DataSettings) -> Bool { settings.database && settings.portal }

  package static func files(of portal: Portal, _ context: DataContext) -> [PortalFile] {
    [
      PortalFile(
        name: "metadata.yaml",
        title: Text("file.datasette"),
        format: Self.self,
        content: .rows(head: Array(text(of: portal, context.forms, context.strings).utf8)) { _, _ in })
    ]
  }

  private static func text(of portal: Portal, _ forms: FormLibrary, _ strings: SiteStrings) -> String {
    func both(_ text: Text) -> String { "\(text[strings.chinese]) \(text[strings.english])" }
    let site = portal.site
    var lines = ["title: \(quoted(site.name))", "source_url: \(quoted(site.absolute("data/index.html")))"]
    if let licence = site.licence {
      lines.append("license: \(quoted(licence.name))")
      if let url = licence.url { lines.append("license_url: \(quoted(url))") }
    }
    lines += ["databases:", "  portal:", "    tables:"]
    var tables: [(name: String, title: Text, columns: [DataColumn])] = [
      ("cells", CSVFormat.cells, CellColumns.all),
      ("own_cells", Text("table.own_cells"), CellColumns.all),
      ("totals_by_year", Text("table.by_year"), TotalsByYear.columns),
      ("reports", Text("table.reports"), ReportColumns.all),
    ]
    tables += ReportTables.all.map { ($0.name, $0.title, $0.columns) }
    tables += PortalTables.all(of: portal, forms, strings).map { ($0.name, $0.title, $0.columns) }
    for table in tables {
      lines.append("      \(table.name):")
      lines.append("        title: \(quoted(both(table.title)))")
      lines.append("        columns:")
      for column in table.columns {
        lines.append(
          "          \(quoted(column.id)): \(quoted("\(both(column.label)): \(column.definition[strings.chinese])"))"
        )
      }
    }
    lines.append("    queries:")
    for query in DatabaseQuery.all(
      newest: portal.years.first ?? 0, fullText: site.data.holdsText(ofReports: portal.counts.reports))
    {
      lines.append("      \(query.id):")
      lines.append("        title: \(quoted(both(query.title)))")
      lines.append("        sql: |-")
      lines += query.sql.split(separator: "\n").map { "          \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// In double quotes, in which YAML needs escapes for two characters only.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
  }
}
