internal import Bytes
internal import Languages
internal import Reports

/// A report as a fragment of HTML that can be pasted into another content system: no styles of its own but borders, and
/// tables whose headings are marked as such.
struct HTMLFragment {
  private let report: ExportedReport

  init(_ report: ExportedReport) { self.report = report }

  var bytes: [UInt8] {
    var html = "<div class=\"annual-report\" lang=\"zh-Hans\">\n<h1>\(Self.escaped(report.title))</h1>\n"
    for fact in report.facts { html += "<p>\(fact.label)：\(Self.escaped(fact.value))</p>\n" }
    var list: String?
    for block in report.blocks {
      var own: String?
      if case .item(_, _, let number) = block { own = number == nil ? "ul" : "ol" }
      if list != own {
        if let list { html += "</\(list)>\n" }
        if let own {
          if case .item(_, _, let number?) = block, number != 1 {
            html += "<ol start=\"\(number)\">\n"
          } else {
            html += "<\(own)>\n"
          }
        }
        list = own
      }
      html += self.html(of: block)
    }
    if let list { html += "</\(list)>\n" }
    return Array((html + "</div>\n").utf8)
  }

  private func html(of block: ExportedReport.Block) -> String {
    switch block {
    case .section(let title): "<h2>\(Self.escaped(title))</h2>\n"
    case .heading(let runs): "<h3>\(Self.inline(runs))</h3>\n"
    case .paragraph(let runs): "<p>\(Self.inline(runs))</p>\n"
    case .item(let runs, _, _): "<li>\(Self.inline(runs))</li>\n"
    case .table(let caption, let rows): Self.table(caption, rows)
    case .picture(let path, let text): "<p><img src=\"\(Self.escaped(path))\" alt=\"\(Self.escaped(text))\"></p>\n"
    case .statutory(let table): statutory(table)
    }
  }

  private static let tableStart = "<table border=\"1\" style=\"border-collapse: collapse; width: 100%\">\n"

  private static func table(_ caption: String?, _ rows: [[String]]) -> String {
    var html = tableStart
    if let caption { html += "<caption>\(escaped(caption))</caption>\n" }
    for (index, row) in rows.enumerated() {
      html += "<tr>"
      for (column, cell) in row.enumerated() {
        html +=
          index == 0
          ? "<th scope=\"col\">\(escaped(cell))</th>"
          : column == 0 ? "<th scope=\"row\">\(escaped(cell))</th>" : "<td>\(escaped(cell))</td>"
      }
      html += "</tr>\n"
    }
    return html + "</table>\n"
  }

  private func statutory(_ index: Int) -> String {
    let table = report.report.form.tables[index]
    var html = Self.tableStart + "<caption>\(Self.escaped(table.title.chinese))</caption>\n"
    for line in report.lines(of: index) {
      html += "<tr>"
      for piece in line.pieces {
        var spans = ""
        if piece.columns.count > 1 { spans += " colspan=\"\(piece.columns.count)\"" }
        if piece.height > 1 { spans += " rowspan=\"\(piece.height)\"" }
        let text = Self.escaped(report.text(of: piece))
        switch piece.content {
        case .heading: html += "<th scope=\"\(piece.columns.count > 1 ? "colgroup" : "col")\"\(spans)>\(text)</th>"
        case .row: html += "<th scope=\"\(piece.height > 1 ? "rowgroup" : "row")\"\(spans)>\(text)</th>"
        case .cell: html += "<td align=\"center\"\(spans)>\(text)</td>"
        }
      }
      html += "</tr>\n"
    }
    return html + "</table>\n"
  }

  private static func inline(_ runs: [ExportedReport.Run]) -> String {
    runs.map { run in
      let text = escaped(run.text).replacing("\n", with: "<br>")
      return run.isStrong ? "<strong>\(text)</strong>" : text
    }.joined()
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}
