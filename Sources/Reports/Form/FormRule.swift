package import Diagnostics

/// A statement about the cells of a form that is true for every correct report.
///
/// It is a class because every report evaluates the rules of its form.
package final class FormRule: Sendable {
  /// Id of the finding if it does not hold.
  package let id: String
  /// The description in the form file; `nil` if a rule of the program describes it.
  package let kind: FindingKind?
  /// What distinguishes its lines from each other, and therefore relates the cells of one line.
  package let direction: Direction?
  /// The rule, once for each row or column that it applies to.
  package let lines: [Line]

  init(id: String, kind: FindingKind?, direction: Direction?, lines: [Line]) {
    self.id = id
    self.kind = kind
    self.direction = direction
    self.lines = lines
  }

  package enum Direction: String, Sendable, CaseIterable {
    /// It applies to each row.
    case row
    /// It applies to each column.
    case column
  }

  package struct Line: Sendable {
    package let claim: FormRelation
    /// The claim applies only if this holds.
    package let condition: FormRelation?
  }
}

/// Two sums of cells and how they compare.
package struct FormRelation: Sendable {
  package enum Comparison: String, Sendable, CaseIterable {
    case equals
    case atMost = "at_most"
    case atLeast = "at_least"
    /// Every cell on the left states a number. There is no right side.
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
