/// The words of a page that are in its own language: texts, and the attributes that are read out. Left out is what is
/// marked as another language, and code.
struct VisibleWords {
  private(set) var words: [String] = []
  private let language: String

  private struct Element {
    let name: Substring
    let isRead: Bool
  }

  init(of html: String, in language: String) {
    self.language = language
    var open: [Element] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      if open.last?.isRead ?? false { words.append(String(rest[..<start])) }
      if rest[start...].hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
        rest = rest[end.upperBound...]
        continue
      }
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if let place = open.lastIndex(where: { $0.name == tag.dropFirst() }) { open.removeSubrange(place...) }
        continue
      }
      let element = element(tag, isRead: open.last?.isRead ?? false)
      if element.isRead { words += attributes(of: tag) }
      if Self.withoutText.contains(String(element.name)) {
        rest = rest.firstRange(of: "</\(element.name)>").map { rest[$0.upperBound...] } ?? ""
      } else if !Self.void.contains(String(element.name)) {
        open.append(element)
      }
    }
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "!DOCTYPE",
    "!doctype",
  ]
  private static let withoutText: Set<String> = ["title", "script", "style", "code", "pre"]

  private func element(_ tag: Substring, isRead: Bool) -> Element {
    let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
    let stated = value(of: "lang", in: tag)
    return Element(name: name, isRead: stated.map { $0 == language } ?? isRead)
  }

  private func value(of attribute: String, in tag: Substring) -> Substring? {
    guard let start = tag.firstRange(of: " \(attribute)=\"") else { return nil }
    return tag[start.upperBound...].prefix { $0 != "\"" }
  }

  private func attributes(of tag: Substring) -> [String] {
    ["aria-label", "alt", "title", "placeholder"].compactMap { value(of: $0, in: tag).map(String.init) }
  }
}
