internal import Bytes
internal import Languages
internal import Reports

/// Builds the parts of one statutory table.
struct StatutoryTableWriter: ~Copyable {
  let strings: Strings
  /// The prefix of the ids in the table.
  private let prefix: String
  private(set) var parts: [StatutoryTableHTML.Part] = []
  private(set) var literals: [[UInt8]] = []
  /// The literal that is being written.
  private var html = HTMLWriter()
  private var ids = 0

  /// - Parameter table: Index in `form.tables`.
  init(strings: Strings, table: Int) {
    self.strings = strings
    // Excludes the letters used for ids of free tables (`f0`) and footnotes (`n1`, `r1`).
    let letters = Array("abcdeghijklmopqstuvwxyz")
    prefix = table < letters.count ? String(letters[table]) : "T\(table)-"
  }

  private mutating func nextID() -> String {
    defer { ids += 1 }
    return "\(prefix)\(String(ids, radix: 36))"
  }

  private mutating func endLiteral() {
    if html.count == 0 { return }
    parts.append(.literal(literals.count))
    literals.append(html.array())
    html.removeAll()
  }

  mutating func write(_ block: FormBlock, of table: FormTable, in form: Form) {
    let caption = nextID()
    html.startTag(
      "div", .class("table"), .role("region"), .labelledBy(caption), .focusable, .lang(strings.language.tag))
    html.startTag("table", .class("statutory"))
    html.line(
      "caption", .id(caption), text: (block.label ?? table.title)[strings] + unitNote(of: block, in: form))
    html.startTag("thead")
    html.newline()
    let corner = nextID()
    let columnHeaders = writeHead(block, note: table.note, corner: corner)
    html.endTag("thead")
    html.newline()
    html.startTag("tbody")
    html.newline()
    if block.isList {
      writeList(block, corner: corner, columnHeaders, of: form)
    } else {
      writeRows(block, corner: corner, columnHeaders, of: form)
    }
    html.endTag("tbody")
    html.endTag("table")
    html.endTag("div")
    html.newline()
    endLiteral()
  }

  /// Rows, with their groups in the columns to the left, as printed in the annexes.
  private mutating func writeRows(_ block: FormBlock, corner: String, _ columnHeaders: [String], of form: Form) {
    var open: [String] = []
    for (index, row) in block.rows.items.enumerated() {
      open = Array(open.prefix(row.depth))
      let id = nextID()
      let leaves = block.rows.leaves(below: index).count
      let startsLine = index == 0 || block.rows.items[index - 1].leaf != nil
      let headers = ([corner] + open).joined(separator: " ")
      if let leaf = row.leaf {
        let span = block.rows.depth - row.depth
        // In a block with groups, an omitted row might be part of the height of a group.
        writeRow(leaf, of: block, in: form, isOptional: block.rows.depth == 1, isNewLine: startsLine) { writer in
          writer.html.element(
            "th", .scope("row"), .id(id), .columns(span), .headers(headers), text: row.label[writer.strings])
          writer.writeCells(leaf, of: block, in: form, rowHeaders: (open + [id]).joined(separator: " "), columnHeaders)
        }
      } else {
        if startsLine { html.startTag("tr") }
        html.element(
          "th", .scope("row"), .class("g"), .id(id), .rows(leaves), .headers(headers), text: row.label[strings])
        open.append(id)
      }
    }
  }

  /// One indicator per line, indented by its depth. A group without a value is a line of its own.
  private mutating func writeList(_ block: FormBlock, corner: String, _ columnHeaders: [String], of form: Form) {
    for row in block.rows.items {
      let id = nextID()
      let look = row.depth == 0 ? "l" : "l d\(row.depth)"
      guard let leaf = row.leaf else {
        let width = block.columns.leaves.count + 1 + (block.unitColumn == nil ? 0 : 1)
        html.line("tr") { html in
          html.element(
            "th", .scope("row"), .class(look), .id(id), .columns(width), .headers(corner), text: row.label[strings])
        }
        continue
      }
      writeRow(leaf, of: block, in: form, isOptional: true, isNewLine: true) { writer in
        writer.html.element(
          "th", .scope("row"), .class(look), .id(id), .headers(corner), text: row.label[writer.strings])
        if block.unitColumn != nil {
          let unit = form.cells[block.cell(row: leaf, column: 0)].unit
          writer.html.element(
            "td", .class("unit"), .headers("\(id) \(columnHeaders[0])"),
            text: form.name(ofUnit: unit)[writer.strings])
        }
        writer.writeCells(
          leaf, of: block, in: form, rowHeaders: id, Array(columnHeaders.suffix(block.columns.leaves.count)))
      }
    }
  }

