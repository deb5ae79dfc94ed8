internal import Markup

/// The units of amounts that the text around statutory tables states: in the caption above a table, or in a note below.
enum SurroundingUnits {
  /// - Parameter nodes: The blocks of one table of the form.
  /// - Returns: The units by block.
  static func of(
    _ nodes: [Int], in section: Section, of document: Document, _ table: FormTable, _ form: Form
  ) -> [Int: String] {
    guard form.cells[table.cells].contains(where: { $0.kind == .money }) else { return [:] }
    var units: [Int: String] = [:]
    var above: String?
    var block: Int?
    for index in document.siblings(in: section.nodes) {
      switch document.nodes[index].kind {
      case .table:
        block = nodes.contains(index) ? index : nil
        if block != nil { units[index] = above }
        above = nil
      case .paragraph:
        guard let unit = unit(of: index, in: document) else { continue }
        // A line between two tables is a note of the first if it begins like one, and otherwise a caption of the second.
        if let block, isNote(index, in: document) { units[block] = units[block] ?? unit } else { above = unit }
      default: above = nil
      }
    }
    return units
  }

  private static func unit(of node: Int, in document: Document) -> String? {
    let text = (node + 1)..<Int(document.nodes[node].end)
    // Longer paragraphs are prose.
    guard text.count < 12 else { return nil }
    let plain = document.plainText(text)
    return plain.utf8.count < 300 ? StatedUnit.ofText(plain) : nil
  }

  private static func isNote(_ node: Int, in document: Document) -> Bool {
    let text = document.plainText((node + 1)..<Int(document.nodes[node].end))
    return ReportReader.isNote(text)
  }
}
