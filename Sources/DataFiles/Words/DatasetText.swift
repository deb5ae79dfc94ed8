package import Languages

/// Descriptions of data sets.
package enum DatasetText {
  private static let description: StringKey = "dataset.description"

  /// At least fifty characters long, as some catalogues require.
  package static func description(_ title: Text) -> Text { description.with(["title": .text(title)]) }
}