  private mutating func writeRow(
    _ leaf: Int, of block: FormBlock, in form: Form, isOptional: Bool, isNewLine: Bool,
    _ body: (inout StatutoryTableWriter) -> Void
  ) {
    let first = block.cell(row: leaf, column: 0)
    let cells = first..<first + block.columns.leaves.count
    let mayBeLeftOut = isOptional && form.cells[cells].allSatisfy { !$0.isDemanded }
    if mayBeLeftOut { endLiteral() }
    let start = parts.count
    if isNewLine { html.startTag("tr") }
    body(&self)
    html.endTag("tr")
    html.newline()
    guard mayBeLeftOut else { return }
    endLiteral()
    parts.insert(.optionalRow(cells: cells, parts: parts.count - start), at: start)
  }

  private mutating func writeCells(
    _ leaf: Int, of block: FormBlock, in form: Form, rowHeaders: String, _ columnHeaders: [String]
  ) {
    for column in block.columns.leaves.indices {
      let cell = block.cell(row: leaf, column: column)
      // A target of links from other pages and from the summary above the report.
      let id = form.indexed.place(of: cell) == nil ? nil : "N\(cell)"
      html.openStartTag("td", .id(id), .headers("\(rowHeaders) \(columnHeaders[column])"))
      endLiteral()
      parts.append(.cell(cell))
      html.endTag("td")
    }
  }

  /// Writes the header rows.
  ///
  /// - Returns: The ids of the headers of the units column, if there is one, and of each column with values.
  private mutating func writeHead(_ block: FormBlock, note: Translations?, corner: String) -> [String] {
    let axis = block.columns
    var ids = axis.items.map { _ in "" }
    var units: [String] = []
    for depth in 0..<axis.depth {
      html.startTag("tr")
      if depth == 0 {
        let columns = block.rows.depth > 1 && !block.isList ? block.rows.depth : 1
        html.element(
          "th", .scope("col"), .id(corner), .rows(axis.depth), .columns(columns), .class(note == nil ? nil : "note"),
          text: (note ?? block.corner)[strings])
        if let unit = block.unitColumn {
          units = [nextID()]
          html.element("th", .scope("col"), .id(units[0]), .rows(axis.depth), text: unit.label[strings])
        }
      }
      for (index, item) in axis.items.enumerated() where item.depth == depth {
        ids[index] = nextID()
        let leaves = axis.leaves(below: index).count
        let parents = axis.ancestors(of: index).map { ids[$0] }
        let headers = parents.isEmpty ? nil : parents.joined(separator: " ")
        if item.leaf == nil {
          html.element(
            "th", .scope(leaves > 1 ? "colgroup" : "col"), .id(ids[index]), .columns(leaves), .headers(headers),
            text: item.label[strings])
        } else {
          html.element(
            "th", .scope("col"), .id(ids[index]), .rows(axis.depth - depth), .headers(headers),
            text: item.label[strings])
        }
      }
      html.endTag("tr")
      html.newline()
    }
    return units
      + axis.leaves.map { leaf in (axis.ancestors(of: leaf).map { ids[$0] } + [ids[leaf]]).joined(separator: " ") }
  }

  private static let unit: StringKey = "table.unit"

  /// The unit in the caption, if all cells have the same unit and no label names it.
  private func unitNote(of block: FormBlock, in form: Form) -> String {
    let unit = form.cells[block.firstCell].unit
    let cells = block.firstCell..<block.firstCell + block.rows.leaves.count * block.columns.leaves.count
    guard form.cells[cells].allSatisfy({ $0.unit == unit }) else { return "" }
    let isGiven = block.unitColumn != nil || block.columns.items.contains { $0.label.chinese.contains(unit) }
    if unit.isEmpty || isGiven { return "" }
    return Self.unit.with(["unit": .text(Text(form.name(ofUnit: unit)))])[strings]
  }
}
