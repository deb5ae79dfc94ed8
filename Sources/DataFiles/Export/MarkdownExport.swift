internal import Reports

/// A report as Markdown that other programs read: no front matter, tables with the labels of the form.
struct MarkdownExport {
  private let report: ExportedReport

  init(_ report: ExportedReport) { self.report = report }

  var text: String {
    var text = "# \(Self.escaped(report.title))\n\n"
    for fact in report.facts { text += "\(fact.label)：\(Self.escaped(fact.value))\n\n" }
    var wasItem = false
    for block in report.blocks {
      let isItem = if case .item = block { true } else { false }
      if wasItem, !isItem { text += "\n" }
      text += self.text(of: block)
      wasItem = isItem
    }
    return text
  }

  private func text(of block: ExportedReport.Block) -> String {
    switch block {
    case .section(let title): "## \(Self.escaped(title))\n\n"
    case .heading(let runs): "### \(Self.markdown(runs))\n\n"
    case .paragraph(let runs): "\(Self.markdown(runs))\n\n"
    case .item(let runs, let level, let number):
      "\(String(repeating: "    ", count: level))\(number.map { "\($0). " } ?? "- ")\(Self.markdown(runs))\n"
    case .table(let caption, let rows): Self.table(caption, rows)
    case .picture(let path, let text): "![\(Self.escaped(text))](\(path))\n\n"
    case .statutory(let table):
      FormMarkdown(report.report.form) { report.text(ofCell: $0) }.table(table)
    }
  }

  private static func table(_ caption: String?, _ rows: [[String]]) -> String {
    guard let first = rows.first else { return "" }
    func line(_ row: [String]) -> String { "| \(row.map(escaped).joined(separator: " | ")) |\n" }
    return (caption.map { "表：\(escaped($0))\n\n" } ?? "") + line(first)
      + "|\(String(repeating: "---|", count: first.count))\n" + rows.dropFirst().map(line).joined() + "\n"
  }

  private static func markdown(_ runs: [ExportedReport.Run]) -> String {
    runs.map { $0.isStrong ? "**\(escaped($0.text))**" : escaped($0.text) }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>|~&".contains(character) { escaped.append("\\") }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }
}
