package import Languages

/// A figure that no cell of a form states, but that is the sum of cells: a group of rows in one column.
package struct DerivedFigure: Sendable {
  /// Like that of a cell: table, group, column.
  package let id: String
  /// The group and the column in words.
  package let label: Text
  /// Indexes in `Form.cells`.
  package let cells: [Int]
  package let unit: String
}

extension Form {
  /// The sums of groups of rows, in the order of the form. Groups that contain groups, and lists of unlike indicators, have
  /// no meaningful sum.
  package var derivedFigures: [DerivedFigure] {
    tables.flatMap { table in
      table.blocks.flatMap { block in
        block.rows.items.indices.flatMap { item -> [DerivedFigure] in
          let row = block.rows.items[item]
          let holdsGroups = block.rows.items.contains { $0.parent == item && $0.leaf == nil }
          if row.leaf != nil || holdsGroups || block.isList { return [] }
          let leaves = block.rows.leaves(below: item)
          return block.columns.leaves.indices.compactMap { column in
            let places = leaves.map { block.cell(row: $0, column: column) }
            guard let first = places.first else { return nil }
            let label = block.columns.leaf(column)
            return DerivedFigure(
              id: "\(table.id).\(row.id).\(label.id)",
              label: title(row: row, column: label),
              cells: places, unit: cells[first].baseUnit)
          }
        }
      }
    }
  }
}
