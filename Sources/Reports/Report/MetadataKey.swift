package import Languages

/// A key of the front matter whose text is only passed on. It defines the name, the meaning and where the text is shown. The
/// reader, the JSON, the data files and the page of a report use the list of all keys.
package struct MetadataKey: Sendable {
  /// The group of facts that it belongs to, in the information header of a page and in the JSON.
  package enum Place: Sendable {
    /// With the numbers of the report.
    case identity
    /// With the authors of the report.
    case origin
  }

  /// In the front matter.
  package let name: String
  /// In the JSON, and the heading of its column.
  package let published: String
  package let label: Text
  package let definition: Text
  package let place: Place
  /// Whether its text is in the language of the report.
  package let isWorded: Bool
  /// Whether `data/reports.csv` and the other tables of reports have a column for it.
  package let isColumn: Bool

  private init(
    _ name: String, as published: String? = nil, _ label: Text, _ definition: Text, _ place: Place,
    isWorded: Bool = true, isColumn: Bool = false
  ) {
    self.name = name
    self.published = published ?? name
    self.label = label
    self.definition = definition
    self.place = place
    self.isWorded = isWorded
    self.isColumn = isColumn
  }

  package static let source = MetadataKey(
    "source", as: "content_source", Text("column.content_source"),
    Text("column.content_source.definition"), .origin)
  package static let editor = MetadataKey(
    "editor", Text("column.editor"), Text("column.editor.definition"), .origin)

  /// In the order that they are shown in.
  package static let all = [
    MetadataKey(
      "index_number", Text("column.index_number"), Text("column.index_number.definition"),
      .identity, isWorded: false, isColumn: true),
    MetadataKey(
      "document_number", Text("column.document_number"), Text("column.document_number.definition"),
      .identity, isColumn: true),
    source, editor,
    MetadataKey(
      "reviewer", Text("column.reviewer"), Text("column.reviewer.definition"),
      .origin),
  ]
}

extension ReportMetadata {
  package subscript(_ key: MetadataKey) -> String? { texts[key.name] }
}
