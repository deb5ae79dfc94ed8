package import Diagnostics

/// A statement about the cells of a form that every correct report satisfies.
///
/// A class, since every report goes through those of its form.
package final class FormRule: Sendable {
  /// Id of what is found where it does not hold.
  package let id: String
  /// What the form file says of it; `nil` when a rule of the program speaks for it.
  package let kind: FindingKind?
  /// What tells its lines apart, and with it the cells of one line.
  package let direction: Direction?
  /// The rule, once for each row or column that it is about.
  package let lines: [Line]

  init(id: String, kind: FindingKind?, direction: Direction?, lines: [Line]) {
    self.id = id
    self.kind = kind
    self.direction = direction
    self.lines = lines
  }

  package enum Direction: String, Sendable, CaseIterable {
    /// It holds in each row.
    case row
    /// It holds in each column.
    case column
  }

  package struct Line: Sendable {
    package let claim: FormRelation
    /// The claim is made only where this holds.
    package let condition: FormRelation?
  }
}

/// Two sums of cells, and how they compare.
package struct FormRelation: Sendable {
  package enum Comparison: String, Sendable, CaseIterable {
    case equals
    case atMost = "at_most"
    case atLeast = "at_least"
    /// Every cell on the left states a number; there is no right side.
    case stated
    /// No cell on the left states a number.
    case notApplicable = "not_applicable"
  }

  package let comparison: Comparison
  /// Indexes of cells.
  package let left: [Int]
  package let right: [Int]
  /// Added to the cells on the right.
  package let constant: Int
}
