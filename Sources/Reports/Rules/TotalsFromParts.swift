internal import Diagnostics
internal import Markup

/// Totals that were left blank though all of their parts are stated: what they have to be.
enum TotalsFromParts {
  /// The blank total of one equation.
  struct Total {
    let cell: Int
    let value: DecimalNumber
  }

  /// The blank totals of a table that follow from their parts.
  static func all(in report: Report, table: Int) -> [Total] {
    let form = report.form.tables[table]
    return form.sums.filter { $0.left.count == 1 }.flatMap { sum in
      let block = form.blocks[sum.block]
      let lines = sum.direction == .row ? block.rows.leaves.count : block.columns.leaves.count
      return (0..<lines).compactMap { line -> Total? in
        func cell(_ place: Int) -> Int {
          sum.direction == .row ? block.cell(row: line, column: place) : block.cell(row: place, column: line)
        }
        let total = cell(sum.left[0])
        let parts = sum.right.map { report.cells[cell($0)].number }
        guard report.cells[total].status == .blank, !parts.contains(nil) else { return nil }
        return Total(cell: total, value: parts.compactMap { $0 }.reduce(.zero, +))
      }
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
