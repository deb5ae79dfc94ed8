package import Diagnostics
package import Languages

/// A statutory form: its sections, its tables, and every cell that a report has to fill in, read from a data file.
///
/// It is a class because every report holds its form, and copying a report then only counts a reference.
package final class Form: Sendable {
  package let id: String
  package let title: Translations
  /// The law that requires its reports.
  package let law: FormLaw?
  /// The document that prescribes the form.
  package let basis: Translations?
  /// The reporting years for which it is in force.
  package let years: YearRange
  /// Labels that occur in no other form.
  package let signs: [Label]
  package let sections: [FormSection]
  /// Whether reports may have sections that the form does not name, because it only prescribes tables.
  package let allowsOtherSections: Bool
  package let tables: [FormTable]
  /// Every cell, in the order of the form. The cells of a report are stored at the same indexes.
  package let cells: [FormCell]
  package let rules: [FormRule]
  package let figures: [FormFigure]
  /// The cells that index pages keep for each report.
  package let indexed: IndexedCells
  let blank: BlankText?
  private let unitNames: [String: Translations]
  /// For each block of each table, the meaning of its columns if the heading is exactly as printed in the form, as is
  /// almost always the case.
  let printedLayouts: [[PrintedLayout]]
  /// The indexes of the cells that the rules refer to.
  package let statutory: StatutoryCells

  init(
    id: String, title: Translations, law: FormLaw?, basis: Translations?, years: YearRange,
    signs: [Label], sections: [FormSection], allowsOtherSections: Bool, tables: [FormTable], cells: [FormCell],
    rules: [FormRule], figures: [FormFigure], indexed: IndexedCells, blank: BlankText?, statutory: StatutoryCells,
    unitNames: [String: Translations]
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
    self.unitNames = unitNames
  }

  /// Whether 《政府信息公开条例》 prescribes the content of reports in this form.
  package var isOfRegulations: Bool { law == .disclosureRegulations }

  /// Whether figures of both forms can be compared: they are the same form, or one is a copy of the other.
  package func hasSameCells(as other: Form) -> Bool {
    self === other
      || cells.elementsEqual(other.cells) { $0.id == $1.id && $0.kind == $1.kind && $0.unit == $1.unit }
  }

  package func table(_ id: String) -> Int? { tables.firstIndex { $0.id == id } }
}

/// A section of a form, identified by its heading.
package struct FormSection: Sendable {
  package let id: String
  package let role: Role?
  package let obligations: [Obligation]
  package let label: Translations
  package let keys: [Label]
  /// Index of the table that belongs to the section.
  package let table: Int?
}

/// A statutory table: one block, or several below each other with different columns.
package final class FormTable: Sendable {
  package let id: String
  package let role: Role?
  package let title: Translations
  package let note: Translations?
  package let blocks: [FormBlock]
  /// Indexes in `Form.cells`.
  package let cells: Range<Int>
  let labels: LabelIndex

  init(
    id: String, role: Role?, title: Translations, note: Translations?, blocks: [FormBlock], cells: Range<Int>,
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
  /// The label above the block; a table with a single block has none.
  package let label: Translations?
  let keys: [Label]
  package let corner: Translations
  /// The heading of a column that contains the unit of each row, as in lists of indicators.
  package let unitColumn: UnitColumn?
  /// Whether the form prints the whole block in one row, with its rows as groups of columns.
  package let isAcross: Bool
  package let columns: FormAxis
  package let rows: FormAxis
  /// Index in `Form.cells` of the block's first cell; the others follow row by row.
  package let firstCell: Int

  init(
    id: String, label: Translations?, keys: [Label], corner: Translations, unitColumn: UnitColumn?,
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

  /// Whether it has one indicator per row, nested by indentation instead of by groups in separate columns.
  package var isList: Bool { unitColumn != nil || rows.isList }

  package struct UnitColumn: Sendable {
    package let label: Translations
    let keys: [Label]
  }
}

/// A cell of a form.
package struct FormCell: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A non-negative whole number.
    case count
    /// A whole number that may be negative.
    case change
    /// A non-negative amount with decimals.
    case money
    /// A non-negative number with decimals.
    case decimal
    /// A share or a change in per cent, with or without the sign.
    case percent
    /// A non-negative number of days with decimals; also `<1`.
    case days
    /// A date, which is kept as text.
    case date
    case text

    var isNumber: Bool { self != .date && self != .text }
    /// Whether there may be nothing to state, as for the duration of no appeals or a share of nothing.
    var mayNotApply: Bool { [.percent, .days, .date, .text].contains(self) }
    var mayBeNegative: Bool { self == .change || self == .percent }
    var mayHaveDecimals: Bool { self != .count && self != .change }
  }

  /// `requests.denied.state_secret.natural_person`
  package let id: String
  package let table: Int
  package let block: Int
  /// Leaf indexes in the rows and columns of the block.
  package let row: Int
  package let column: Int
  package let kind: Kind
  /// Empty if there is none, or if the author of a report states it.
  package let unit: String
  /// Whether the author states the unit of an amount, because the form does not prescribe it.
  package let hasStatedUnit: Bool
  /// A report may omit the row or column. Omitted cells count as 0 in sums.
  package let isOptional: Bool
  /// Whether the row is in a published source of the form. Other rows are not required.
  package let isVerified: Bool

  /// Whether digits alone are all that the cell needs. An amount may need its unit.
  var isOfPlainNumbers: Bool { kind.isNumber && !hasStatedUnit }

  /// Whether a report without the cell is incomplete.
  package var isDemanded: Bool { isVerified && !isOptional }
}

