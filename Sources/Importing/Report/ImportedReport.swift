package import Reports

/// A report made of an imported document: its source, and what became of the figures.
package struct ImportedReport: Sendable {
  package enum Confidence: String, Sendable {
    /// Each cell was told by its labels.
    case labels
    /// Some were told by their place, and all sums hold.
    case position
    case sumsFail = "sums-fail"
  }

  package struct Unplaced: Sendable {
    package let text: String
    package let line: Int
    package let reason: String
  }

  package let agency: String
  package let year: Int
  package let form: Form
  package let markdown: String
  /// The text of each cell of the form, in its order.
  package let texts: [String]
  package let placed: Int
  package let byPosition: Int
  /// Figures and texts of tables that belong to no cell, and cells of the form without a figure.
  package let unplaced: [Unplaced]
  package let confidence: Confidence
  package let isPublished: Bool

  package var path: String { "reports/\(year)/\(agency).md" }
  package var isComplete: Bool { unplaced.isEmpty && confidence != .sumsFail }
}
