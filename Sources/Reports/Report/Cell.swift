package import Markup

/// The content of one cell of a report's form.
package struct Cell: Sendable {
  package enum Status: UInt8, Sendable, CaseIterable {
    case number, zero, blank, notApplicable, text
    /// The report has no such cell, which is a finding.
    case missing

    /// The name in data files.
    package var code: String {
      switch self {
      case .number: "number"
      case .zero: "zero"
      case .blank: "blank"
      case .text: "text"
      case .notApplicable: "not_applicable"
      case .missing: "missing"
      }
    }
  }

  package var status = Status.missing
  /// The value of a number; otherwise zero.
  package var value = DecimalNumber.zero
  /// The location of the cell in the source; `none` if it is missing.
  package var span = Span.none
  /// Index in `Report.cellNotes`, or -1.
  package var note: Int32 = -1

  /// The number that a cell states; `nil` if it states none.
  package var number: DecimalNumber? {
    status == .number || status == .zero ? value : nil
  }

  /// The value of the cell in a sum. Blanks and signs for “not applicable” count as 0 there, and nowhere else.
  package var operand: DecimalNumber? {
    switch status {
    case .number, .zero: value
    case .blank, .notApplicable: .zero
    case .text, .missing: nil
    }
  }
}

/// The content of a cell besides a plain number.
package struct CellNote: Sendable {
  package var written: String
  package var unit: String?
  package var remark: String?
  /// The footnote mark after the number: `*`, `①`, `[注1]`. The note that it refers to is the remark.
  package var mark: String?
  /// The unit of an amount, where the form leaves it to the author.
  package var statedUnit: String?
  /// The number as written, if the value of the cell was converted from `unit`.
  package var ownValue: DecimalNumber?
}
