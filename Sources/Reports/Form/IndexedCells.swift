/// The cells whose numbers index pages use, determined once for each form: for a table whose columns are grouped, for
/// example by kind of applicant, only the last column, which is the total; for other tables all cells.
package struct IndexedCells: Sendable {
  /// Indexes in `Form.cells`, ascending.
  package let cells: [Int]
  /// By cell; -1 for cells that are not included.
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

  /// The index of a cell's number among those kept of a report; `nil` if the cell is not included.
  package func place(of cell: Int) -> Int? { places[cell] < 0 ? nil : Int(places[cell]) }
}
