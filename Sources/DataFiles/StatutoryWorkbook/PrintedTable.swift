internal import Languages
internal import Reports

/// A statutory table in the layout of its form: labels and cells on the grid of a sheet, computed once for each form.
package struct PrintedTable: Sendable {
  struct Piece: Sendable {
    enum Content: Sendable {
      /// A heading above other cells, or on its own.
      case heading(String)
      /// The label of a row, with its level of indentation.
      case row(String, indentation: Int)
      /// Index in the cells of the report.
      case cell(Int)
    }

    let columns: ClosedRange<Int>
    /// The number of lines it spans.
    let height: Int
    let content: Content
  }

  struct Line: Sendable {
    var pieces: [Piece] = []
    /// The line is omitted if the report has none of these cells.
    var optionalCells: Range<Int>?
  }

  private(set) var lines: [Line]
  /// The width of each column, in characters of the standard font. A Chinese character takes two.
  let widths: [Double]
  /// The number of leading lines that are headings of everything below; 0 for a table of several blocks.
  let headings: Int

  /// - Parameter strings: Of the language of the labels.
  init(_ table: FormTable, in form: Form, strings: Strings) {
    let labels = table.blocks.map(Self.labelColumns).max() ?? 0
    let values = table.blocks.map(Self.valueColumns).max() ?? 0
    var widths = Self.widths(labels: labels, values: values, isList: table.blocks.contains(where: \.isList))
    lines = []
    for block in table.blocks {
      var writer = PrintedBlock(block, of: table, in: form, strings: strings, labels: labels, width: labels + values)
      writer.write()
      lines += writer.lines
    }
    for piece in lines.flatMap(\.pieces) where piece.columns.count == 1 {
      if case .heading(let text) = piece.content {
        widths[piece.columns.lowerBound] = max(widths[piece.columns.lowerBound], Self.width(ofWordsIn: text))
      }
    }
    self.widths = widths
    headings = table.blocks.count == 1 ? PrintedBlock.headings(of: table.blocks[0]) : 0
  }

  var totalWidth: Double { widths.reduce(0, +) }

  func width(of columns: ClosedRange<Int>) -> Double { widths[columns].reduce(0, +) }

  /// The number of columns that hold row labels.
  private static func labelColumns(of block: FormBlock) -> Int {
    block.isAcross ? 0 : block.isList ? 1 : block.rows.depth
  }

  private static func valueColumns(of block: FormBlock) -> Int {
    let columns = block.columns.leaves.count
    return block.isAcross ? columns * block.rows.leaves.count : columns + (block.unitColumn == nil ? 0 : 1)
  }

  /// The width of the longest Latin word, which cannot be broken like Chinese text.
  private static func width(ofWordsIn text: String) -> Double {
    let longest = text.split { !($0.isASCII && $0.isLetter) }.map(\.count).max() ?? 0
    return min(16, Double(longest) + 1.5)
  }

  /// A few columns share the width of a page. If there are many, each is as wide as a label of four characters in two
  /// lines.
  private static func widths(labels: Int, values: Int, isList: Bool) -> [Double] {
    let last: Double = isList ? 56 : labels == 1 ? 30 : 32
    let labelWidths = labels == 0 ? [] : Array(repeating: 8, count: labels - 1) + [last]
    let page = 96 - labelWidths.reduce(0, +)
    return labelWidths + Array(repeating: min(20, max(6.5, page / Double(max(1, values)))), count: values)
  }
}
