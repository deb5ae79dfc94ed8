/// A table as a file of any kind contains it, before the meaning of its rows and columns is known.
package struct Grid: Sendable {
  package struct Cell: Sendable {
    package var text: String
    /// Line number in the file that it was read from, from 1.
    package var line: Int
    /// The characters of the line that it takes, where their alignment has a meaning: in the text of a PDF file.
    package var extent: Range<Int>?

    package init(_ text: String, line: Int, extent: Range<Int>? = nil) {
      self.text = text
      self.line = line
      self.extent = extent
    }
  }

  /// The cells of each row that the file contains. Whatever a span covers is not a cell.
  package var rows: [[Cell]]
  /// Whether blank cells may have been dropped and the row filled up, as extractors of text do.
  package var mayDropBlanks = false
  package var caption: String?

  package init(_ rows: [[Cell]], mayDropBlanks: Bool = false) {
    self.rows = rows
    self.mayDropBlanks = mayDropBlanks
  }
}

/// The cells of a statutory table that were found in the grids of a file, and the texts that have no cell.
package struct GridBinding: Sendable {
  package struct Value: Sendable {
    package let text: String
    package let line: Int
    /// Whether the position and not the labels determined the cell.
    package let isByPosition: Bool
  }

  package struct Unplaced: Sendable {
    package enum Reason: Sendable {
      /// No row of the form has this label.
      case unknownRow
      /// The row is a group, which has no cells.
      case group
      /// The row has more values than the form has columns.
      case surplus
      /// The row has fewer values than the form has columns, and nothing says which.
      case tooFew
      /// The cell has a value already.
      case doubled
    }

    package let text: String
    package let line: Int
    package let reason: Reason
  }

  /// By index into the cells of the form.
  package internal(set) var values: [Int: Value] = [:]
  package internal(set) var unplaced: [Unplaced] = []
  /// Cells whose value has its label beside it.
  var beside: Set<Int> = []
  /// Whether rows have fewer values than columns in a way that shows that blank cells were dropped.
  package internal(set) var showsDroppedBlanks = false

  mutating func leaveOut(_ cells: some Sequence<Grid.Cell>, _ reason: Unplaced.Reason) {
    for cell in cells where !cell.isBlank {
      unplaced.append(Unplaced(text: cell.trimmed, line: cell.line, reason: reason))
    }
  }

  mutating func set(_ cell: Int, to value: Grid.Cell, isByPosition: Bool) {
    if let present = values[cell], !present.text.isEmpty {
      if !value.isBlank { leaveOut([value], .doubled) }
      return
    }
    values[cell] = Value(text: value.isBlank ? "" : value.trimmed, line: value.line, isByPosition: isByPosition)
  }
}

extension Grid.Cell {
  var trimmed: String {
    var text = text[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// Whether it says nothing. A non-breaking space may arrive as `?`.
  var isBlank: Bool { text.allSatisfy { $0.isWhitespace || $0 == "\u{A0}" || $0 == "?" } }

  /// Whether it is a number or a sign for none, without words.
  var isValue: Bool {
    if isBlank { return true }
    let text = trimmed
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text.utf8.count < 16 }
    if CellReader.read(text, kind: .money, unit: "").status != .text { return true }
    // `3件`, `减3`; and not `1.属于国家秘密`, nor `2023年`.
    let number = text.drop { "增减+-−".contains($0) }
    guard number.first?.isDigit == true, Label(text).enumerator == nil else { return false }
    let rest = number.drop { $0.isDigit || ".,，".contains($0) }
    return rest.count < 20 && !rest.hasPrefix("年")
  }
}

extension Character {
  /// Whether it is an Arabic digit, of any width. 三 is a whole number to Unicode.
  fileprivate var isDigit: Bool { "0"..."9" ~= self || "０"..."９" ~= self }
}
