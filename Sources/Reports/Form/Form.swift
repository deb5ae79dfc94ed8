package import Diagnostics

/// A statutory form: its sections, its tables, and every cell that a report has to fill, read from a data file.
///
/// A class, since every report holds its form: copying a reference is all that a copy of a report costs for it.
package final class Form: Sendable {
  package let id: String
  package let title: LocalizedText
  /// The law that its reports are made under.
  package let law: FormLaw?
  /// The document that prescribes the form.
  package let basis: LocalizedText?
  /// The years of the reports that it is in force for.
  package let years: YearRange
  /// Labels that only this form has.
  package let signs: [Label]
  package let sections: [FormSection]
  /// Whether reports may have sections that the form does not name, because it prescribes its tables only.
  package let allowsOtherSections: Bool
  package let tables: [FormTable]
  /// Every cell, in the order of the form; a report's cells are stored by the same index.
  package let cells: [FormCell]
  package let rules: [FormRule]
  package let figures: [FormFigure]
  /// The cells that index pages know of each report.
  package let indexed: IndexedCells
  let blank: BlankText?
  /// For each block of each table what its columns mean when the heading is as the form prints it, which it nearly
  /// always is.
  let printedLayouts: [[PrintedLayout]]
  /// Where the cells stand that rules speak of.
  package let statutory: StatutoryCells

  init(
    id: String, title: LocalizedText, law: FormLaw?, basis: LocalizedText?, years: YearRange,
    signs: [Label], sections: [FormSection], allowsOtherSections: Bool, tables: [FormTable], cells: [FormCell],
    rules: [FormRule], figures: [FormFigure], indexed: IndexedCells, blank: BlankText?, statutory: StatutoryCells
  ) {
    self.id = id
    self.title = title
    self.law = law
    self.basis = basis
    self.years = years
    self.signs = signs
    self.sections = sections
    self.allowsOtherSections = allowsOtherSections
    self.tables = tables
    self.cells = cells
    self.rules = rules
    self.figures = figures
    self.indexed = indexed
    self.blank = blank
    printedLayouts = tables.map { table in table.blocks.map { PrintedLayout($0, in: table) } }
    self.statutory = statutory
  }

  /// Whether 《政府信息公开条例》 says what a report in this form has to hold.
  package var isOfRegulations: Bool { law == .disclosureRegulations }

  /// Whether a figure of the one is the same figure of the other: they are one form, or one is a copy of the other.
  package func hasSameCells(as other: Form) -> Bool {
    self === other
      || cells.elementsEqual(other.cells) { $0.id == $1.id && $0.kind == $1.kind && $0.unit == $1.unit }
  }

  package func table(_ id: String) -> Int? { tables.firstIndex { $0.id == id } }
}

/// A section of a form, told by its heading.
package struct FormSection: Sendable {
  package let id: String
  package let role: Role?
  package let obligations: [Obligation]
  package let label: LocalizedText
  package let keys: [Label]
  /// Index of the table that the section owns.
  package let table: Int?
}

/// A statutory table: one block, or several that stand under each other with columns of their own.
package final class FormTable: Sendable {
  package let id: String
  package let role: Role?
  package let title: LocalizedText
  package let note: LocalizedText?
  package let blocks: [FormBlock]
  /// Indexes into `Form.cells`.
  package let cells: Range<Int>
  let labels: LabelIndex

  init(
    id: String, role: Role?, title: LocalizedText, note: LocalizedText?, blocks: [FormBlock], cells: Range<Int>,
    labels: LabelIndex
  ) {
    self.id = id
    self.role = role
    self.title = title
    self.note = note
    self.blocks = blocks
    self.cells = cells
    self.labels = labels
  }
}

