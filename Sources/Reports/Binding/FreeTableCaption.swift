internal import Markup

/// The line before a free table: `表：标题 {#id unit=件}`, or `Table: caption`.
struct FreeTableCaption {
  var text: String
  var id: String?
  var unit: String?

  private static let marks = ["表：", "表:", "Table:"].map { Array($0.utf8) }

  init?(_ document: Document, paragraph index: Int) {
    let node = document.nodes[index]
    guard node.kind == .paragraph else { return nil }
    let written = document.plainText((index + 1)..<Int(node.end))
    guard let mark = Self.marks.first(where: { written.utf8.starts(with: $0) }) else { return nil }
    var caption = String(written.utf8.dropFirst(mark.count)) ?? ""
    if let open = caption.lastIndex(of: "{"), caption.last == "}" {
      let attributes = caption[caption.index(after: open)...].dropLast()
      for attribute in attributes.split(separator: " ") {
        if attribute.hasPrefix("#") {
          id = Self.identifier(attribute.dropFirst())
        } else if attribute.hasPrefix("unit=") {
          unit = String(attribute.dropFirst("unit=".count).filter { $0 != "\"" })
        }
      }
      caption = String(caption[..<open])
    }
    text = caption.trimmingSpaces()
  }

  /// An id becomes part of a file name: letters, digits and hyphens.
  private static func identifier(_ written: Substring) -> String? {
    let id = written.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    return id.isEmpty ? nil : id
  }
}
