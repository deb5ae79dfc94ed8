internal import Diagnostics
internal import Languages
package import MarkedSources
package import Reports

/// A complete report in which nothing is wrong, to be changed line by line: by default of 柳林街道 for 2023.
///
/// All tests take their reports from here.
package struct ExampleReport {
  package let text: String

  /// - Parameters:
  ///   - frontMatter: further lines of it.
  ///   - figure: what is written in a cell, asked for in the order of the form.
  package init(
    form: Form = Self.form, agency: String = "liulin", name: String = "云溪区柳林街道办事处", year: Int = 2023,
    frontMatter: String = "", figure: (FormCell) -> String = { _ in "0" }
  ) {
    var text = """
      ---
      title: \(name)\(year)年政府信息公开工作年度报告
      agency: \(agency)
      year: \(year)
      published: \(year + 1)-01-30
      \(frontMatter.isEmpty ? "" : frontMatter + "\n")---

      统计期限为\(year)年1月1日至\(year)年12月31日。


      """
    for section in form.sections {
      text += "## \(section.label.chinese)\n\n"
      guard let table = section.table else {
        text += section.id == "other_matters" ? "未发出收费通知，未收取信息处理费。\n\n" : "这一部分的文字。\n\n"
        continue
      }
      for block in form.tables[table].blocks { text += Self.table(of: block, in: form, figure) }
    }
    self.text = text
  }

  package init(text: String) {
    self.text = text
  }

  package static let form = form("cn-2021")

  package static func form(_ id: String) -> Form {
    guard let form = FormLibrary.builtIn.form(id: id) else { preconditionFailure("the form is broken") }
    return form
  }

  private static func table(of block: FormBlock, in form: Form, _ figure: (FormCell) -> String) -> String {
    let columns = block.columns.leaves.map { block.columns.items[$0].label.chinese }
    var text = block.label.map { "**\($0.chinese)**\n\n" } ?? ""
    let unit = block.unitColumn.map { [$0.label.chinese] } ?? []
    text += "| \(([block.corner.chinese] + unit + columns).joined(separator: " | ")) |\n"
    text += "|---|\(unit.isEmpty ? "" : "---|")\(String(repeating: "---:|", count: columns.count))\n"
    for row in block.rows.items {
      let values = columns.indices.map { column in
        row.leaf.map { figure(form.cells[block.cell(row: $0, column: column)]) } ?? ""
      }
      let cell = row.leaf.map { form.cells[block.cell(row: $0, column: 0)] }
      let label = [row.label.chinese] + (unit.isEmpty ? [] : [cell?.unit ?? ""])
      text += "| \(label.joined(separator: " | ")) | \(values.joined(separator: " | ")) |\n"
    }
    return text + "\n"
  }

  /// Writes other cells into the row with a label.
  package func row(_ label: String, _ cells: String) -> ExampleReport {
    line(startingWith: "| \(label) |", becomes: "| \(label) | \(cells) |")
  }

  /// Replaces a whole line; several lines may take its place.
  package func line(startingWith start: String, becomes new: String) -> ExampleReport {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count(where: { $0.hasPrefix(start) }) == 1 else {
      preconditionFailure("one line must start with \(start)")
    }
    return changed(lines.map { $0.hasPrefix(start) ? new : String($0) }.joined(separator: "\n"))
  }

  package func without(lineStartingWith start: String) -> ExampleReport {
    let marked = line(startingWith: start, becomes: "\u{0}")
    return changed(marked.text.split(separator: "\u{0}\n", maxSplits: 1).joined())
  }

  /// Puts a paragraph under a heading, by default that of the first section.
  package func saying(_ paragraph: String, under start: String = "## 一、总体情况") -> ExampleReport {
    guard let heading = text.split(separator: "\n").first(where: { $0.hasPrefix(start) }) else {
      preconditionFailure("no heading starts with \(start)")
    }
    return line(startingWith: start, becomes: "\(heading)\n\n\(paragraph)")
  }

  /// Writes a block of the form otherwise: everything between two headings.
  package func section(_ heading: String, becomes body: String) -> ExampleReport {
    let parts = text.components(startingWith: "## ")
    guard parts.count(where: { $0.hasPrefix("## \(heading)\n") }) == 1 else {
      preconditionFailure("no section \(heading)")
    }
    return changed(
      parts.map { $0.hasPrefix("## \(heading)\n") ? "## \(heading)\n\n\(body)\n\n" : $0 }.joined())
  }

  private func changed(_ text: String) -> ExampleReport {
    ExampleReport(text: text)
  }

  package func marked(path: String = "reports/2023/liulin.md") -> MarkedSource { MarkedSource(text, path: path) }
}

extension String {
  /// Cuts a text before each line that starts with some characters.
  fileprivate func components(startingWith start: String) -> [String] {
    var parts = [""]
    for line in split(separator: "\n", omittingEmptySubsequences: false).map({ $0 + "\n" }) {
      if line.hasPrefix(start) { parts.append("") }
      parts[parts.count - 1] += line
    }
    return parts
  }
}
