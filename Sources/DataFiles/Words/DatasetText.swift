package import Languages

/// Descriptions of data sets.
package enum DatasetText {
  private static let description: StringKey = "dataset.description"

  package static let keywords = ["政府信息公开", "政府信息公开工作年度报告", "依申请公开", "open government information"]

  /// At least fifty characters long, as some catalogues require.
  package static func description(_ title: Text) -> Text { description.with(["title": .text(title)]) }
}
