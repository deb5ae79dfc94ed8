/// A table block as it was written: a header row and body rows, each cell with its place in the source.
package struct Table: Sendable {
  package enum Alignment: UInt8, Sendable {
    case none, left, center, right
  }

  package struct Cell: Sendable {
    /// The written text without the blanks around it; empty, at the end of the row, where the row is too short.
    package var span: Span
    /// The words of the cell, in the document's text pool.
    package var text: TextRange
    /// The inline nodes of a cell that is more than plain words; empty otherwise.
    package var nodes: Range<Int32>
  }

  package struct Row: Sendable {
    /// Index of the row's first cell; a row has as many cells as the table has columns.
    package var firstCell: Int
    /// Cells that were written in the row's line: fewer or more than the columns is an oversight of the author.
    package var writtenCells: Int
    /// What was written behind the last column and would be lost.
    package var surplus: Span
    package var span: Span
  }

  /// A table may stand inside a list or quote; then `node` is not at the top level of the document.
  package var node: Int
  package var alignments: [Alignment]
  /// The header row comes first.
  package var rows: [Row] = []
  package var cells: [Cell] = []

  package var columns: Int { alignments.count }

  package func cell(row: Int, column: Int) -> Cell { cells[rows[row].firstCell + column] }

  /// Starts a row; a cell for each column is to follow.
  ///
  /// - Parameters:
  ///   - written: the cells of its line.
  ///   - span: of the line, without what stands in front of its first pipe.
  mutating func beginRow(_ written: [Span], in span: Span) {
    let surplus =
      written.count > columns
      ? Span(Int(written[columns].start), Int(written[written.count - 1].end)) : Span(Int(span.end), Int(span.end))
    rows.append(Row(firstCell: cells.count, writtenCells: written.count, surplus: surplus, span: span))
  }
}

/// Finds the cells of a line of a table by its bytes, as GitHub-flavoured Markdown divides it.
package struct TableLineScanner {
  private(set) var cells: [Span] = []

  /// Scans `start..<end`, which has neither the container's prefix nor the line break.
  ///
  /// - Parameter plainOnly: stops where a byte means something to Markdown beside the pipes.
  /// - Returns: whether it came to the end.
  @discardableResult
  mutating func scan(_ bytes: [UInt8], from start: Int, to end: Int, plainOnly: Bool = false) -> Bool {
    cells.removeAll(keepingCapacity: true)
    return bytes.withUnsafeBufferPointer { bytes in
      TableByte.kinds.withUnsafeBufferPointer { kinds in
        var first = start
        var last = end
        while first < last, bytes[first].isSpaceOrTab { first += 1 }
        while last > first, bytes[last - 1].isSpaceOrTab { last -= 1 }
        if first < last, bytes[first] == UInt8(ascii: "|") { first += 1 }
        var cellStart = first
        var index = first
        while index < last {
          switch kinds[Int(bytes[index])] {
          case .word: index += 1
          case .chinese: index += 3
          case .pipe:
            cells.append(trimmed(bytes, cellStart, index))
            index += 1
            cellStart = index
          case .markup where plainOnly: return false
          case .markup:
            let isEscape = bytes[index] == UInt8(ascii: "\\") && index + 1 < last
            index += isEscape && bytes[index + 1].isASCIIPunctuation ? 2 : 1
          }
        }
        if cellStart < last { cells.append(trimmed(bytes, cellStart, last)) }
        return true
      }
    }
  }

  /// All cells of a line that is a row, also those behind the last column of its table.
  package static func cells(of span: Span, in source: SourceFile) -> [Span] {
    var scanner = TableLineScanner()
    scanner.scan(source.bytes, from: Int(span.start), to: Int(span.end))
    return scanner.cells
  }

  private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Span {
    var first = start
    var last = end
    while first < last, bytes[first].isSpaceOrTab { first += 1 }
    while last > first, bytes[last - 1].isSpaceOrTab { last -= 1 }
    return Span(first, last)
  }
}

/// What a byte is within a table.
private enum TableByte: UInt8 {
  case word, pipe
  /// What means something to Markdown.
  case markup
  /// The first byte of a character of three, whose others mean nothing.
  case chinese

  static let kinds: [TableByte] = {
    // "@" and "w" may start a bare address, ":" may stand in one.
    let markup = Set("\\`*_[]<&~@w:\u{0B}\u{0C}".utf8)
    return (0...255).map { byte in
      switch UInt8(byte) {
      case UInt8(ascii: "|"): .pipe
      case let mark where markup.contains(mark): .markup
      case 0xE0...0xEF: .chinese
      default: .word
      }
    }
  }()
}
