package import Languages

/// Names of the facts about a report, shown in pages and in workbooks.
package enum FieldText {
  package static let publisher = Text("report.publisher")
  package static let period = Text("report.period")
  package static let published = Text("report.published")
  package static let colon = Text("punctuation.colon")
}
