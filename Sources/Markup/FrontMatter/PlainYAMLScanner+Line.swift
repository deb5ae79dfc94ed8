/// Parses what is within one line.
extension PlainYAMLScanner {
  func text(_ start: Int, _ stop: Int) -> String { String(decoding: bytes[start..<stop], as: UTF8.self) }

  /// A key of letters, digits and `_`, followed by a colon and a space or the end of the line. If it starts with a letter,
  /// dots and hyphens may follow.
  func key(from start: Int, to stop: Int) -> Span? {
    var index = start
    let isWord = start < stop && bytes[start].isASCIILetter
    while index < stop {
      let byte = bytes[index]
      let isPunctuation = isWord && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"))
      guard byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") || isPunctuation else { break }
      index += 1
    }
    guard index > start, index < stop, bytes[index] == UInt8(ascii: ":"),
      index + 1 == stop || bytes[index + 1] == UInt8(ascii: " ")
    else { return nil }
    return Span(start, index)
  }

  func plain(from start: Int, to stop: Int) -> YAMLValue? {
    guard start < stop else { return nil }
    let first = bytes[start]
    guard first >= 0x80 || first.isASCIILetter || first.isASCIIDigit || first == UInt8(ascii: "(") else { return nil }
    for index in start..<stop {
      let byte = bytes[index]
      // Most text is Chinese.
      if byte >= 0x80, byte != 0xEF { continue }
      if byte == UInt8(ascii: "#"), bytes[index - 1] == UInt8(ascii: " ") { return nil }
      if byte == UInt8(ascii: ":"), index + 1 == stop || bytes[index + 1] == UInt8(ascii: " ") { return nil }
      if byte < 0x20 || byte == 0x7F { return nil }
      // The library drops a byte order mark at the start of a value.
      if byte == 0xEF, index + 2 < stop, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return nil }
    }
    return YAMLValue(.scalar(text(start, stop), isQuoted: false), at: Span(start, stop))
  }

  func quoted(from start: Int, to stop: Int) -> YAMLValue? {
    let quote = bytes[start]
    var index = start + 1
    while index < stop, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { return escaped(from: start, to: stop) }
      if bytes[index] == UInt8(ascii: "\r") { return nil }
      index += 1
    }
    guard index < stop else { return nil }
    // Two of them are an escaped quote.
    if quote == UInt8(ascii: "'"), index + 1 < stop, bytes[index + 1] == quote { return nil }
    return YAMLValue(.scalar(text(start + 1, index), isQuoted: true), at: Span(start, index + 1))
  }

  /// A double-quoted text with escaped line breaks, quotes or backslashes.
  private func escaped(from start: Int, to stop: Int) -> YAMLValue? {
    var written: [UInt8] = []
    var index = start + 1
    while index < stop, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
        guard index < stop else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "n"): written.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): written.append(bytes[index])
        default: return nil
        }
      } else {
        written.append(bytes[index])
      }
      index += 1
    }
    guard index < stop else { return nil }
    return YAMLValue(.scalar(String(decoding: written, as: UTF8.self), isQuoted: true), at: Span(start, index + 1))
  }

  // MARK: Brackets

  /// `[…]` or `{…}`.
  mutating func bracketed(from start: Int, to stop: Int) -> YAMLValue? {
    depth += 1
    defer { depth -= 1 }
    guard depth < YAMLReader.deepest else { return nil }
    return bytes[start] == UInt8(ascii: "[")
      ? bracketedList(from: start, to: stop) : bracketedMapping(from: start, to: stop)
  }

  private mutating func bracketedList(from start: Int, to stop: Int) -> YAMLValue? {
    var items: [YAMLValue] = []
    let end = parts(from: start + 1, to: stop, closedBy: UInt8(ascii: "]")) { scanner, index in
      guard let item = scanner.part(from: index, to: stop) else { return nil }
      items.append(item)
      return Int(item.span.end)
    }
    return end.map { YAMLValue(.sequence(items), at: Span(start, $0)) }
  }

  private mutating func bracketedMapping(from start: Int, to stop: Int) -> YAMLValue? {
    var entries: [YAMLEntry] = []
    let end = parts(from: start + 1, to: stop, closedBy: UInt8(ascii: "}")) { scanner, index in
      guard let keySpan = scanner.key(from: index, to: stop) else { return nil }
      let key = scanner.text(index, Int(keySpan.end))
      let behind = scanner.skipSpaces(from: Int(keySpan.end) + 1, to: stop)
      guard !entries.contains(where: { $0.key == key }), let value = scanner.part(from: behind, to: stop) else {
        return nil
      }
      entries.append(YAMLEntry(key: key, keySpan: keySpan, value: value))
      return Int(value.span.end)
    }
    return end.map { YAMLValue(.mapping(entries), at: Span(start, $0)) }
  }

  /// Parses comma-separated parts up to the closing bracket.
  ///
  /// - Parameter read: Parses the part at an index and returns its end.
  /// - Returns: The index after the closing bracket.
  private mutating func parts(
    from start: Int, to stop: Int, closedBy bracket: UInt8, _ read: (inout PlainYAMLScanner, Int) -> Int?
  ) -> Int? {
    var index = skipSpaces(from: start, to: stop)
    if index < stop, bytes[index] == bracket { return index + 1 }
    while index < stop, let end = read(&self, index) {
      index = skipSpaces(from: end, to: stop)
      guard index < stop else { return nil }
      if bytes[index] == bracket { return index + 1 }
      guard bytes[index] == UInt8(ascii: ",") else { return nil }
      index = skipSpaces(from: index + 1, to: stop)
    }
    return nil
  }

  private func skipSpaces(from start: Int, to stop: Int) -> Int {
    var index = start
    while index < stop, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }

  /// A value inside brackets.
  private mutating func part(from start: Int, to stop: Int) -> YAMLValue? {
    guard start < stop else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return bracketed(from: start, to: stop)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(from: start, to: stop)
    default:
      var index = start
      while index < stop {
        switch bytes[index] {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
          var last = index
          while last > start, bytes[last - 1] == UInt8(ascii: " ") { last -= 1 }
          return plain(from: start, to: last)
        // The library has special rules for these in brackets.
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"): return nil
        default: index += 1
        }
      }
      return nil
    }
  }
}
