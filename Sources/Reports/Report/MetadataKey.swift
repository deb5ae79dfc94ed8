package import Diagnostics

/// A key of the front matter that is a text to pass on: nothing depends on it. One value says what it is called, what it
/// means and where it is shown; the reader, the JSON, the data files and the page of a report go by the list of all.
package struct MetadataKey: Sendable {
  /// Where its value stands in the information header of a page, and in the JSON.
  package enum Place: Sendable {
    /// With the numbers that a report is filed under.
    case identity
    /// With what is said of who made it.
    case origin
  }

  /// In the front matter.
  package let name: String
  /// In the JSON, and the heading of its column.
  package let published: String
  package let label: LocalizedText
  package let definition: LocalizedText
  package let place: Place
  /// Whether it is worded in the language of the report.
  package let isWorded: Bool
  /// Whether `data/reports.csv` and all that is like it have a column for it.
  package let isColumn: Bool

  private init(
    _ name: String, as published: String? = nil, _ label: LocalizedText, _ definition: LocalizedText, _ place: Place,
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
    "source", as: "content_source", LocalizedText("来源", en: "Source"),
    LocalizedText("内容的来源", en: "Where the content is from"), .origin)
  package static let editor = MetadataKey(
    "editor", LocalizedText("责任编辑", en: "Editor"), LocalizedText("责任编辑", en: "Editor"), .origin)

  /// In the order that they are shown in.
  package static let all = [
    MetadataKey(
      "index_number", LocalizedText("索引号", en: "Index number"), LocalizedText("公开信息索引号", en: "Index number"),
      .identity, isWorded: false, isColumn: true),
    MetadataKey(
      "document_number", LocalizedText("文号", en: "Document number"), LocalizedText("发文字号", en: "Document number"),
      .identity, isColumn: true),
    source, editor,
    MetadataKey(
      "reviewer", LocalizedText("审核", en: "Reviewed by"), LocalizedText("审核报告的人", en: "Who reviewed the report"),
      .origin),
  ]
}

extension ReportMetadata {
  package subscript(_ key: MetadataKey) -> String? { texts[key.name] }
}
