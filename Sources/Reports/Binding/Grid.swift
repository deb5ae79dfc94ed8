/// A table as a file of any kind holds it, before it is known what its rows and columns mean.
package struct Grid: Sendable {
  package struct Cell: Sendable {
    package var text: String
    /// Of the file that it was read from, from 1.
    package var line: Int

    package init(_ text: String, line: Int) {
      self.text = text
      self.line = line
    }
  }

  /// The cells of each row that the file writes: what a span covers has none.
  package var rows: [[Cell]]

  package init(_ rows: [[Cell]]) {
    self.rows = rows
  }
}

/// What became of the tables of a section.
package struct GridBinding: Sendable {
  package struct Value: Sendable {
    package let text: String
    package let line: Int
    /// Whether the place and not the labels told which cell it is.
    package let isByPosition: Bool
  }

  package struct Unplaced: Sendable {
    package enum Reason: Sendable {
      /// No row of the form has this label.
      case unknownRow
      /// The row is a group, which has no cells.
      case group
      /// The row has more values than the form has columns.
      case surplus
      /// The row has fewer values than the form has columns, and nothing says which.
      case tooFew
      /// The cell has a value already.
      case doubled
    }

    package let text: String
    package let line: Int
    package let reason: Reason
  }

  /// By index into the cells of the form.
  package internal(set) var values: [Int: Value] = [:]
  package internal(set) var unplaced: [Unplaced] = []
}
