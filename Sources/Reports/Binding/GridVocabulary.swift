internal import Languages
internal import Diagnostics

/// The labels of a statutory table as files of any kind contain them: whole, cut, or in pieces.
package struct GridVocabulary: Sendable {
  let table: FormTable
  /// All labels, notes and captions as they are compared, each followed by a zero byte.
  private let pieces: [UInt8]
  private let whole: Set<String>
  /// Beginnings of column labels, since headings are often cut.
  private let columnWords: [String]
  private let note: String?

  package init(_ table: FormTable, title: String) {
    self.table = table
    var words: Set<String> = [Label(title).words]
    var columns: Set<String> = []
    for block in table.blocks {
      for item in block.rows.items { words.formUnion(item.keys.map(\.words)) }
      for item in block.columns.items { columns.formUnion(item.keys.map(\.words)) }
      words.formUnion(block.keys.map(\.words))
      words.insert(Label(block.corner.chinese).words)
    }
    note = table.note.map { Label($0.chinese).words }
    if let note { words.insert(note) }
    words.formUnion(columns)
    words.remove("")
    whole = words
    columnWords = columns.sorted()
    pieces = words.sorted().flatMap { Array($0.utf8) + [0] }
  }

  /// Whether a text is a label, a note or a caption of the table, or a part of one. Nothing is lost if it is left out.
  func isPiece(_ text: String) -> Bool {
    let words = Label(text).words
    if words.isEmpty || whole.contains(words) || words.allSatisfy({ Self.numbering.contains($0) }) { return true }
    if Self.contains(pieces, words) { return true }
    // `法人或其他组织 商业企业` in one cell, or `未经复议直接起诉 复议后起诉`.
    let parts = text.split(whereSeparator: \.isWhitespace)
    return parts.count > 1
      && parts.allSatisfy { part in
        let words = Label(String(part)).words
        return words.isEmpty || Self.contains(pieces, words)
      }
  }

  private static let numbering = Set("一二三四五六七八九十()（）,、.．")

  private static func contains(_ text: [UInt8], _ words: String) -> Bool {
    let part = Array(words.utf8)
    guard let first = part.first, part.count <= text.count else { return part.isEmpty }
    return text.withUnsafeBufferPointer { text in
      part.withUnsafeBufferPointer { part in
        for start in 0...(text.count - part.count) where text[start] == first {
          var index = 1
          while index < part.count, text[start + index] == part[index] { index += 1 }
          if index == part.count { return true }
        }
        return false
      }
    }
  }

  func isRowLabel(_ cell: Grid.Cell) -> Bool { !table.labels.rows.places(labelled: WrittenLabel(cell.text)).isEmpty }

  /// Whether a text is the heading of a column, or what is printed above row labels.
  func isHeading(_ cell: Grid.Cell) -> Bool {
    let label = WrittenLabel(cell.text)
    if table.labels.isCorner(label) || !table.labels.columns.places(labelled: label).isEmpty { return true }
    let words = Label(cell.text).words
    return words == note || words.count > 1 && columnWords.contains { $0.hasPrefix(words) }
  }

  // MARK: The extent of a table

  /// Whether a line holds nothing but labels, or parts of them, and values.
  package func isRow(_ row: [Grid.Cell]) -> Bool {
    row.allSatisfy { $0.isValue || isPiece($0.text) || isRowLabel($0) }
  }

  /// The number of cells that are labels of rows or columns, or captions.
  package func recognizedLabels(in rows: [[Grid.Cell]]) -> Int {
    rows.joined().count { isLabel($0) }
  }

  package func isLabel(_ cell: Grid.Cell) -> Bool {
    if cell.isBlank { return false }
    let label = WrittenLabel(cell.text)
    return !table.labels.rows.places(labelled: label).isEmpty
      || !table.labels.columns.places(labelled: label).isEmpty || table.labels.block(captioned: label) != nil
  }

  /// Whether a row has a label that is long enough to be unmistakable.
  package func isUnmistakable(_ row: [Grid.Cell]) -> Bool {
    row.contains { $0.text.utf8.count >= 12 && !$0.isValue && isLabel($0) }
  }
}
