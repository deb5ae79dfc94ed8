internal import Diagnostics

/// Completes rows of which some cells are blank, by where on the page their values are.
struct ColumnPositions {
  private let rows: [GridRow]
  private let headings: [[Grid.Cell]]
  private let table: FormTable

  init(_ rows: [GridRow], _ headings: [[Grid.Cell]], _ vocabulary: GridVocabulary) {
    self.rows = rows
    self.headings = headings
    table = vocabulary.table
  }

  var aligned: [GridRow] {
    var aligned = rows
    for (number, block) in table.blocks.enumerated() {
      let count = block.isAcross ? block.rows.leaves.count * block.columns.leaves.count : block.columns.leaves.count
      guard count > 1 else { continue }
      let own = rows.indices.filter { isRow(rows[$0], of: number) }
      guard own.contains(where: { (1..<count).contains(rows[$0].values.count) }),
        let centers = block.isAcross
          ? Self.clusters(narrowHeadings(of: block), count) : centers(of: block, own.map { rows[$0] }, count)
      else { continue }
      for index in own where (1..<count).contains(rows[index].values.count) {
        if let cells = Self.align(rows[index].values, to: centers) { aligned[index].values = cells }
      }
    }
    return aligned
  }

  /// Whether a row may belong to a block: its label says so, or there is no other.
  private func isRow(_ row: GridRow, of block: Int) -> Bool {
    guard row.values.contains(where: { $0.extent != nil }) else { return false }
    if table.blocks.count == 1 { return true }
    guard let label = row.labels.last else { return false }
    return table.labels.rows.places(labelled: WrittenLabel(label.text)).contains { $0.block == block }
  }

  // MARK: Positions

  /// Twice the middle of each column: of its heading, or of the values in it.
  private func centers(of block: FormBlock, _ rows: [GridRow], _ count: Int) -> [Int]? {
    let labels = block.columns.leaves.map { block.columns.items[$0].keys.map(\.words) }
    for heading in headings {
      let cells = heading.filter { cell in labels.contains { $0.contains(Label(cell.text).words) } }
      let middles = cells.compactMap(\.middle)
      if cells.count == count, middles.count == count, count < 4 { return middles }
    }
    return Self.clusters(rows.flatMap { $0.values.compactMap(\.middle) }, count)
  }

  /// The middles of headings of single columns, above a row that is printed across.
  private func narrowHeadings(of block: FormBlock) -> [Int] {
    let words = block.columns.leaves.flatMap { block.columns.items[$0].keys.map(\.words) }
    return headings.joined().filter { cell in
      let label = Label(cell.text).words
      return !label.isEmpty && words.contains { $0.contains(label) }
    }.compactMap(\.middle)
  }

  /// Divides positions into groups with wide gaps between them; `nil` if there is no such division.
  private static func clusters(_ positions: [Int], _ count: Int) -> [Int]? {
    let sorted = positions.sorted()
    guard sorted.count >= count else { return nil }
    let gaps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }
    let widest = gaps.indices.sorted { gaps[$0] > gaps[$1] }
    let cuts = widest.prefix(count - 1).sorted()
    let within = gaps.indices.filter { !cuts.contains($0) }.map { gaps[$0] }.max() ?? 0
    guard let narrowest = cuts.map({ gaps[$0] }).min(), narrowest * 2 > within * 3 else { return nil }
    var centers: [Int] = []
    var start = 0
    for cut in cuts + [sorted.count - 1] {
      let group = sorted[start...cut]
      centers.append(group[group.startIndex + group.count / 2])
      start = cut + 1
    }
    return centers
  }

  private static func align(_ values: [Grid.Cell], to centers: [Int]) -> [Grid.Cell]? {
    var cells = centers.map { _ in Grid.Cell("", line: values[0].line) }
    for value in values {
      guard let middle = value.middle else { return nil }
      let near = centers.indices.sorted { abs(centers[$0] - middle) < abs(centers[$1] - middle) }
      // Twice as near as to the next column, or it is not clear.
      guard abs(centers[near[0]] - middle) * 2 < abs(centers[near[1]] - middle), cells[near[0]].text.isEmpty else {
        return nil
      }
      cells[near[0]] = value
    }
    return cells
  }
}

extension Grid.Cell {
  /// Twice the middle of its extent.
  fileprivate var middle: Int? { extent.map { $0.lowerBound + $0.upperBound } }
}
