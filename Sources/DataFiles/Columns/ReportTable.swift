package import Languages
internal import Portal
internal import Reports

/// A table with several rows about a report, such as its findings. Each row starts with the report that it is about.
package struct ReportTable: Sendable {
  package let name: String
  package let title: Text
  package let columns: [DataColumn]
  package let key: [String]
  /// Whether it is published as CSV; otherwise it is only in the database.
  package let isFile: Bool
  let rows: @Sendable (ReportColumns.Row) -> [[DataValue]]

  /// - Parameters:
  ///   - key: The columns that identify a row among those of its report.
  ///   - items: What the rows of a report are of.
  init<Item>(
    _ name: String, _ title: Text, key: [String], _ columns: [TableColumn<Item>], isFile: Bool = true,
    of items: @escaping @Sendable (ReportColumns.Row) -> [Item]
  ) {
    self.name = name
    self.isFile = isFile
    self.title = title
    self.columns = ReportColumns.identity.map(\.description) + columns.map(\.description)
    self.key = ReportColumns.key + key
    rows = { row in
      let items = items(row)
      if items.isEmpty { return [] }
      let identity = ReportColumns.identity.map { $0.value(row) }
      return items.map { item in identity + columns.map { $0.value(item) } }
    }
  }
}

/// The tables with several rows about a report, in the order in which records hold them.
package enum ReportTables {
  package static let all: [ReportTable] = [
    FindingsTable.table, CoversTable.table, JointTable.table, FreeCellsTable.table, SectionsTable.table,
  ]
}
