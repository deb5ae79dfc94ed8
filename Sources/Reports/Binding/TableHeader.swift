internal import Markup

/// The headings of a table block, which may take several rows: the form itself prints three above the table of requests,
/// with 申请人情况, 法人或其他组织 and 商业企业.
struct TableHeader {
  /// The label of each column: the lowest one if there are several above each other.
  private(set) var labels: [WrittenLabel]
  /// How many rows the headings take.
  private(set) var rows = 1

  init(_ table: Table, in document: Document, _ form: FormTable) {
    labels = Self.labels(of: 0, table, document)
    while rows < table.rows.count {
      let next = Self.labels(of: rows, table, document)
      guard Self.isHeading(next, above: labels, in: form) else { break }
      for column in next.indices where !next[column].isEmpty { labels[column] = next[column] }
      rows += 1
    }
  }

  static func labels(of row: Int, _ table: Table, _ document: Document) -> [WrittenLabel] {
    (0..<table.columns).map { document.label(table.cell(row: row, column: $0)) }
  }

  /// Whether a row below headings is another row of headings.
  private static func isHeading(_ row: [WrittenLabel], above: [WrittenLabel], in form: FormTable) -> Bool {
    guard let first = row.first, first.isEmpty || first.bytes == above[0].bytes || form.labels.isCorner(first) else {
      return false
    }
    return isOfColumns(row.dropFirst(), in: form)
  }

  /// Whether a row contains column labels and nothing else.
  static func isOfColumns(_ row: some Sequence<WrittenLabel>, in form: FormTable) -> Bool {
    var isHeading = false
    for label in row where !label.isEmpty {
      // Most cells contain a figure, which is not a label.
      if label.bytes.bytes.first.map({ $0 < 0x80 }) ?? true { return false }
      if !form.labels.columns.places(labelled: label).isEmpty {
        isHeading = true
      } else if !form.labels.isCorner(label) {
        return false
      }
    }
    return isHeading
  }
}
