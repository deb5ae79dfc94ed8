internal import Markup
internal import Reports

extension Report {
  /// Appends the words of a section, without the tables that stand elsewhere in the JSON. Where a text stands before,
  /// it is kept apart by a line break.
  func appendPlainText(of section: Section, to bytes: inout [UInt8]) {
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
