package import Markup

/// A document written as nested elements: `p(文字 em(重点))`.
package struct Outline: CustomStringConvertible {
  package let document: Document
  package let description: String

  package init(_ document: Document) {
    self.document = document
    description = Self.text(of: document, in: document.nodes.indices)
  }

  /// The elements, with the location of each element and cell.
  package var withPlaces: String {
    let tables = document.tables.map { table in
      let rows = table.rows.map { "\($0.span) \($0.surplus) \($0.writtenCells)" }
      let cells = table.cells.map { "\($0.span) \(document.string($0.text))" }
      return "\(table.alignments) \(rows) \(cells)"
    }
    return "\(description) \(document.nodes.map { "\($0.kind) \($0.offset) \($0.end)" }) \(tables)"
  }

  private static func text(of document: Document, in range: Range<Int>) -> String {
    document.siblings(in: range).map { index in
      let node = document.nodes[index]
      let inside = text(of: document, in: (index + 1)..<Int(node.end))
      let own = document.string(node.text)
      switch node.kind {
      case .text: return own
      case .softBreak: return "⏎"
      case .lineBreak: return "↵"
      case .code: return "code(\(own))"
      case .htmlInline, .htmlBlock: return "html(\(own.trimmingLineBreak))"
      case .codeBlock: return "pre:\(document.string(node.title))(\(own.trimmingLineBreak))"
      case .thematicBreak: return "hr"
      case .paragraph: return "p(\(inside))"
      case .heading: return "h\(node.level)(\(inside))"
      case .blockQuote: return "quote(\(inside))"
      case .list: return "\(node.isOrderedList ? "ol\(node.number)" : "ul")\(node.isTight ? "" : "~")(\(inside))"
      case .item: return "li\(["", "[ ]", "[x]"][Int(node.task.rawValue)])(\(inside))"
      case .emphasis: return "em(\(inside))"
      case .strong: return "strong(\(inside))"
      case .strikethrough: return "del(\(inside))"
      case .link, .image:
        let title = document.string(node.title)
        return "\(node.kind == .link ? "a" : "img"):\(own)\(title.isEmpty ? "" : " “\(title)”")(\(inside))"
      case .footnoteDefinition: return "note\(node.number)×\(node.ordinal)(\(inside))"
      case .footnoteReference: return "ref\(node.number).\(node.ordinal)"
      case .table: return table(document.tables[Int(node.number)], of: document)
      }
    }.joined()
  }

  /// `table(a b; 1 2)`: cells of inline nodes in full, others by their text.
  private static func table(_ table: Table, of document: Document) -> String {
    let rows = table.rows.indices.map { row in
      (0..<table.columns).map { column in
        let cell = table.cell(row: row, column: column)
        return cell.nodes.isEmpty
          ? document.string(cell.text) : text(of: document, in: Int(cell.nodes.lowerBound)..<Int(cell.nodes.upperBound))
      }.joined(separator: "|")
    }
    return "table(\(rows.joined(separator: ";")))"
  }
}

extension String {
  fileprivate var trimmingLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
