internal import Diagnostics
internal import Markup

/// Reports second values for cells, once for each table or row.
extension TableBinder {
  mutating func reportDoubled(_ table: Table) {
    let cells = doubled
    doubled = []
    let isWhole = filledIn == 0 && table.rows.count > 2
    let rows = Dictionary(grouping: cells) { source.line(at: Int($0.written.start)) }
    for (line, cells) in rows.sorted(by: { $0.key < $1.key }) {
      findings.append(isWhole ? finding(table, rows.values.flatMap { $0 }) : finding(cells, inLine: line))
      if isWhole { break }
    }
  }

  private func isSame(_ cells: [DoubledCell]) -> Bool {
    cells.allSatisfy { source.text(of: $0.written) == source.text(of: self.cells[$0.index].span) }
  }

  private func finding(_ cells: [DoubledCell], inLine line: Int) -> Finding {
    let isSame = isSame(cells)
    // The first difference, if there is one.
    let different = cells.first { source.text(of: $0.written) != source.text(of: self.cells[$0.index].span) }
    let cell = different ?? cells[0]
    let name = cells.count == 1 ? form.describe(cell.index) : form.label(ofRow: cell.index).short
    return Finding(
      BindingFindings.doubled, at: source.range(of: cell.written),
      cells.count == 1
        ? LocalizedText("“\(name.chinese)”填了两次", en: "“\(name.english)” is filled in twice")
        : isSame
          ? LocalizedText(
            "“\(name.chinese)”这一行写了两次，数字相同，请删去一行",
            en: "the row “\(name.english)” stands twice, with the same numbers; remove one")
          : LocalizedText(
            "“\(name.chinese)”这一行写了两次，数字不同", en: "the row “\(name.english)” stands twice, with other numbers"),
      cell: form.cells[cell.index].id,
      related: [
        .init(LocalizedText("第一次在这里", en: "first here"), at: source.range(of: self.cells[cell.index].span))
      ],
      fix: isSame && isCopy(ofLine: source.line(at: Int(self.cells[cell.index].span.start)), line)
        ? Fix(replacing: source.range(ofLines: line...line), with: "") : nil)
  }

  private func finding(_ table: Table, _ cells: [DoubledCell]) -> Finding {
    let first = source.line(at: Int(table.rows[0].span.start))
    let last = source.line(at: Int(table.rows[table.rows.count - 1].span.start))
    let original = cells.map { source.line(at: Int(self.cells[$0.index].span.start)) }.min() ?? first
    let isSame = isSame(cells)
    return Finding(
      BindingFindings.doubledTable, at: source.range(ofLine: first),
      isSame
        ? LocalizedText(
          "这张表与第 \(original) 行的表相同，像是粘贴了两次，请删去一张", en: "this table is that of line \(original) once more; remove one")
        : LocalizedText(
          "这张表与第 \(original) 行的表填的是同一部分，数字不同",
          en: "this table fills in what that of line \(original) has filled in, with other numbers"),
      related: [.init(LocalizedText("第一次在这里", en: "first here"), at: source.range(ofLine: original))],
      fix: isSame && isCopy(first, last) ? Fix(replacing: source.range(ofLines: first...last), with: "") : nil)
  }

  /// Whether the same lines occur further up.
  private func isCopy(_ first: Int, _ last: Int) -> Bool {
    let count = last - first
    return (1..<max(1, first - count)).contains { start in
      (0...count).allSatisfy { isCopy(ofLine: start + $0, first + $0) }
    }
  }

  private func isCopy(ofLine one: Int, _ other: Int) -> Bool {
    source.bytes[source.offset(ofLine: one)..<source.endOfLine(one)]
      .elementsEqual(source.bytes[source.offset(ofLine: other)..<source.endOfLine(other)])
  }
}

extension SourceFile {
  /// Whole lines, including their line breaks.
  func range(ofLines lines: ClosedRange<Int>) -> SourceRange {
    range(of: Span(offset(ofLine: lines.lowerBound), offset(ofLine: lines.upperBound + 1)))
  }
}
