internal import Bytes
internal import Languages
internal import Reports

/// The HTML of a statutory table, compiled once for each form and language, with a slot for each cell.
///
/// Every header has `scope` and `id`, every cell `headers`: with `scope` alone, some browsers tell a screen reader the
/// wrong headers in tables with spans. Ids are short, since each occurs in dozens of cells.
struct StatutoryTableHTML: Sendable {
  enum Part: Sendable {
    /// Index in `literals`.
    case literal(Int)
    /// Index in the cells of the report.
    case cell(Int)
    /// The following parts are a row that is omitted if the report has none of its cells.
    case optionalRow(cells: Range<Int>, parts: Int)
  }

  private let parts: [Part]
  private let literals: Literals
  private let strings: Strings

  /// - Parameter table: Index in `form.tables`.
  init(form: Form, table: Int, strings: Strings) {
    self.strings = strings
    var writer = StatutoryTableWriter(strings: strings, table: table)
    let table = form.tables[table]
    for block in table.blocks { writer.write(block, of: table, in: form) }
    parts = writer.parts
    literals = Literals(writer.literals)
  }

  /// - Parameter faults: Known faults by cell. Almost no report has any.
  func write(_ report: Report, faults: [Int: [KnownFaults.Fault]] = [:], to html: inout HTMLWriter) {
    literals.withLiterals { literals in
      var next = 0
      while next < parts.count {
        switch parts[next] {
        case .literal(let place): html.raw(literals[place])
        case .cell(let index):
          if faults.isEmpty {
            write(report.cells[index], of: report, to: &html)
          } else {
            write(index, of: report, faults[index] ?? [], to: &html)
          }
        case .optionalRow(let cells, let parts):
          if report.cells[cells].allSatisfy({ $0.status == .missing }) { next += parts }
        }
        next += 1
      }
    }
  }

  private func write(_ index: Int, of report: Report, _ faults: [KnownFaults.Fault], to html: inout HTMLWriter) {
    write(report.cells[index], of: report, isFaulty: !faults.isEmpty, to: &html)
    if !faults.isEmpty { KnownFaults.writeMarks(faults, strings, to: &html) }
  }

  /// Writes the rest of the cell's start tag, and its content.
  private func write(_ cell: Cell, of report: Report, isFaulty: Bool = false, to html: inout HTMLWriter) {
    switch cell.status {
    case .zero where cell.note < 0 && !isFaulty:
      html.raw(" class=\"zero\">0")
      return
    case .zero: html.raw(isFaulty ? " class=\"faulty zero\">" : " class=\"zero\">")
    case .number: html.raw(isFaulty ? " class=\"faulty\">" : ">")
    case .blank, .missing, .notApplicable, .text:
      html.raw(isFaulty ? " class=\"faulty blank\">" : " class=\"blank\">")
    }
    switch cell.status {
    case .number, .zero:
      html.text(cell.value)
      if let note = report.note(of: cell) { write(note, of: cell, to: &html) }
    case .blank, .missing: html.text(PageText.notStated[strings])
    case .notApplicable, .text: html.text(report.note(of: cell)?.written ?? "—")
    }
  }

  /// Writes the unit that the author states if the form prescribes none, and the remark.
  private func write(_ note: CellNote, of cell: Cell, to html: inout HTMLWriter) {
    if let unit = note.statedUnit {
      html.text(" ")
      html.text(unit)
    }
    // The note that the mark refers to is below the table.
    if let mark = note.mark { return html.text(mark) }
    guard let remark = note.remark else { return }
    html.element("span", .class("remark"), text: "（\(remark)）")
  }
}
