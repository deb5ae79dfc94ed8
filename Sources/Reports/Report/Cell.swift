package import Markup

/// What a report says in one cell of its form.
package struct Cell: Sendable {
  package enum Status: UInt8, Sendable, CaseIterable {
    case number, zero, blank, notApplicable, text
    /// The report has no such cell; a finding says so.
    case missing

    /// As data files name it.
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
  /// The value of a number; zero otherwise.
  package var value = DecimalNumber.zero
  /// Where the cell stands in the source; `none` while it is missing.
  package var span = Span.none
  /// Index into `Report.cellNotes`, or -1.
  package var note: Int32 = -1

  /// The number that a cell states; `nil` when it states none.
  package var number: DecimalNumber? {
    status == .number || status == .zero ? value : nil
  }

  /// Its operand in a sum: blanks and signs for "not applicable" count as 0 there, and nowhere else.
  package var operand: DecimalNumber? {
    switch status {
    case .number, .zero: value
    case .blank, .notApplicable: .zero
    case .text, .missing: nil
    }
  }
}

/// What a cell holds beside a plain number.
package struct CellNote: Sendable {
  package var written: String
  package var unit: String?
  package var remark: String?
  /// The footnote mark after the number: `*`, `①`, `[注1]`. The note that it refers to is the remark.
  package var mark: String?
  /// The unit of an amount, where the form leaves it to the author.
  package var statedUnit: String?
}
