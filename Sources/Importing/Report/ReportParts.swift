internal import Reports

/// An imported document divided into the sections of a form, and in them prose apart from the statutory tables.
struct ReportParts {
  enum Prose {
    case paragraph(ImportedDocument.Paragraph)
    case table(Grid)
  }

  struct Part {
    /// Before the statutory table, and after it.
    var before: [Prose] = []
    var after: [Prose] = []
  }

  let form: Form
  private(set) var introduction: [Prose] = []
  /// By section of the form; `nil` where the document has none.
  private(set) var sections: [Part?]
  /// What may belong to each table of the form.
  private var grids: [Int: [Grid]] = [:]
  private(set) var unplaced: [ImportedReport.Unplaced] = []
  private var current: Int?

  /// - Parameter used: indexes of blocks that were read for the front matter.
  init(_ document: ImportedDocument, form: Form, without used: Set<Int>) {
    self.form = form
    sections = form.sections.map { _ in nil }
    for (index, block) in document.blocks.enumerated() where !used.contains(index) {
      switch block {
      case .paragraph(let paragraph): add(paragraph)
      case .table(let grid): add(grid)
      }
    }
  }

  var hasNoTable: Bool { grids.isEmpty }

  var bindings: [Int: GridBinding] {
    Dictionary(
      uniqueKeysWithValues: grids.map { ($0.key, GridBinder.bind($0.value, to: form.tables[$0.key])) })
  }

  private mutating func add(_ paragraph: ImportedDocument.Paragraph) {
    if let section = section(headed: paragraph) {
      current = section
      sections[section] = Part()
      return
    }
    if let table = currentTable, paragraph.style == .text {
      let row = GridBinder.cells(of: paragraph.text, line: paragraph.line)
      if GridBinder.isRow(row, of: form.tables[table]) {
        append(row, to: table)
        return
      }
    }
    add(.paragraph(paragraph))
  }

  private mutating func add(_ grid: Grid) {
    let counts = form.tables.indices.map { GridBinder.recognizedLabels(in: grid, of: form.tables[$0]) }
    let most = counts.max() ?? 0
    if most > 0 {
      let own = currentTable.flatMap { counts[$0] == most ? $0 : nil }
      let table = own ?? counts.firstIndex(of: most) ?? 0
      grids[table, default: []].append(grid)
    } else if let table = currentTable, grid.rows.allSatisfy({ GridBinder.isRow($0, of: form.tables[table]) }) {
      grids[table, default: []].append(grid)
    } else {
      add(.table(grid))
    }
  }

  private mutating func add(_ prose: Prose) {
    guard let current else {
      introduction.append(prose)
      return
    }
    if let table = currentTable, grids[table] != nil {
      sections[current]?.after.append(prose)
    } else {
      sections[current]?.before.append(prose)
    }
  }

  private mutating func append(_ row: [Grid.Cell], to table: Int) {
    if let last = grids[table]?.indices.last {
      grids[table]?[last].rows.append(row)
    } else {
      grids[table] = [Grid([row])]
    }
  }

  private var currentTable: Int? { current.flatMap { form.sections[$0].table } }

  /// A heading that is a line of its own, behind the sections before it; a name inside a sentence is none.
  private func section(headed paragraph: ImportedDocument.Paragraph) -> Int? {
    let text = paragraph.text
    guard text.count < 60, !text.contains(where: { "。；;".contains($0) }), let section = form.section(headed: text),
      sections[section] == nil
    else { return nil }
    return section
  }
}
