internal import Markup

extension Report {
  /// The notes to statutory tables, with the index of the table in the form.
  package var tableNotes: [(table: Int, text: String)] {
    sections.flatMap { section -> [(table: Int, text: String)] in
      guard case .form(let index) = section.kind, let table = form.sections[index].table else { return [] }
      return document.siblings(in: section.nodes).filter { roles[$0] == .tableNote }.map {
        (table, document.plainText($0..<Int(document.nodes[$0].end)))
      }
    }
  }

  /// Appends the text of a section, without the tables that are elsewhere in the JSON. A line break separates it from
  /// any text before it.
  package func appendPlainText(of section: Section, to bytes: inout [UInt8]) {
    var index = section.nodes.lowerBound
    while index < section.nodes.upperBound {
      let end = Int(document.nodes[index].end)
      switch roles[index] {
      case nil, .tableNote:
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        document.appendPlainText(index..<end, to: &bytes)
      default: break
      }
      index = end
    }
  }
}
