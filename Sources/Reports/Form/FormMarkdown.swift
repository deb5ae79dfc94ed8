internal import Diagnostics
internal import Languages

/// Writes the tables of a form as Markdown, with the labels of the form and what a report has in its cells.
package struct FormMarkdown {
  let form: Form
  /// What stands in a cell, by its index in the form.
  let value: (Int) -> String

  package init(_ form: Form, value: @escaping (Int) -> String = { _ in "" }) {
    self.form = form
    self.value = value
  }

  package func table(_ table: Int) -> String {
    form.tables[table].blocks.map(markdown).joined()
  }

  private func markdown(of block: FormBlock) -> String {
    let columns = block.columns.leaves.map { block.columns.items[$0].label.chinese }
    var text = block.label.map { "**\($0.chinese)**\n\n" } ?? ""
    let unit = block.unitColumn.map { [$0.label.chinese] } ?? []
    text += "| \(([block.corner.chinese] + unit + columns).joined(separator: " | ")) |\n"
    text += "|---|\(unit.isEmpty ? "" : "---|")\(String(repeating: "---:|", count: columns.count))\n"
    for row in block.rows.items {
      text += "| \(row.label.chinese) |"
      if !unit.isEmpty { text += " \(row.leaf.map { form.cells[block.cell(row: $0, column: 0)].unit } ?? "") |" }
      for column in columns.indices {
        let written = row.leaf.map { value(block.cell(row: $0, column: column)) } ?? ""
        text += written.isEmpty ? " |" : " \(Self.escaped(written)) |"
      }
      text += "\n"
    }
    return text + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("|", with: "\\|").split { $0.isNewline }.joined(separator: " ")
  }
}
