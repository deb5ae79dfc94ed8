internal import Diagnostics
internal import Languages

/// Binds the grids of a file to a statutory table, by the labels that bind Markdown tables too.
///
/// There are several readings of a damaged table. Another reading than that by labels is taken if it breaks fewer sums of
/// the form and places as many values, or places more and breaks no further sum.
package struct GridBinder {
  /// - Parameter dropsBlanks: Whether other tables of the file show that blank cells were dropped.
  package static func bind(
    _ grids: [Grid], with vocabulary: GridVocabulary, of form: Form, dropsBlanks: Bool = false
  ) -> GridBinding {
    let rows = GridRows(grids, vocabulary)
    let byLabels = LabelReading.bind(rows, vocabulary, dropsBlanks: dropsBlanks && rows.mayDropBlanks)
    if vocabulary.table.blocks[0].isAcross { return byLabels }
    let sums = GridSums(form, vocabulary.table)
    let demanded = vocabulary.table.cells.filter { form.cells[$0].isDemanded }
    func quality(_ binding: GridBinding) -> (broken: Int, left: Int) {
      (sums.broken(binding), binding.unplaced.count + demanded.count { binding.values[$0] == nil })
    }
    let own = quality(byLabels)
    if own == (0, 0) || byLabels.showsDroppedBlanks || dropsBlanks { return byLabels }
    guard let byOrder = OrderReading.bind(rows, vocabulary) else { return byLabels }
    let other = quality(byOrder)
    guard other.broken <= own.broken, other.left <= own.left, other != own, agrees(byOrder, with: byLabels) else {
      return byLabels
    }
    return byOrder
  }

  /// Whether a reading by order leaves the values that have labels beside them in their cells.
  private static func agrees(_ binding: GridBinding, with labels: GridBinding) -> Bool {
    labels.beside.allSatisfy { cell in
      let text = labels.values[cell]?.text ?? ""
      return text.isEmpty || binding.values[cell]?.text == text
    }
  }

  /// Whether rows of a table have blank cells between values, so that no blank cells of the file were dropped.
  package static func keepsBlanks(_ grids: [Grid], with vocabulary: GridVocabulary) -> Bool {
    grids.contains(where: \.mayDropBlanks) && GridRows(grids, vocabulary).rows.contains(where: \.hasInnerBlanks)
  }

  /// The cells of a line of text: the parts divided by wide gaps, and the numbers at its end.
  ///
  /// - Parameter extent: Where on its page the line is, if that is known.
  package static func cells(of line: String, line number: Int, extent: Range<Int>? = nil) -> [Grid.Cell] {
    LineCells.cells(of: line, line: number, extent: extent)
  }
}

/// Divides a line of text into cells.
enum LineCells {
  static func cells(of line: String, line number: Int, extent: Range<Int>?) -> [Grid.Cell] {
    var cells: [Grid.Cell] = []
    let characters = Array(line)
    var start = 0
    while start < characters.count {
      guard !characters[start].isWhitespace else {
        start += 1
        continue
      }
      // A part ends at a gap of two.
      var end = start
      while end < characters.count,
        !(characters[end].isWhitespace && (end + 1 == characters.count || characters[end + 1].isWhitespace))
      { end += 1 }
      append(characters, start..<end, number, extent, to: &cells)
      start = end
    }
    return cells
  }

  /// Appends the label of a part and the numbers at its end, each divided by one blank.
  private static func append(
    _ characters: [Character], _ part: Range<Int>, _ number: Int, _ extent: Range<Int>?, to cells: inout [Grid.Cell]
  ) {
    var words: [Range<Int>] = []
    var start = part.lowerBound
    var depth = 0
    for index in part {
      switch characters[index] {
      case "(", "（", "[": depth += 1
      case ")", "）", "]": depth = max(0, depth - 1)
      default: break
      }
      if characters[index].isWhitespace, depth == 0 {
        if start < index { words.append(start..<index) }
        start = index + 1
      }
    }
    if start < part.upperBound { words.append(start..<part.upperBound) }
    func cell(_ range: Range<Int>) -> Grid.Cell {
      Grid.Cell(
        String(characters[range]), line: number, extent: extent.map { Self.place(range, of: characters, in: $0) })
    }
    let values = words.reversed().prefix { cell($0).isValue }.count
    if values < words.count, let first = words.first {
      cells.append(cell(first.lowerBound..<words[words.count - values - 1].upperBound))
    }
    cells += words.suffix(values).map(cell)
  }

  /// Where on a page some characters of a text are. Chinese characters are twice as wide as others.
  private static func place(_ range: Range<Int>, of characters: [Character], in extent: Range<Int>) -> Range<Int> {
    func width(_ characters: some Sequence<Character>) -> Int {
      characters.reduce(0) { $0 + ($1.unicodeScalars.first.map { $0.value < 0x2E80 ? 1 : 2 } ?? 1) }
    }
    let whole = max(1, width(characters))
    let start = extent.lowerBound + extent.count * width(characters[..<range.lowerBound]) / whole
    let end = extent.lowerBound + extent.count * width(characters[..<range.upperBound]) / whole
    return start..<max(start + 1, end)
  }
}
