internal import Bytes
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The rows and columns of all forms: the header column of a table that a script fills with the cells of reports.
struct ComparedTables {
  private struct Row {
    /// Including its table.
    let id: String
    let label: Translations
    let depth: Int
    var columns: [(id: String, label: Translations)] = []
    /// For a group, the rows below it in any form, without their table.
    var parts: [String] = []
  }

  private struct Table {
    let id: String
    let title: Translations
    var rows: [Row] = []

    /// A table with more cells is compared one column at a time.
    private static let mostCells = 40

    var isComparedByColumn: Bool {
      rows[0].columns.count > 1 && Set(rows.map { $0.columns.map(\.id) }).count == 1
        && rows.count * rows[0].columns.count > Self.mostCells
    }
  }

  private var tables: [Table] = []
  /// Rows that have a page of their own.
  private let linked: Set<String>
  private let frame: PageFrame
  private var strings: Strings { frame.strings }

  init(_ forms: [Form], linked: Set<String>, frame: PageFrame) {
    self.linked = linked
    self.frame = frame
    for form in forms.sorted(by: { ($0.years.from ?? 0) > ($1.years.from ?? 0) }) {
      for table in form.tables {
        for block in table.blocks {
          for item in block.rows.items.indices { add(item, of: block, table) }
        }
      }
    }
  }

  private mutating func add(_ item: Int, of block: FormBlock, _ table: FormTable) {
    let row = block.rows.items[item]
    let isGroup = row.leaf == nil
    // For groups of groups, and for groups in a list of unlike indicators, a sum makes no sense.
    let holdsGroups = block.rows.items.contains { $0.parent == item && $0.leaf == nil }
    if isGroup, holdsGroups || block.isList { return }
    let place = tables.place(of: Table(id: table.id, title: table.title)) { $0.id == table.id }
    let id = "\(table.id).\(row.id)"
    let own = tables[place].rows.place(of: Row(id: id, label: row.label, depth: row.depth)) { $0.id == id }
    for column in block.columns.leaves.indices {
      let leaf = block.columns.leaf(column)
      _ = tables[place].rows[own].columns.place(of: (leaf.id, leaf.label)) { $0.id == leaf.id }
    }
    for leaf in isGroup ? block.rows.leaves(below: item) : [] {
      let part = block.rows.leaf(leaf).id
      _ = tables[place].rows[own].parts.place(of: part) { $0 == part }
    }
  }

  /// Tables that are compared one column at a time, with their columns.
  var choices: [TemplateObject] {
    tables.filter(\.isComparedByColumn).map { table in
      let columns = table.rows[0].columns
      var choice = TemplateObject([(.id, .text(table.id)), (.label, .text(table.title[strings]))])
      choice[.items] = .list(
        columns.enumerated().map { place, column in
          var item = frame.option(column.id, column.label[strings])
          // The last column is the total, if there is one.
          item[.current] = .flag(place == columns.count - 1)
          return item
        })
      return choice
    }
  }

  var html: [UInt8] {
    var html = HTMLWriter(capacity: 32 << 10)
    for table in tables {
      html.line("tbody", .attribute("data-table", table.id)) { html in
        html.line("tr") { $0.element("th", .scope("rowgroup"), .class("group"), text: table.title[strings]) }
        for row in table.rows {
          if table.isComparedByColumn {
            write(row, nil, to: &html)
          } else {
            for column in row.columns { write(row, column, to: &html) }
          }
        }
        writeShare(of: table, to: &html)
      }
    }
    return html.array()
  }

  private func write(_ row: Row, _ column: (id: String, label: Translations)?, to html: inout HTMLWriter) {
    var label = row.label[strings]
    if let column, row.columns.count > 1 { label += CompareText.separator[strings] + column.label[strings] }
    let parts = row.parts.isEmpty ? nil : row.parts.joined(separator: " ")
    html.line(
      "tr", .attribute("data-row", row.id), .attribute("data-parts", parts), .attribute("data-column", column?.id)
    ) { html in
      html.element("th", .scope("row"), .class("d\(row.depth)")) { html in
        if linked.contains(row.id) {
          frame.writeLink(.row(row.id), to: &html) { $0.text(label) }
        } else {
          html.text(label)
        }
      }
    }
  }

  /// Writes the share of requests that were granted, if the rows it is computed from exist.
  private func writeShare(of table: Table, to html: inout HTMLWriter) {
    let parts = [Measure.granted.row, Measure.partial.row]
    let whole = Measure.resultTotal.row
    guard (parts + [whole]).allSatisfy({ id in table.rows.contains { $0.id == id } }) else { return }
    html.line(
      "tr", .attribute("data-share", parts.joined(separator: " ")), .attribute("data-of", whole),
      .attribute("data-base", "\(Share.smallestBase)")
    ) { $0.element("th", .scope("row"), text: StatisticsText.share[strings]) }
  }
}

extension Array {
  /// The index of an element, which is appended if there is none like it.
  fileprivate mutating func place(of element: @autoclosure () -> Element, where isLike: (Element) -> Bool) -> Int {
    if let place = firstIndex(where: isLike) { return place }
    append(element())
    return count - 1
  }
}
