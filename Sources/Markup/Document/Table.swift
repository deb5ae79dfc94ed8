/// A table block as written: a header row and body rows, with the location of each cell in the source.
package struct Table: Sendable {
  package enum Alignment: UInt8, Sendable {
    case none, left, center, right
  }

  package struct Cell: Sendable {
    /// The text without surrounding blanks. If the row is too short, an empty span at the end of the row.
    package var span: Span
    /// The text of the cell in the text pool of the document.
    package var text: TextRange
    /// The inline nodes of a cell with markup; empty for plain text.
    package var nodes: Range<Int32>
  }

  package struct Row: Sendable {
    /// Index of the row's first cell. A row has one cell per column of the table.
    package var firstCell: Int
    /// The number of cells in the row's line. If it differs from the number of columns, that is a mistake of the
    /// author.
    package var writtenCells: Int
    /// Text after the last column, which would be lost.
    package var surplus: Span
    package var span: Span
  }

  /// Index of the table's node, which is not at the top level if the table is inside a list or quote.
  package var node: Int
  package var alignments: [Alignment]
  /// The header row comes first.
  package var rows: [Row] = []
  package var cells: [Cell] = []

  package var columns: Int { alignments.count }

  package func cell(row: Int, column: Int) -> Cell { cells[rows[row].firstCell + column] }

  /// Starts a row, to be followed by a cell for each column.
  ///
  /// - Parameters:
  ///   - written: The cells in its line.
  ///   - span: The line, without anything before its first pipe.
  mutating func beginRow(_ written: [Span], in span: Span) {
    let surplus =
      written.count > columns
      ? Span(Int(written[columns].start), Int(written[written.count - 1].end)) : Span(Int(span.end), Int(span.end))
    rows.append(Row(firstCell: cells.count, writtenCells: written.count, surplus: surplus, span: span))
  }
}

/// Splits a line of a table into cells according to GitHub-flavoured Markdown.
package struct TableLineScanner {
  private(set) var cells: [Span] = []

  /// Scans `start..<end`, which excludes the prefix of the container and the line break.
  ///
  /// - Parameter plainOnly: Stops at a byte other than a pipe that has a meaning in Markdown.
  /// - Returns: Whether it reached the end.
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

/// The role of a byte in a table.
private enum TableByte: UInt8 {
  case word, pipe
  /// A byte that has a meaning in Markdown.
  case markup
  /// The first byte of a three-byte character, whose other bytes have no meaning.
  case chinese

  static let kinds: [TableByte] = {
    // "@" and "w" may start a bare URL, and ":" may be part of one.
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