package final class FormBlock: Sendable {
  package let id: String
  /// Label above the block; a table of one block has none.
  package let label: LocalizedText?
  let keys: [Label]
  package let corner: LocalizedText
  /// The heading of a column that names the unit of each row, as lists of indicators have it.
  package let unitColumn: UnitColumn?
  /// Whether the form prints all of it in one row, its rows as groups of columns.
  package let isAcross: Bool
  package let columns: FormAxis
  package let rows: FormAxis
  /// Index into `Form.cells` of the block's first cell; the others follow row by row.
  package let firstCell: Int

  init(
    id: String, label: LocalizedText?, keys: [Label], corner: LocalizedText, unitColumn: UnitColumn?,
    isAcross: Bool, columns: FormAxis, rows: FormAxis, firstCell: Int
  ) {
    self.id = id
    self.label = label
    self.keys = keys
    self.corner = corner
    self.unitColumn = unitColumn
    self.isAcross = isAcross
    self.columns = columns
    self.rows = rows
    self.firstCell = firstCell
  }

  package func cell(row: Int, column: Int) -> Int { firstCell + row * columns.leaves.count + column }

  /// Whether it lists one indicator a row, shown by its depth instead of by groups in columns of their own.
  package var isList: Bool { unitColumn != nil || rows.isList }

  package struct UnitColumn: Sendable {
    package let label: LocalizedText
    let keys: [Label]
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
    /// A number with decimals, not negative.
    case decimal
    /// A share or a change in percent, with or without the sign.
    case percent
    /// A number of days, not negative, with decimals; also `<1`.
    case days
    /// A day; it is kept as text.
    case date
    case text

    var isNumber: Bool { self != .date && self != .text }
    /// Whether there may be nothing to state: the days of no appeal, the share of nothing.
    var mayNotApply: Bool { [.percent, .days, .date, .text].contains(self) }
    var mayBeNegative: Bool { self == .change || self == .percent }
    var mayHaveDecimals: Bool { self != .count && self != .change }
  }

  /// `requests.denied.state_secret.natural_person`
  package let id: String
  package let table: Int
  package let block: Int
  /// Leaves of the block's rows and columns.
  package let row: Int
  package let column: Int
  package let kind: Kind
  /// Empty when there is none, or when the author of a report states it.
  package let unit: String
  /// Whether an amount is in the unit that its author states, since the form fixes none.
  package let hasStatedUnit: Bool
  /// A report may leave the row or column out; what it leaves out is 0 in sums.
  package let isOptional: Bool
  /// The row stands in a published source of the form; others are not demanded.
  package let isVerified: Bool

  /// Whether a report that lacks the cell is incomplete.
  package var isDemanded: Bool { isVerified && !isOptional }
}

/// A number that index pages show of each report: a cell, or the sum of some.
///
/// A class, since all reports of a form hold the same.
package final class FormFigure: Sendable {
  /// Ids of the cells, joined by `+`.
  package let id: String
  package let label: LocalizedText
  package let cells: [Int]

  package init(id: String, label: LocalizedText, cells: [Int]) {
    self.id = id
    self.label = label
    self.cells = cells
  }
}

extension [FormCell] {
  /// Place of a cell by its id.
  func index(of id: String) -> Int? { firstIndex { $0.id == id } }
}

extension Form {
  /// Index into `cells`.
  package func cell(_ id: String) -> Int? { cells.index(of: id) }

  var isToldByLabels: Bool { !signs.isEmpty }

  package func label(ofRow cell: Int) -> FormAxis.Item {
    let cell = cells[cell]
    return tables[cell.table].blocks[cell.block].rows.leaf(cell.row)
  }

  /// The law that a cell is about: of its row, else the paragraph of the regulations that its block is headed by.
  package func article(of cell: Int) -> LocalizedText? {
    label(ofRow: cell).article ?? tables[cells[cell].table].blocks[cells[cell].block].label
  }

  package func label(ofColumn cell: Int) -> FormAxis.Item {
    let cell = cells[cell]
    return tables[cell.table].blocks[cell.block].columns.leaf(cell.column)
  }

  /// A cell in words where nothing else says its row: in a list of indicators the indicator alone.
  func name(of cell: Int) -> LocalizedText {
    let place = cells[cell]
    return tables[place.table].blocks[place.block].columns.leaves.count == 1 ? label(ofRow: cell).short : describe(cell)
  }

  /// Row and column of a cell in words.
  package func describe(_ cell: Int) -> LocalizedText {
    let row = label(ofRow: cell).short
    let column = label(ofColumn: cell).short
    return LocalizedText("\(row.chinese)·\(column.chinese)", en: "\(row.english), \(column.english)")
  }
}
