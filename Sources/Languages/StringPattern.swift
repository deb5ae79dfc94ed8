/// A string as it is written in a file: a text with placeholders, `{count} reports`, in a separate form for the count 1
/// if the language needs one.
package struct StringPattern: Sendable {
  package enum Piece: Sendable {
    case literal(String)
    case placeholder(String)
  }

  struct Form: Sendable {
    /// As written.
    let text: String
    /// Empty if there is no placeholder.
    let pieces: [Piece]

    init(_ text: String) {
      self.text = text
      var pieces: [Piece] = []
      var rest = text[...]
      while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
        let name = rest[rest.index(after: start)..<end]
        guard !name.isEmpty, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }) else {
          break
        }
        if start > rest.startIndex { pieces.append(.literal(String(rest[..<start]))) }
        pieces.append(.placeholder(String(name)))
        rest = rest[rest.index(after: end)...]
      }
      if !pieces.isEmpty, !rest.isEmpty { pieces.append(.literal(String(rest))) }
      self.pieces = pieces
    }

    var placeholders: Set<String> {
      Set(pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } })
    }
  }

  let one: Form?
  let other: Form

  init(_ other: String, one: String? = nil) {
    self.other = Form(other)
    self.one = one.map(Form.init)
  }

  /// The text as written; of a text with several forms, the general one.
  package var text: String { other.text }

  package var placeholders: Set<String> { other.placeholders.union(one?.placeholders ?? []) }
}
