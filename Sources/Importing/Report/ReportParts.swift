internal import Reports

/// An imported document divided into the sections of a form, and in them the prose apart from the statutory tables.
struct ReportParts {
  enum Prose {
    case paragraph(ImportedDocument.Paragraph)
    case table(Grid)
    case picture(ImportedDocument.Picture)
  }

  struct Part {
    /// In front of the statutory table, and following it.
    var before: [Prose] = []
    var after: [Prose] = []
  }

  let form: Form
  private let vocabularies: [GridVocabulary]
  private(set) var introduction: [Prose] = []
  /// By section of the form; `nil` if the document does not have it.
  private(set) var sections: [Part?]
  /// The grids that may belong to each table of the form.
  private var grids: [Int: [Grid]] = [:]
  private var current: Int?
  /// Blocks that are headings of sections, by their index.
  private var headings: [Int: Int] = [:]

  /// - Parameter used: Indexes of blocks that were read for the front matter.
  init(_ document: ImportedDocument, form: Form, vocabularies: [GridVocabulary], without used: Set<Int>) {
    self.form = form
    self.vocabularies = vocabularies
    sections = form.sections.map { _ in nil }
    headings = Self.headings(of: document, form: form)
    for (index, block) in document.blocks.enumerated() where !used.contains(index) {
      switch block {
      case .paragraph(let paragraph): add(paragraph, at: index)
      case .table(let grid): add(grid)
      case .picture(let picture): add(.picture(picture))
      }
    }
  }

  var hasNoTable: Bool { grids.isEmpty }

  var bindings: [Int: GridBinding] {
    let keepsBlanks = grids.contains { GridBinder.keepsBlanks($0.value, with: vocabularies[$0.key]) }
    let grids = self.grids.mapValues { grids in
      keepsBlanks ? grids.map { Grid($0.rows) } : grids
    }
    func bind(_ table: Int, _ dropsBlanks: Bool) -> GridBinding {
      GridBinder.bind(grids[table] ?? [], with: vocabularies[table], of: form, dropsBlanks: dropsBlanks)
    }
    let bindings = Dictionary(uniqueKeysWithValues: grids.keys.map { ($0, bind($0, false)) })
    guard bindings.values.contains(where: \.showsDroppedBlanks) else { return bindings }
    return Dictionary(uniqueKeysWithValues: grids.keys.map { ($0, bind($0, true)) })
  }

  /// Pictures in the sections of tables of which no cell was found.
  func picturesOfTables(_ bindings: [Int: GridBinding]) -> [ImportedDocument.Picture] {
    form.sections.enumerated().flatMap { index, section -> [ImportedDocument.Picture] in
      guard let table = section.table, bindings[table]?.values.isEmpty != false, let part = sections[index] else {
        return []
      }
      return (part.before + part.after).compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
    }
  }

  // MARK: Headings

  /// The headings of sections: each a line, and the last of those that are followed by something other than headings,
  /// since a table of contents may come first.
  private static func headings(of document: ImportedDocument, form: Form) -> [Int: Int] {
    var found: [(block: Int, section: Int)] = []
    for (index, block) in document.blocks.enumerated() {
      guard case .paragraph(let paragraph) = block, let section = section(headed: paragraph.text, form) else {
        continue
      }
      found.append((index, section))
    }
    var headings: [Int: Int] = [:]
    for (number, heading) in found.enumerated() where !headings.values.contains(heading.section) {
      let next = number + 1 < found.count ? found[number + 1].block : document.blocks.count
      let comesAgain = found[(number + 1)...].contains { $0.section == heading.section }
      if next == heading.block + 1, comesAgain { continue }
      headings[heading.block] = heading.section
    }
    return headings
  }

  /// A name inside a sentence is not a heading.
  private static func section(headed text: String, _ form: Form) -> Int? {
    guard text.utf8.count < 180, !text.contains(where: { "。；;".contains($0) }) else { return nil }
    if let section = form.section(headed: text) { return section }
    let short = text.filter { !$0.isWhitespace && !":：".contains($0) }
    return short == text ? nil : form.section(headed: short)
  }

  // MARK: Blocks

  private mutating func add(_ paragraph: ImportedDocument.Paragraph, at index: Int) {
    if let section = headings[index] {
      enter(section)
      return
    }
    if paragraph.style != .heading {
      let row = paragraph.cells ?? GridBinder.cells(of: paragraph.text, line: paragraph.line)
      if let table = table(of: row) {
        append([row], of: nil, to: table)
        return
      }
    }
    add(.paragraph(paragraph))
  }

  /// The table that a line of text is a row of.
  private mutating func table(of row: [Grid.Cell]) -> Int? {
    if let table = currentTable, vocabularies[table].isRow(row) { return table }
    // A heading may be missing.
    let table = form.tables.indices.first { vocabularies[$0].isUnmistakable(row) && vocabularies[$0].isRow(row) }
    if let table { enterSection(of: table) }
    return table
  }

  private mutating func add(_ grid: Grid) {
    var start = 0
    var table: Int?
    for (index, row) in grid.rows.enumerated() {
      if let table, vocabularies[table].isUnmistakable(row) { continue }
      guard let own = form.tables.indices.first(where: { vocabularies[$0].isUnmistakable(row) }) else { continue }
      if let table, table != own {
        append(Array(grid.rows[start..<index]), of: grid, to: table)
        start = index
      }
      table = own
    }
    let rest = Array(grid.rows[start...])
    if let table {
      // 行政复议 and 行政诉讼 are words of tables of others, too.
      if vocabularies[table].recognizedLabels(in: rest) > 2 || currentTable == table {
        return append(rest, of: grid, to: table)
      }
    } else if let table = currentTable,
      vocabularies[table].recognizedLabels(in: rest) > 0
        || rest.allSatisfy({ vocabularies[table].isRow($0) })
    {
      return append(rest, of: grid, to: table)
    }
    var free = grid
    free.rows = rest
    add(.table(free))
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

  private mutating func append(_ rows: [[Grid.Cell]], of grid: Grid?, to table: Int) {
    if rows.isEmpty { return }
    if currentTable != table { enterSection(of: table) }
    grids[table, default: []].append(Grid(rows, mayDropBlanks: grid?.mayDropBlanks ?? false))
  }

  private mutating func enter(_ section: Int) {
    current = section
    sections[section] = sections[section] ?? Part()
  }

  private mutating func enterSection(of table: Int) {
    if let section = form.sections.firstIndex(where: { $0.table == table }) { enter(section) }
  }

  private var currentTable: Int? { current.flatMap { form.sections[$0].table } }
}
