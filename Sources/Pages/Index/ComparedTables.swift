internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports
internal import Templates

/// The rows and columns of all forms: the header column of a table that a script fills with the cells of reports.
struct ComparedTables {
  private struct Row {
    /// Including its table.
    let id: String
    let label: LocalizedText
    let depth: Int
    var columns: [(id: String, label: LocalizedText)] = []
    /// For a group, the rows below it in any form, without their table.
    var parts: [String] = []
  }

  private struct Table {
    let id: String
    let title: LocalizedText
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
  private var language: Language { frame.language }

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
      var choice = TemplateObject([(.id, .text(table.id)), (.label, .text(table.title[language]))])
      choice[.items] = .list(
        columns.enumerated().map { place, column in
          var item = frame.option(column.id, column.label[language])
          // The last column is the total, if there is one.
          item[.current] = .flag(place == columns.count - 1)
          return item
        })
      return choice
    }
  }

  var html: [UInt8] {
    var html = ByteBuffer(capacity: 32 << 10)
    for table in tables {
      html.append("<tbody data-table=\"\(table.id)\"><tr><th scope=\"rowgroup\" class=\"group\">")
      html.appendEscaped(table.title[language])
      html.append("</th></tr>\n")
      for row in table.rows {
        if table.isComparedByColumn {
          write(row, nil, to: &html)
        } else {
          for column in row.columns { write(row, column, to: &html) }
        }
      }
      writeShare(of: table, to: &html)
      html.append("</tbody>\n")
    }
    return html.array()
  }

  private func write(_ row: Row, _ column: (id: String, label: LocalizedText)?, to html: inout ByteBuffer) {
    html.append("<tr data-row=\"\(row.id)\"")
    if !row.parts.isEmpty { html.append(" data-parts=\"\(row.parts.joined(separator: " "))\"") }
    if let column { html.append(" data-column=\"\(column.id)\"") }
    html.append("><th scope=\"row\" class=\"d\(row.depth)\">")
    let isLinked = linked.contains(row.id)
    if isLinked {
      html.append("<a href=\"")
      html.appendEscaped(frame.link(.row(row.id)))
      html.append("\">")
    }
    html.appendEscaped(row.label[language])
    if let column, row.columns.count > 1 {
      html.append(CompareText.separator[language])
      html.appendEscaped(column.label[language])
    }
    html.append(isLinked ? "</a></th></tr>\n" : "</th></tr>\n")
  }

  /// Writes the share of requests that were granted, if the rows it is computed from exist.
  private func writeShare(of table: Table, to html: inout ByteBuffer) {
    let parts = [Measure.granted.id, Measure.partial.id]
    let whole = Measure.resultTotal.id
    guard (parts + [whole]).allSatisfy({ id in table.rows.contains { $0.id == id } }) else { return }
    html.append(
      "<tr data-share=\"\(parts.joined(separator: " "))\" data-of=\"\(whole)\" data-base=\"\(Share.smallestBase)\">")
    html.append("<th scope=\"row\">")
    html.appendEscaped(StatisticsText.share[language])
    html.append("</th></tr>\n")
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
