/// Reads a page as strictly as our pages have to be written: whatever an author wrote, elements are closed in order,
/// attributes are quoted, nothing runs, and no URL has a scheme that does.
package enum PageSoundness {
  private static let void: Set<String> = [
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  private static let foreign: Set<String> = ["iframe", "object", "embed", "applet", "base", "frame", "foreignObject"]

  /// - Returns: The fault and its surroundings; `nil` for a sound page.
  package static func fault(in page: [UInt8]) -> String? {
    var reader = Reader(page: page)
    return reader.read()
  }

  private struct Reader {
    let page: [UInt8]
    var index = 0
    var open: [String] = []

    mutating func read() -> String? {
      while index < page.count {
        guard page[index] == UInt8(ascii: "<") else {
          index += 1
          continue
        }
        if let fault = readTag() {
          let around = page[max(0, index - 80)..<min(page.count, index + 80)]
          return "\(fault) near \(String(decoding: around, as: UTF8.self).debugDescription)"
        }
      }
      return open.isEmpty ? nil : "\(open) not closed"
    }

    private mutating func readTag() -> String? {
      index += 1
      if starts(with: "!DOCTYPE html>") { return skip(to: ">") }
      if starts(with: "!--") { return skip(to: "-->") }
      let closes = take("/")
      let name = takeName()
      guard !name.isEmpty else { return "< is not escaped" }
      if closes {
        guard open.popLast() == name else { return "</\(name)> closes nothing" }
        return take(">") ? nil : "</\(name) does not end"
      }
      if foreign.contains(name) { return "<\(name)>" }
      var attributes: [String] = []
      while true {
        let hasBlank = skipBlanks()
        if take("/>") { return nil }
        if take(">") { break }
        let attribute = takeName()
        guard hasBlank, !attribute.isEmpty else { return "<\(name)> has an attribute without a name" }
        if attributes.contains(attribute) { return "<\(name)> has \(attribute) twice" }
        attributes.append(attribute)
        if attribute.lowercased().hasPrefix("on") || attribute == "style" { return "<\(name) \(attribute)>" }
        guard take("=") else { continue }
        guard take("\"") else { return "\(attribute) has no quotes" }
        let start = index
        if let fault = skip(to: "\"") { return fault }
        if let fault = fault(inValue: page[start..<index - 1], of: attribute) { return fault }
      }
      if name == "script" || name == "style" { return skip(to: "</\(name)>") }
      if !void.contains(name) { open.append(name) }
      return nil
    }

    private func fault(inValue value: ArraySlice<UInt8>, of attribute: String) -> String? {
      if value.contains(UInt8(ascii: "<")) { return "\(attribute) holds <" }
      guard ["href", "src", "action", "formaction", "data", "srcset"].contains(attribute) else { return nil }
      let text = String(decoding: value, as: UTF8.self).lowercased().filter { !$0.isWhitespace }
      let isUnsafe = ["javascript:", "vbscript:", "data:", "file:"].contains { text.hasPrefix($0) }
      return isUnsafe ? "\(attribute) leads to \(text.prefix(40))" : nil
    }

    private mutating func takeName() -> String {
      let start = index
      while index < page.count, isNameByte(page[index]) { index += 1 }
      return String(decoding: page[start..<index], as: UTF8.self)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
        true
      default: false
      }
    }

    private mutating func skipBlanks() -> Bool {
      let start = index
      while index < page.count, page[index] == 0x20 || page[index] == 0x0A { index += 1 }
      return index > start
    }

    private func starts(with text: String) -> Bool { page[index...].starts(with: text.utf8) }

    private mutating func take(_ text: String) -> Bool {
      guard starts(with: text) else { return false }
      index += text.utf8.count
      return true
    }

    /// Continues after the next occurrence of a text.
    private mutating func skip(to end: String) -> String? {
      let first = end.utf8[end.utf8.startIndex]
      while index < page.count {
        if page[index] == first, take(end) { return nil }
        index += 1
      }
      return "\(end) is missing"
    }
  }
}
