package import Diagnostics
internal import Markup

/// The differences between two versions of a report.
package struct ReportComparison: Sendable {
  /// The content of a cell in one of the versions.
  package struct CellState: Sendable, Hashable {
    package let status: String
    /// `nil` if it states no number.
    package let value: DecimalNumber?
    /// As written, if that is more than a plain number.
    package let written: String?

    package var described: LocalizedText {
      if let written { return LocalizedText(verbatim: written) }
      if let value { return LocalizedText(verbatim: "\(value)") }
      return status == Cell.Status.missing.code ? LocalizedText("没有", en: "missing") : LocalizedText("未填", en: "blank")
    }
  }

  package struct CellChange: Sendable {
    package let id: String
    package let label: LocalizedText
    /// `nil` if the form of that version has no such cell.
    package let old: CellState?
    package let new: CellState?
  }

  /// A change of a front matter key, written with dots and indexes: `contact.phone`, `attachments[0].title`.
  package struct KeyChange: Sendable, Hashable {
    package let key: String
    package let old: String?
    package let new: String?
  }

  package let form: (old: String, new: String)
  package let cells: [CellChange]
  package let frontMatter: [KeyChange]
  /// Ids of the sections that were changed, added or removed.
  package let sections: [String]

  package var isEmpty: Bool { cells.isEmpty && frontMatter.isEmpty && sections.isEmpty && form.old == form.new }

  package init(_ old: Report, _ new: Report) {
    form = (old.form.id, new.form.id)
    cells = Self.cells(old, new)
    frontMatter = Self.frontMatter(old.document.frontMatter, new.document.frontMatter)
    sections = Self.sections(old, new)
  }

  // MARK: Cells

  private static func cells(_ old: Report, _ new: Report) -> [CellChange] {
    func states(_ report: Report) -> [String: Int] {
      Dictionary(
        report.form.cells.indices.map { (report.form.cells[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (states(old), states(new))
    let ids = new.form.cells.map(\.id) + old.form.cells.map(\.id).filter { after[$0] == nil }
    return ids.compactMap { id in
      let (left, right) = (before[id].map { state($0, old) }, after[id].map { state($0, new) })
      if left == right { return nil }
      let label = after[id].map { new.form.describe($0) } ?? before[id].map { old.form.describe($0) }
      return CellChange(id: id, label: label ?? LocalizedText(verbatim: id), old: left, new: right)
    }
  }

  private static func state(_ index: Int, _ report: Report) -> CellState {
    let cell = report.cells[index]
    return CellState(status: cell.status.code, value: cell.number, written: report.note(of: cell)?.written)
  }

  // MARK: Front matter

  private static func frontMatter(_ old: YAMLValue, _ new: YAMLValue) -> [KeyChange] {
    let (before, after) = (flattened(old, ""), flattened(new, ""))
    let values = Dictionary(before, uniquingKeysWith: { first, _ in first })
    let current = Dictionary(after, uniquingKeysWith: { first, _ in first })
    let keys = after.map(\.0) + before.map(\.0).filter { current[$0] == nil }
    return keys.compactMap { key in
      values[key] == current[key] ? nil : KeyChange(key: key, old: values[key], new: current[key])
    }
  }

  private static func flattened(_ value: YAMLValue, _ key: String) -> [(String, String)] {
    switch value.content {
    case .scalar(let text, _): [(key, text)]
    case .sequence(let items): items.enumerated().flatMap { flattened($1, "\(key)[\($0)]") }
    case .mapping(let entries): entries.flatMap { flattened($0.value, key.isEmpty ? $0.key : "\(key).\($0.key)") }
    }
  }

  // MARK: Text

  private static func sections(_ old: Report, _ new: Report) -> [String] {
    func texts(_ report: Report) -> [String: String] {
      Dictionary(
        report.sections.map { ($0.id, "\($0.title)\n\(text(of: $0, in: report))") }, uniquingKeysWith: { $0 + $1 })
    }
    let (before, after) = (texts(old), texts(new))
    var seen: Set<String> = []
    return (new.sections + old.sections).map(\.id).filter { before[$0] != after[$0] && seen.insert($0).inserted }
  }

  /// The text and free tables of a section as written. The cells of its statutory table are compared separately.
  private static func text(of section: Section, in report: Report) -> String {
    let document = report.document
    return document.siblings(in: section.nodes).filter { report.roles[$0] != .bound }.map { index in
      let node = document.nodes[index]
      if node.kind == .table {
        return document.tables[Int(node.number)].cells.map { document.string($0.text) }.joined(separator: "|")
      }
      return document.plainText(index..<Int(node.end))
    }.joined(separator: "\n")
  }
}
