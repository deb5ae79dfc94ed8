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
      let span = report.cells[total.cell].span
      return Fix.Replacement(
        report.document.source.range(of: span), with: report.document.source.padded("\(total.value)", in: span))
    }
    return replacements.isEmpty ? nil : Fix(replacements)
  }
}

extension SourceFile {
  /// A text that is to fill a blank cell, with blanks towards the lines beside it: `||` becomes `| 3 |`.
  fileprivate func padded(_ text: String, in span: Span) -> String {
    func isLine(_ offset: Int) -> Bool { bytes.indices.contains(offset) && bytes[offset] == UInt8(ascii: "|") }
    return "\(isLine(Int(span.start) - 1) ? " " : "")\(text)\(isLine(Int(span.end)) ? " " : "")"
  }
}
