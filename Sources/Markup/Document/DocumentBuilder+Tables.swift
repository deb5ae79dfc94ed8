internal import CMarkBridge
internal import CMarkGFM

extension DocumentBuilder {
  mutating func appendTable(_ node: OpaqueNode, at index: Int, line: Int) {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let alignments = cmark_gfm_extensions_get_table_alignments(node)
    var table = Table(
      node: index,
      alignments: (0..<columns).map { column in
        switch alignments?[column] {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: .none
        }
      })
    var row = cmb_first_child(node)
    while let current = row {
      let rowLine = table.rows.isEmpty ? headerLine(from: line) : self.line(of: current)
      appendRow(current, line: rowLine, to: &table)
      row = cmb_next(current)
    }
    tree.nodes[index].offset = table.rows.first?.span.start ?? blockOffset
    tree.nodes[index].end = Int32(tree.nodes.count)
    tree.tables.append(table)
  }

  /// The line of a header row. If a paragraph is directly above the table, the library returns the line of that
  /// paragraph, so this looks for the line above the delimiter row.
  private func headerLine(from line: Int) -> Int {
    for candidate in line..<max(line, source.lineStarts.count) {
      let start = source.offset(ofLine: candidate + 1)
      let text = source.bytes[start..<source.endOfLine(candidate + 1)]
      let isDelimiter = text.allSatisfy {
        $0.isSpaceOrTab || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
          || $0 == UInt8(ascii: ">")
      }
      if isDelimiter, text.contains(UInt8(ascii: "-")) { return candidate }
      if text.isEmpty { break }
    }
    return line
  }

  /// Starts a row with the cells in its line.
  private mutating func beginRow(line: Int, in table: inout Table) {
    let end = source.endOfLine(line)
    var start = min(source.offset(ofLine: line), end)
    while start < end, source.bytes[start].isSpaceOrTab || source.bytes[start] == UInt8(ascii: ">") { start += 1 }
    lineScanner.scan(source.bytes, from: start, to: end)
    table.beginRow(lineScanner.cells, in: Span(start, end))
    blockOffset = UInt32(start)
  }

  private func span(ofCell column: Int, in table: Table) -> Span {
    if column < lineScanner.cells.count { return lineScanner.cells[column] }
    let end = table.rows.last?.span.end ?? 0
    return Span(Int(end), Int(end))
  }

  /// Appends a table that was read without the library.
  mutating func appendPlainTable(_ plain: PlainTable) {
    let index = tree.nodes.count
    var table = plain.table
    table.node = index
    // The text of plain cells is their bytes, so all of it is copied to the pool at once.
    let start = source.offset(ofLine: plain.lines.lowerBound)
    let pooled = tree.text.count - start
    tree.text += source.bytes[start..<source.endOfLine(plain.lines.upperBound)]
    for cell in table.cells.indices where !table.cells[cell].span.isEmpty {
      let span = table.cells[cell].span
      table.cells[cell].text = TextRange(start: UInt32(Int(span.start) + pooled), end: UInt32(Int(span.end) + pooled))
    }
    var entry = Node(kind: .table, offset: table.rows[0].span.start)
    entry.number = Int32(tree.tables.count)
    entry.end = Int32(index + 1)
    tree.nodes.append(entry)
    tree.tables.append(table)
  }

  private mutating func appendRow(_ row: OpaqueNode, line: Int, to table: inout Table) {
    beginRow(line: line, in: &table)
    var column = 0
    var cell = cmb_first_child(row)
    while column < table.columns {
      let span = span(ofCell: column, in: table)
      if let current = cell {
        table.cells.append(appendCell(current, span: span))
        cell = cmb_next(current)
      } else {
        table.cells.append(Table.Cell(span: span, text: .empty, nodes: 0..<0))
      }
      column += 1
    }
  }

  private mutating func appendCell(_ cell: OpaqueNode, span: Span) -> Table.Cell {
    guard let first = cmb_first_child(cell) else { return Table.Cell(span: span, text: .empty, nodes: 0..<0) }
    if cmb_next(first) == nil, cmb_kind_of(first) == CMB_TEXT {
      let literal = cmb_literal(first)
      let bytes = UnsafeBufferPointer(literal)
      if bytes.count < 4 || (!Autolinks.mayContain(bytes) && !mayBeStruck(bytes)) {
        return Table.Cell(span: span, text: store(literal), nodes: 0..<0)
      }
    }
    let start = tree.nodes.count
    append(childrenOf: cell)
    if hasTildes { Strikethrough.match(in: &tree, siblings: start..<tree.nodes.count) }
    let end = tree.nodes.count
    var words: [UInt8] = []
    Document.appendPlainText(of: tree.nodes[start..<end], from: tree.text, to: &words)
    let text = store(words)
    return Table.Cell(span: span, text: text, nodes: Int32(start)..<Int32(end))
  }
}
