internal import Diagnostics
internal import Markup

/// Totals that were left blank though all of their parts are stated: what they have to be.
enum TotalsFromParts {
  /// The blank total of one equation.
  struct Total {
    let cell: Int
    let value: DecimalNumber
  }

  /// The blank totals of a table that follow from their parts: one for each equation that gives them.
  static func all(in report: Report, table: Int) -> [Total] {
    let cells = report.form.tables[table].cells
    return report.form.rules.flatMap(\.lines).compactMap { line -> Total? in
      let claim = line.claim
      guard claim.comparison == .equals, claim.constant == 0, line.condition == nil, claim.left.count == 1,
        let total = claim.left.first, cells.contains(total), report.cells[total].status == .blank
      else { return nil }
      let parts = claim.right.compactMap { report.cells[$0].number }
      return parts.count < claim.right.count ? nil : Total(cell: total, value: parts.reduce(.zero, +))
    }
  }

  /// Writes the totals into their cells; `nil` when there are none.
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
  /// A blank cell with all of its blanks, up to the lines beside it.
  fileprivate func blanks(around span: Span) -> Span {
    var (start, end) = (Int(span.start), Int(span.end))
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    return Span(start, end)
  }
}
