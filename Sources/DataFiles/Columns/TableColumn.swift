package import Languages

/// A column and how its value is read from the source of a row.
package struct TableColumn<Row>: Sendable {
  package let description: DataColumn
  package let value: @Sendable (Row) -> DataValue

  package init(_ description: DataColumn, _ value: @escaping @Sendable (Row) -> DataValue) {
    self.description = description
    self.value = value
  }

  package init(
    _ id: String, _ label: Text, _ definition: Text,
    _ kind: DataColumn.Kind = .text,
    isRequired: Bool = false, value: @escaping @Sendable (Row) -> DataValue
  ) {
    self.init(DataColumn(id, label, definition, kind, isRequired: isRequired), value)
  }
}

extension DataTable {
  package init<Row>(
    _ name: String, _ title: Text, _ columns: [TableColumn<Row>], key: [String],
    of rows: some Sequence<Row>
  ) {
    self.init(
      name, title, columns.map(\.description), key: key,
      rows: rows.map { row in columns.map { $0.value(row) } })
  }
}
