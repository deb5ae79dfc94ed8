internal import Diagnostics
internal import Reports

/// A statutory table as its form prints it: labels and cells on the grid of a sheet, made once for each form.
package struct PrintedTable: Sendable {
  struct Piece: Sendable {
    enum Content: Sendable {
      /// Above other cells, or for itself.
      case heading(String)
      /// Of a row, set in by as many steps.
      case row(String, indentation: Int)
      /// Index into the cells of the report.
      case cell(Int)
    }

    let columns: ClosedRange<Int>
    /// How many lines it is high.
    let height: Int
    let content: Content
  }

  struct Line: Sendable {
    var pieces: [Piece] = []
    /// The line is left out when the report has none of these cells.
    var optionalCells: Range<Int>?
  }

  private(set) var lines: [Line]
  /// Of each column, in characters of the standard font; a Chinese one takes two.
  let widths: [Double]
  /// How many lines are headings that belong to all that follows; 0 for a table of several blocks.
  let headings: Int

  /// - Parameter language: of the labels.
  init(_ table: FormTable, in form: Form, language: Language) {
    let labels = table.blocks.map(Self.labelColumns).max() ?? 0
    let values = table.blocks.map(Self.valueColumns).max() ?? 0
    var widths = Self.widths(labels: labels, values: values, isList: table.blocks.contains(where: \.isList))
    lines = []
    for block in table.blocks {
      var writer = PrintedBlock(block, of: table, in: form, language: language, labels: labels, width: labels + values)
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

  /// How many columns hold the labels of rows.
  private static func labelColumns(of block: FormBlock) -> Int {
    block.isAcross ? 0 : block.isList ? 1 : block.rows.depth
  }

  private static func valueColumns(of block: FormBlock) -> Int {
    let columns = block.columns.leaves.count
    return block.isAcross ? columns * block.rows.leaves.count : columns + (block.unitColumn == nil ? 0 : 1)
  }

  /// What the longest word takes that cannot be broken as Chinese can: one of Latin letters.
  private static func width(ofWordsIn text: String) -> Double {
    let longest = text.split { !($0.isASCII && $0.isLetter) }.map(\.count).max() ?? 0
    return min(16, Double(longest) + 1.5)
  }

  /// A few columns share the width of a page; many are as wide as a label of four characters broken in two.
  private static func widths(labels: Int, values: Int, isList: Bool) -> [Double] {
    let last: Double = isList ? 56 : labels == 1 ? 30 : 32
    let labelWidths = labels == 0 ? [] : Array(repeating: 8, count: labels - 1) + [last]
    let page = 96 - labelWidths.reduce(0, +)
    return labelWidths + Array(repeating: min(20, max(6.5, page / Double(max(1, values)))), count: values)
  }
}