/// A number that index pages show for each report: a cell, or the sum of several.
///
/// It is a class because all reports of a form share it.
package final class FormFigure: Sendable {
  /// The id of its cell; of a sum that which the form gives it, such as that of a group.
  package let id: String
  package let label: Text
  package let cells: [Int]

  package init(id: String, label: Text, cells: [Int]) {
    self.id = id
    self.label = label
    self.cells = cells
  }
}

extension [FormCell] {
  /// The index of a cell with this id.
  func index(of id: String) -> Int? { firstIndex { $0.id == id } }
}

extension Form {
  /// The section that a heading means, by its words.
  package func section(headed words: String) -> Int? {
    // Compares lengths first, because comparing different strings normalizes their characters.
    let exact = sections.firstIndex {
      $0.label.chinese.utf8.count == words.utf8.count && $0.label.chinese == words
    }
    return exact ?? section(headed: Label(words))
  }

  func section(headed label: Label) -> Int? {
    sections.firstIndex { section in section.keys.contains { $0.words == label.words } }
      ?? label.withoutGuide.flatMap { short in
        sections.firstIndex { section in section.keys.contains { $0.words == short.words } }
      }
  }

  /// Index in `cells`.
  package func cell(_ id: String) -> Int? { cells.index(of: id) }

  package var isToldByLabels: Bool { !signs.isEmpty }

  package func label(ofRow cell: Int) -> FormAxis.Item {
    let cell = cells[cell]
    return tables[cell.table].blocks[cell.block].rows.leaf(cell.row)
  }

  /// The law that a cell refers to: that of its row, otherwise the paragraph of the regulations in the heading of its
  /// block.
  package func article(of cell: Int) -> Translations? {
    label(ofRow: cell).article ?? tables[cells[cell].table].blocks[cells[cell].block].label
  }

  package func label(ofColumn cell: Int) -> FormAxis.Item {
    let cell = cells[cell]
    return tables[cell.table].blocks[cell.block].columns.leaf(cell.column)
  }

  /// A description of a cell for use where its row is not otherwise named. In a list of indicators, it is only the
  /// indicator.
  func name(of cell: Int) -> LocalizedText {
    let place = cells[cell]
    let isList = tables[place.table].blocks[place.block].columns.leaves.count == 1
    return isList ? label(ofRow: cell).short.message : describe(cell)
  }

  /// The row and column of a cell in words, in messages.
  package func describe(_ cell: Int) -> LocalizedText {
    let row = label(ofRow: cell).short
    let column = label(ofColumn: cell).short
    return LocalizedText("\(row.chinese)·\(column.chinese)", en: "\(row.english), \(column.english)")
  }

  private static let cellTitle: StringKey = "cell.title"

  /// The row and column of a cell in words, for readers.
  package func title(ofCell cell: Int) -> Text { title(row: label(ofRow: cell), column: label(ofColumn: cell)) }

  func title(row: FormAxis.Item, column: FormAxis.Item) -> Text {
    Self.cellTitle.with(["row": .text(Text(row.short)), "column": .text(Text(column.short))])
  }

  /// A unit in the words of a language: `number` for `件`.
  package func name(ofUnit unit: String) -> Translations { unitNames[unit] ?? Translations(unit) }
}
