package import Markup

/// A report bound to its form: its values, their locations, and the text around its tables.
///
/// It is a class because it is passed to every rule and page, and copying all its parts each time would cost more than
/// most rules.
package final class Report: Sendable {
  package let document: Document
  package let metadata: ReportMetadata
  package let form: Form
  package let sections: [Section]
  /// By index of the cell in `form.cells`.
  package let cells: [Cell]
  package let cellNotes: [CellNote]
  package let freeTables: [FreeTable]
  /// For each node of the document, the role of a top-level block that is not plain text.
  package let roles: [BlockRole?]
  /// Labels of rows that are numbered differently from the form, in the order of the report.
  let otherwiseNumbered: [RowLabelPlace]
  /// Rows of statutory tables that the form does not have. A published report accepts them.
  package let extraRows: [ExtraRow]

  init(document: Document, metadata: ReportMetadata, form: Form, sections: [Section], tables: BoundTables) {
    self.document = document
    self.metadata = metadata
    self.form = form
    self.sections = sections
    cells = tables.cells
    cellNotes = tables.notes
    freeTables = tables.free
    roles = tables.roles
    otherwiseNumbered = tables.otherwiseNumbered
    extraRows = tables.extraRows
  }

  package func note(of cell: Cell) -> CellNote? {
    cell.note < 0 ? nil : cellNotes[Int(cell.note)]
  }

  package func cell(_ id: String) -> Cell? {
    form.cell(id).map { cells[$0] }
  }

  /// The sum of some cells; `nil` if one of them states no number.
  package func stated(_ cells: [Int]) -> DecimalNumber? {
    var sum = DecimalNumber.zero
    for cell in cells {
      guard let number = self.cells[cell].number else { return nil }
      sum = sum + number
    }
    return sum
  }
}

/// The results of binding the blocks of a report's sections.
struct BoundTables {
  /// One for each cell of the form.
  var cells: [Cell]
  var notes: [CellNote] = []
  var free: [FreeTable] = []
  /// One for each node of the document.
  var roles: [BlockRole?]
  var otherwiseNumbered: [RowLabelPlace] = []
  var extraRows: [ExtraRow] = []
  /// Cells that are missing for a reason that is already reported.
  var explained: Set<Int> = []
  /// Tables of the form whose section is missing.
  var homeless: Set<Int> = []

  init(of document: Document, _ form: Form) {
    cells = Array(repeating: Cell(), count: form.cells.count)
    roles = Array(repeating: nil, count: document.nodes.count)
  }

  /// Stores the notes that footnote marks refer to as remarks of their cells.
  mutating func noteRemarks(in paragraphs: [Int], of document: Document, _ table: FormTable) {
    guard notes.contains(where: { $0.mark != nil }) else { return }
    let texts = paragraphs.filter { roles[$0] == .tableNote }
      .map { document.plainText(($0 + 1)..<Int(document.nodes[$0].end)) }
    for cell in cells[table.cells] where cell.note >= 0 {
      guard let mark = notes[Int(cell.note)].mark, notes[Int(cell.note)].remark == nil else { continue }
      notes[Int(cell.note)].remark = texts.lazy.compactMap { FootnoteMark.remark(mark, in: $0) }.first
    }
  }
}

/// A part of a report: between two headings, before the first heading, or the signature at the end.
///
/// It is a class because it owns its texts, and every step of processing a report traverses all sections.
package final class Section: Sendable {
  package enum Kind: Sendable, Equatable {
    case introduction
    /// Index in `Form.sections`.
    case form(Int)
    /// A section that the form does not know.
    case foreign
    case closing
  }

  package let kind: Kind
  /// Id in pages and data files: `overview`, `introduction`, `section-7`.
  package let id: String
  /// The heading as written.
  package let title: String
  package let headingSpan: Span
  /// The nodes of its content, without the heading.
  package let nodes: Range<Int>

  init(kind: Kind, id: String, title: String, headingSpan: Span, nodes: Range<Int>) {
    self.kind = kind
    self.id = id
    self.title = title
    self.headingSpan = headingSpan
    self.nodes = nodes
  }

  /// The section with different content below its heading.
  func holding(_ nodes: Range<Int>) -> Section {
    Section(kind: kind, id: id, title: title, headingSpan: headingSpan, nodes: nodes)
  }
}

/// The role of a block of a report that is not plain text.
package enum BlockRole: Sendable, Equatable {
  /// A table block that was bound to the form. The statutory table is shown in place of the first one in a section.
  case bound
  /// A line that only repeats the form, such as `第二十条第（一）项` above its table.
  case formCaption
  /// The line before a free table, with the index of that table in `Report.freeTables`.
  case freeCaption(Int)
  case freeTable(Int)
  /// A note to the statutory table before it.
  case tableNote
  /// Text that was meant as a table; there is a finding about it.
  case brokenTable
}

/// The location of a row label in a bound table.
struct RowLabelPlace: Sendable {
  /// Index in `Form.tables`.
  var formTable: Int
  /// Index in `Document.tables`.
  var table: Int
  var row, column: Int
}

/// A table that the author added to the form.
package struct FreeTable: Sendable {
  package var id: String
  package var caption: String?
  package var unit: String?
  /// Index in `Document.tables`.
  package var table: Int
}
