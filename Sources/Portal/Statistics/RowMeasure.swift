package import Languages
package import Reports

/// A form row followed through all reports. Rows with the same id in several forms are the same row.
package struct RowMeasure: Sendable {
  /// A column of the row that is shown on index pages.
  package struct Column: Sendable {
    package let id: String
    package let label: Translations
    /// By index of the form in the library: the indexes of the numbers that are added up; empty if the form lacks the
    /// column.
    fileprivate(set) var places: [[Int]]
    /// The unit of its sums; empty if forms differ or state none.
    package fileprivate(set) var unit: String
  }

  /// Including its table: `requests.denied.state_secret`.
  package let id: String
  package let label: Translations
  package let tableTitle: Translations
  /// A sentence that defines what it counts, and the law that it refers to.
  package let definition: Translations?
  package let article: Translations?
  package let depth: Int
  package fileprivate(set) var columns: [Column]
  /// The index of the column that agencies are ranked by: the last one of the newest form, which is the total if there
  /// is one.
  package fileprivate(set) var mainColumn = 0

  /// The identifier of a column's figures: `requests.new.total`.
  package func id(of column: Column) -> String { "\(id).\(column.id)" }
}

extension [RowMeasure] {
  /// The rows of all forms in the order of the newest form, followed by those that only earlier forms have.
  package init(_ forms: [Form]) {
    self = []
    let byAge = forms.indices.sorted { (forms[$0].years.from ?? 0) > (forms[$1].years.from ?? 0) }
    for place in byAge { add(forms[place], place: place, of: forms.count) }
  }

  private mutating func add(_ form: Form, place: Int, of forms: Int) {
    for table in form.tables {
      for block in table.blocks {
        for item in block.rows.items.indices { add(item, of: block, table, form, place, of: forms) }
      }
    }
  }

  private mutating func add(
    _ item: Int, of block: FormBlock, _ table: FormTable, _ form: Form, _ place: Int, of forms: Int
  ) {
    let row = block.rows.items[item]
    let leaves = row.leaf.map { [$0] } ?? block.rows.leaves(below: item)
    // For groups that contain groups, and for their totals, a sum makes no sense.
    let holdsGroups = block.rows.items.contains { $0.parent == item && $0.leaf == nil }
    if row.leaf == nil, holdsGroups || block.isList { return }
    let id = "\(table.id).\(row.id)"
    let known = firstIndex { $0.id == id }
    var measure =
      known.map { self[$0] }
      ?? RowMeasure(
        id: id, label: row.label, tableTitle: table.title, definition: row.definition, article: row.article,
        depth: row.depth, columns: [])
    for column in block.columns.leaves.indices {
      let places = leaves.compactMap { form.indexed.place(of: block.cell(row: $0, column: column)) }
      guard places.count == leaves.count, !places.isEmpty else { continue }
      let label = block.columns.leaf(column)
      let unit = form.cells[block.cell(row: leaves[0], column: column)].baseUnit
      if let same = measure.columns.firstIndex(where: { $0.id == label.id }) {
        measure.columns[same].places[place] = places
        if measure.columns[same].unit != unit { measure.columns[same].unit = "" }
      } else {
        var all = [[Int]](repeating: [], count: forms)
        all[place] = places
        measure.columns.append(RowMeasure.Column(id: label.id, label: label.label, places: all, unit: unit))
      }
    }
    if measure.columns.isEmpty { return }
    if let known {
      self[known] = measure
    } else {
      measure.mainColumn = measure.columns.count - 1
      append(measure)
    }
  }
}
