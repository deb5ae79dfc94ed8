package import Diagnostics

/// A statutory form: its sections, its tables, and every cell that a report has to fill, read from a data file.
package struct Form: Sendable {
  package let id: String
  package let title: LocalizedText
  /// The document that prescribes the form.
  package let basis: LocalizedText?
  package let firstYear: Int?
  package let lastYear: Int?
  /// Labels that only this form has.
  package let signs: [Label]
  package let sections: [FormSection]
  package let tables: [FormTable]
  /// Every cell, in the order of the form; a report's cells are stored by the same index.
  package let cells: [FormCell]
  package let figures: [FormFigure]
  /// Where the cells stand that rules speak of.
  package let statutory: StatutoryCells

  package func table(_ id: String) -> Int? { tables.firstIndex { $0.id == id } }
}

/// A section of a form, told by its heading.
package struct FormSection: Sendable {
  package let id: String
  package let label: LocalizedText
  package let keys: [Label]
  /// Index of the table that the section owns.
  package let table: Int?
}

/// A statutory table: one block, or several that stand under each other with columns of their own.
package struct FormTable: Sendable {
  package let id: String
  package let title: LocalizedText
  package let note: LocalizedText?
  package let blocks: [FormBlock]
  package let sums: [FormSum]
  /// Indexes into `Form.cells`.
  package let cells: Range<Int>
  let labels: LabelIndex
}

package struct FormBlock: Sendable {
  package let id: String
  /// Label above the block; a table of one block has none.
  package let label: LocalizedText?
  let keys: [Label]
  package let corner: LocalizedText
  package let columns: FormAxis
  package let rows: FormAxis
  /// Index into `Form.cells` of the block's first cell; the others follow row by row.
  package let firstCell: Int

  package func cell(row: Int, column: Int) -> Int { firstCell + row * columns.leaves.count + column }
}

/// The rows or the columns of a block: a tree of groups whose leaves hold the values.
package struct FormAxis: Sendable {
  package struct Item: Sendable {
    package let id: String
    package let label: LocalizedText
    /// The label in running text, when the full one is too long for it.
    package let short: LocalizedText
    package let parent: Int?
    package let depth: Int
    /// Place among the leaves; `nil` for a group.
    package let leaf: Int?
    let keys: [Label]
    let kind: FormCell.Kind?
    let unit: String?
  }

  /// Parents before their children.
  package let items: [Item]
  /// Indexes of the items that hold values, in order.
  package let leaves: [Int]
  /// How many levels of labels there are.
  package let depth: Int

  init(items: [Item]) {
    self.items = items
    leaves = items.indices.filter { items[$0].leaf != nil }
    depth = (items.map(\.depth).max() ?? 0) + 1
  }

  package func leaf(_ leaf: Int) -> Item { items[leaves[leaf]] }

  /// Places among the leaves of those below an item; of a leaf itself.
  package func leaves(below item: Int) -> [Int] {
    leaves.indices.filter { isItem(leaves[$0], within: item) }
  }

  /// The groups around an item, outermost first.
  package func ancestors(of item: Int) -> [Int] {
    guard let parent = items[item].parent else { return [] }
    return ancestors(of: parent) + [parent]
  }

  func isItem(_ item: Int, within ancestor: Int) -> Bool {
    item == ancestor || ancestors(of: item).contains(ancestor)
  }
}

/// A cell of a form.
package struct FormCell: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A whole number, not negative.
    case count
    /// A whole number that may be negative.
    case change
    /// An amount, not negative, with decimals.
    case money
  }

  /// `requests.denied.state_secret.natural_person`
  package let id: String
  package let table: Int
  package let block: Int
  /// Leaves of the block's rows and columns.
  package let row: Int
  package let column: Int
  package let kind: Kind
  package let unit: String
}

/// An equation that holds in each row or in each column of a block: the sum of the left cells equals that of the right.
package struct FormSum: Sendable {
  package enum Direction: String, Sendable, CaseIterable {
    case row, column
  }

  /// Id of the rule that speaks for the equation.
  package let rule: String
  package let direction: Direction
  package let block: Int
  /// Leaves along the other axis: columns when it holds in each row.
  package let left: [Int]
  package let right: [Int]
}

/// A number that index pages show of each report: a cell, or the sum of some.
package struct FormFigure: Sendable {
  /// Ids of the cells, joined by `+`.
  package let id: String
  package let label: LocalizedText
  package let cells: [Int]
}

extension Form {
  package func label(ofRow cell: Int) -> FormAxis.Item {
    let cell = cells[cell]
    return tables[cell.table].blocks[cell.block].rows.leaf(cell.row)
  }

  package func label(ofColumn cell: Int) -> FormAxis.Item {
    let cell = cells[cell]
    return tables[cell.table].blocks[cell.block].columns.leaf(cell.column)
  }

  /// Row and column of a cell in words.
  package func describe(_ cell: Int) -> LocalizedText {
    let row = label(ofRow: cell).short
    let column = label(ofColumn: cell).short
    return LocalizedText("\(row.chinese)·\(column.chinese)", en: "\(row.english), \(column.english)")
  }
}
