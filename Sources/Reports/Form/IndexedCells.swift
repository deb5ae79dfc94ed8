/// The cells whose numbers index pages work with, worked out once for each form: of a table whose columns stand in
/// groups, such as the kinds of applicants, the last column, its total; of other tables all.
package struct IndexedCells: Sendable {
  /// Indexes into `Form.cells`, rising.
  package let cells: [Int]
  /// By cell; -1 for cells that are not among them.
  private let places: [Int32]

  init(tables: [FormTable], cells all: [FormCell]) {
    let blocks = tables.map(\.blocks)
    let cells = all.indices.filter { index in
      let cell = all[index]
      let columns = blocks[cell.table][cell.block].columns
      return cell.kind.isNumber && (columns.depth == 1 || cell.column == columns.leaves.count - 1)
    }
    var places = [Int32](repeating: -1, count: all.count)
    for (place, cell) in cells.enumerated() { places[cell] = Int32(place) }
    self.cells = cells
    self.places = places
  }

  /// Where the number of a cell stands among those of a report; `nil` for a cell that is not kept.
  package func place(of cell: Int) -> Int? { places[cell] < 0 ? nil : Int(places[cell]) }
}
