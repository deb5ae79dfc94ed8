internal import Bytes
internal import Diagnostics

extension Document {
  /// A finding at the first reference to a control character, such as `&#11;`, with the number of such characters. The
  /// body itself must not contain any.
  func namedControlCharacters() -> Finding? {
    // Almost no source contains a character reference.
    guard source.bytes.withUnsafeBufferPointer({ $0.firstIndex(of: UInt8(ascii: "&"), from: 0) }) != nil,
      let first = text.withUnsafeBufferPointer({ $0.firstControlCharacter })
    else { return nil }
    let code = text[first]
    guard let span = reference(to: code, from: place(ofText: first)) else { return nil }
    return .controlCharacter(
      code, count: text.count(where: \.isControlCharacter), at: source.range(of: span))
  }

  /// A finding for each invisible character that the body refers to, as in `&#x202E;` or `&zwnj;`, at its first
  /// reference.
  func namedInvisibleCharacters() -> [Finding] {
    guard source.bytes.withUnsafeBufferPointer({ $0.firstIndex(of: UInt8(ascii: "&"), from: 0) }) != nil else {
      return []
    }
    var found: [(scalar: Unicode.Scalar, place: Int, count: Int)] = []
    text.withUnsafeBufferPointer { text in
      var index = 0
      while let invisible = text.firstInvisibleCharacter(from: index) {
        index = invisible.range.upperBound
        if let known = found.firstIndex(where: { $0.scalar == invisible.scalar }) {
          found[known].count += 1
        } else {
          found.append((invisible.scalar, invisible.range.lowerBound, 1))
        }
      }
    }
    if found.isEmpty { return [] }
    let references = firstReferences(from: found.map { place(ofText: $0.place) }.min() ?? 0)
    return found.compactMap { scalar, _, count in
      // A character without a reference occurs in the bytes themselves and has already been reported.
      references[scalar.value].map { .invisibleCharacter(scalar, count: count, at: source.range(of: $0)) }
    }
  }

  /// The offset in the source of the cell, block or paragraph line whose text is at this index of the text pool.
  private func place(ofText place: Int) -> Int {
    func holds(_ range: TextRange) -> Bool { range.start <= place && place < range.end }
    if let cell = tables.lazy.flatMap(\.cells).first(where: { holds($0.text) }) { return Int(cell.span.start) }
    return nodes.first { holds($0.text) || holds($0.title) }.map { Int($0.offset) } ?? 0
  }

  /// The first reference to a character at or after an offset: `&#11;`, `&#xB;`.
  private func reference(to code: UInt8, from start: Int) -> Span? {
    var span: Span?
    forEachReference(from: start) { found, reference in
      if found == code { span = reference }
      return span == nil
    }
    return span
  }

  /// The first reference to each invisible character at or after an offset.
  private func firstReferences(from start: Int) -> [UInt32: Span] {
    var spans: [UInt32: Span] = [:]
    forEachReference(from: start) { code, span in
      if spans[code] == nil { spans[code] = span }
      return true
    }
    return spans
  }

  /// - Parameter body: Receives the code point and the range of the reference. Returns false to end the search.
  private func forEachReference(from start: Int, _ body: (UInt32, Span) -> Bool) {
    var rest = source.bytes[start...]
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = source.bytes[(ampersand + 1)...]
      guard let semicolon = rest.prefix(24).firstIndex(of: UInt8(ascii: ";")),
        let code = Self.code(of: String(decoding: rest[..<semicolon], as: UTF8.self))
      else { continue }
      if !body(code, Span(ampersand, semicolon + 1)) { return }
    }
  }

  /// The code point of `#11`, `#xB` or `zwnj`.
  private static func code(of reference: String) -> UInt32? {
    guard reference.hasPrefix("#") else { return invisibleNames[reference] }
    let number = reference.dropFirst()
    let isHexadecimal = number.hasPrefix("x") || number.hasPrefix("X")
    return UInt32(isHexadecimal ? number.dropFirst() : number, radix: isHexadecimal ? 16 : 10)
  }

  /// The names of invisible characters in HTML.
  private static let invisibleNames: [String: UInt32] = [
    "shy": 0xAD, "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F, "ZeroWidthSpace": 0x200B,
    "NegativeVeryThinSpace": 0x200B, "NegativeThinSpace": 0x200B, "NegativeMediumSpace": 0x200B,
    "NegativeThickSpace": 0x200B, "NoBreak": 0x2060, "ApplyFunction": 0x2061, "af": 0x2061, "InvisibleTimes": 0x2062,
    "it": 0x2062, "InvisibleComma": 0x2063, "ic": 0x2063,
  ]
}
