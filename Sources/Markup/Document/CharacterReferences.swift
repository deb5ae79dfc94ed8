internal import Bytes
internal import Diagnostics

extension Document {
  /// A control character that the body, which holds none, names, as `&#11;`: a finding at the first, with their number.
  func namedControlCharacters() -> Finding? {
    // Nearly no source has a reference to any character.
    guard source.bytes.withUnsafeBufferPointer({ $0.firstIndex(of: UInt8(ascii: "&"), from: 0) }) != nil,
      let first = text.withUnsafeBufferPointer({ $0.firstControlCharacter })
    else { return nil }
    let code = text[first]
    guard let span = reference(to: code, from: place(ofText: first)) else { return nil }
    return .controlCharacter(
      code, count: text.count(where: \.isControlCharacter), at: source.range(of: span))
  }

  /// Where the cell or block, or the line of a paragraph, starts whose text stands at a place of the pool.
  private func place(ofText place: Int) -> Int {
    func holds(_ range: TextRange) -> Bool { range.start <= place && place < range.end }
    if let cell = tables.lazy.flatMap(\.cells).first(where: { holds($0.text) }) { return Int(cell.span.start) }
    return nodes.first { holds($0.text) || holds($0.title) }.map { Int($0.offset) } ?? 0
  }

  /// The first reference to a character by its number, at an offset or behind it: `&#11;`, `&#xB;`.
  private func reference(to code: UInt8, from start: Int) -> Span? {
    var rest = source.bytes[start...]
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = source.bytes[(ampersand + 1)...]
      guard let semicolon = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")), rest.first == UInt8(ascii: "#") else {
        continue
      }
      let number = String(decoding: rest[..<semicolon].dropFirst(), as: UTF8.self)
      let isHexadecimal = number.hasPrefix("x") || number.hasPrefix("X")
      if Int(isHexadecimal ? String(number.dropFirst()) : number, radix: isHexadecimal ? 16 : 10) == Int(code) {
        return Span(ampersand, semicolon + 1)
      }
    }
    return nil
  }
}
