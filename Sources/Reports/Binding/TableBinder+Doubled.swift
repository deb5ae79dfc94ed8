internal import Diagnostics
internal import Languages
internal import Markup

/// Reports second values for cells, once for each table or row.
extension TableBinder {
  mutating func reportDoubled(_ table: Table) {
    let cells = doubled
    doubled = []
    let rows = Dictionary(grouping: cells) { source.line(at: Int($0.written.start)) }
    let isWhole = filledIn == 0 && table.rows.count > 2 || rows.count > Self.mostRows
    for (line, cells) in rows.sorted(by: { $0.key < $1.key }) {
      findings.append(isWhole ? finding(table, rows.values.flatMap { $0 }) : finding(cells, inLine: line))
      if isWhole { break }
    }
  }

  /// More repeated rows are a table that was pasted twice.
  private static let mostRows = 2

  private func isSame(_ cells: [DoubledCell]) -> Bool {
    cells.allSatisfy { source.text(of: $0.written) == source.text(of: self.cells[$0.index].span) }
  }

  private func finding(_ cells: [DoubledCell], inLine line: Int) -> Finding {
    let isSame = isSame(cells)
    // The first difference, if there is one.
    let different = cells.first { source.text(of: $0.written) != source.text(of: self.cells[$0.index].span) }
    let cell = different ?? cells[0]
    let name = cells.count == 1 ? form.describe(cell.index) : form.label(ofRow: cell.index).short.message
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
    let repeated = cells.min { $0.written.start < $1.written.start } ?? cells[0]
    var first = source.line(at: Int(repeated.written.start))
    var original = source.line(at: Int(self.cells[repeated.index].span.start))
    let last = source.line(at: Int(table.rows[table.rows.count - 1].span.start))
    // The headings above are repeated too.
    while original > 1, first - 1 > original, isCopy(ofLine: original - 1, first - 1), !isBlank(line: first - 1) {
      (original, first) = (original - 1, first - 1)
    }
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
      fix: isSame && (first...last).allSatisfy { isCopy(ofLine: original + $0 - first, $0) }
        ? Fix(replacing: source.range(ofLines: first...last), with: "") : nil)
  }

  private func isBlank(line: Int) -> Bool {
    source.bytes[source.offset(ofLine: line)..<source.endOfLine(line)].allSatisfy { $0 == UInt8(ascii: " ") }
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
