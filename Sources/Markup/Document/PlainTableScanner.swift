/// A table block that needs no Markdown parser: its lines start with `|`, it is surrounded by blank lines, and its
/// cells contain nothing that has a meaning in Markdown.
///
/// Statutory tables are almost always written this way and would take most of the parsing time of a report. They are
/// read directly from the bytes; everything else is left to cmark-gfm. A test compares both readings.
struct PlainTable {
  /// Lines of the source, from 1: from the header row to the last row.
  var lines: ClosedRange<Int>
  /// The cells have their spans, but no nodes and texts yet.
  var table: Table
}

struct PlainTableScanner {
  private let source: SourceFile
  private var cells = TableLineScanner()

  init(source: SourceFile) {
    self.source = source
  }

  /// The plain tables after the front matter.
  mutating func tables(from firstLine: Int) -> [PlainTable] {
    guard source.bytes.withUnsafeBufferPointer({ Self.hasNoSpanningBlocks($0, from: source.offset(ofLine: firstLine)) })
    else { return [] }
    var tables: [PlainTable] = []
    var line = firstLine
    let last = source.lineStarts.count
    while line <= last {
      guard startsWithPipe(line) else {
        line += 1
        continue
      }
      var end = line
      while end < last, startsWithPipe(end + 1) { end += 1 }
      let standsAlone = (line == firstLine || isBlank(line - 1)) && (end == last || isBlank(end + 1))
      if standsAlone, end > line, let table = table(line...end) { tables.append(table) }
      line = end + 1
    }
    return tables
  }

  /// Fenced code and some kinds of raw HTML continue across blank lines, and a pipe in them does not start a table.
  private static func hasNoSpanningBlocks(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    if bytes.firstIndex(of: UInt8(ascii: "<"), from: start) != nil { return false }
    for fence in [UInt8(ascii: "`"), UInt8(ascii: "~")] {
      var index = start
      while let found = bytes.firstIndex(of: fence, from: index) {
        if found + 2 < bytes.count, bytes[found + 1] == fence, bytes[found + 2] == fence { return false }
        index = found + 1
      }
    }
    return true
  }

  private func startsWithPipe(_ line: Int) -> Bool {
    let start = source.offset(ofLine: line)
    return start < source.bytes.count && source.bytes[start] == UInt8(ascii: "|")
  }

  private func isBlank(_ line: Int) -> Bool {
    source.bytes[source.offset(ofLine: line)..<source.endOfLine(line)].allSatisfy(\.isSpaceOrTab)
  }

  private mutating func table(_ lines: ClosedRange<Int>) -> PlainTable? {
    let delimiter = lines.lowerBound + 1
    guard let alignments = alignments(delimiter) else { return nil }
    var table = Table(node: 0, alignments: alignments)
    table.rows.reserveCapacity(lines.count - 1)
    table.cells.reserveCapacity((lines.count - 1) * alignments.count)
    for line in lines where line != delimiter {
      guard appendRow(line, to: &table) else { return nil }
    }
    return PlainTable(lines: lines, table: table)
  }

  private mutating func appendRow(_ line: Int, to table: inout Table) -> Bool {
    let (start, end) = (source.offset(ofLine: line), source.endOfLine(line))
    guard cells.scan(source.bytes, from: start, to: end, plainOnly: true) else { return false }
    // In the library, a lone pipe is not a row but ends the table.
    if cells.cells.isEmpty { return false }
    if table.rows.isEmpty, cells.cells.count != table.columns { return false }
    table.beginRow(cells.cells, in: Span(start, end))
    for column in 0..<table.columns {
      let span = column < cells.cells.count ? cells.cells[column] : Span(end, end)
      table.cells.append(Table.Cell(span: span, text: .empty, nodes: 0..<0))
    }
    return true
  }

  /// Parses a delimiter row: `|---|:---:|---:|`.
  private mutating func alignments(_ line: Int) -> [Table.Alignment]? {
    cells.scan(source.bytes, from: source.offset(ofLine: line), to: source.endOfLine(line))
    var alignments: [Table.Alignment] = []
    for cell in cells.cells {
      let bytes = source.bytes[Int(cell.start)..<Int(cell.end)]
      let isLeft = bytes.first == UInt8(ascii: ":")
      let isRight = bytes.count > 1 && bytes.last == UInt8(ascii: ":")
      let dashes = bytes.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(isLeft && isRight ? .center : isLeft ? .left : isRight ? .right : .none)
    }
    return alignments.isEmpty ? nil : alignments
  }
}
