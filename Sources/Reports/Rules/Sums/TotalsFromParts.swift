internal import Diagnostics
internal import Markup

/// The values of totals that were left blank although all of their parts are stated.
enum TotalsFromParts {
  /// The blank total of one equation.
  struct Total {
    let cell: Int
    let value: DecimalNumber
  }

  /// The blank totals among some cells, once for each equation that gives their value.
  static func all(in report: Report, among cells: Range<Int>) -> [Total] {
    report.form.rules.flatMap(\.lines).compactMap { line in
      let claim = line.claim
      guard claim.comparison == .equals, line.condition == nil, claim.constant == 0, claim.left.count == 1,
        cells.contains(claim.left[0]), !claim.right.isEmpty, report.cells[claim.left[0]].status == .blank
      else { return nil }
      let parts = claim.right.compactMap { report.cells[$0].number }
      guard parts.count == claim.right.count else { return nil }
      return Total(cell: claim.left[0], value: parts.reduce(.zero, +))
    }
  }

  /// Writes the totals into their cells; `nil` if there are none.
  static func fix(_ totals: [Total], in report: Report) -> Fix? {
    let replacements = totals.map { total in
      let source = report.document.source
      return Fix.Replacement(
        source.range(of: source.blanks(around: report.cells[total.cell].span)), with: " \(total.value) ")
    }
    return replacements.isEmpty ? nil : Fix(replacements)
  }
}

extension SourceFile {
  /// A blank cell including all its blanks, up to the pipes on both sides.
  fileprivate func blanks(around span: Span) -> Span {
    var (start, end) = (Int(span.start), Int(span.end))
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    return Span(start, end)
  }
}
