internal import Reports

/// A report as plain text, with the cells of its tables divided by `|` and spans as empty cells.
struct PlainTextExport {
  private let report: ExportedReport

  init(_ report: ExportedReport) { self.report = report }

  var text: String {
    var text = "\(report.title)\n"
    for fact in report.facts { text += "\(fact.label)：\(fact.value)\n" }
    text += "\n"
    for block in report.blocks { text += self.text(of: block) }
    return text
  }

  private func text(of block: ExportedReport.Block) -> String {
    switch block {
    case .section(let title): "\(title)\n"
    case .heading(let runs), .paragraph(let runs): "\(Self.joined(runs))\n"
    case .item(let runs, let level, let number):
      "\(String(repeating: "  ", count: level))\(number.map { "\($0). " } ?? "- ")\(Self.joined(runs))\n"
    case .table(let caption, let rows):
      (caption.map { "表：\($0)\n" } ?? "") + rows.map { $0.joined(separator: " | ") + "\n" }.joined()
    case .picture(_, let text): "［图：\(text)］\n"
    case .statutory(let table): lines(of: table)
    }
  }

  static func joined(_ runs: [ExportedReport.Run]) -> String { runs.map(\.text).joined() }

  private func lines(of table: Int) -> String {
    let width = report.tables[table].widths.count
    return report.lines(of: table).map { line in
      var cells = Array(repeating: "", count: width)
      for piece in line.pieces { cells[piece.columns.lowerBound] = report.text(of: piece) }
      return cells.joined(separator: " | ") + "\n"
    }.joined()
  }
}
