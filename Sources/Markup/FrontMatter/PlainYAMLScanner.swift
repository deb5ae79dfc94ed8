/// Reads the plain subset of YAML that nearly all front matter is written in: mappings of scalars, nested by two
/// spaces, without block scalars, flow collections, escapes or comments behind values.
///
/// It is some hundred times faster than a YAML library. On anything else it declines with `nil`, and the library
/// reads the text. A test compares both.
struct PlainYAMLScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position: Int
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, in span: Span) {
    self.bytes = bytes
    position = Int(span.start)
    end = Int(span.end)
  }

  mutating func scan() -> YAMLValue? {
    let start = position
    guard let entries = mapping(indentation: 0), position >= end else { return nil }
    return YAMLValue(.mapping(entries), at: Span(start, end))
  }

  private mutating func mapping(indentation: Int) -> [YAMLEntry]? {
    depth += 1
    defer { depth -= 1 }
    guard depth < YAMLReader.deepest else { return nil }
    var entries: [YAMLEntry] = []
    while position < end {
      let lineEnd = endOfLine(from: position)
      var index = position
      while index < lineEnd, bytes[index] == UInt8(ascii: " ") { index += 1 }
      if index == lineEnd {
        position = next(lineEnd)
        continue
      }
      if index - position < indentation { break }
      guard index - position == indentation, let entry = entry(from: index, to: lineEnd, indentation: indentation),
        !entries.contains(where: { $0.key == entry.key })
      else { return nil }
      entries.append(entry)
    }
    return entries.isEmpty ? nil : entries
  }

  private mutating func entry(from start: Int, to lineEnd: Int, indentation: Int) -> YAMLEntry? {
    var index = start
    while index < lineEnd, bytes[index].isASCIILetter || bytes[index].isASCIIDigit || bytes[index] == UInt8(ascii: "_")
    {
      index += 1
    }
    guard index > start, index < lineEnd, bytes[index] == UInt8(ascii: ":") else { return nil }
    let keySpan = Span(start, index)
    let key = String(decoding: bytes[start..<index], as: UTF8.self)
    index += 1
    guard index == lineEnd || bytes[index] == UInt8(ascii: " ") else { return nil }
    while index < lineEnd, bytes[index] == UInt8(ascii: " ") { index += 1 }
    var stop = lineEnd
    while stop > index, bytes[stop - 1] == UInt8(ascii: " ") { stop -= 1 }
    position = next(lineEnd)
    if index == stop {
      guard let value = nested(under: index, indentation: indentation) else { return nil }
      return YAMLEntry(key: key, keySpan: keySpan, value: value)
    }
    guard let value = scalar(from: index, to: stop), !continues(indentation: indentation) else { return nil }
    return YAMLEntry(key: key, keySpan: keySpan, value: value)
  }

  /// What stands under `key:` without a value: a nested mapping, or nothing.
  private mutating func nested(under index: Int, indentation: Int) -> YAMLValue? {
    guard position < end else { return YAMLValue(.scalar("", isQuoted: false), at: Span(index, index)) }
    var deeper = position
    while deeper < end, bytes[deeper] == UInt8(ascii: " ") { deeper += 1 }
    guard deeper < end, bytes[deeper].isASCIILetter else { return nil }
    if deeper - position <= indentation { return YAMLValue(.scalar("", isQuoted: false), at: Span(index, index)) }
    let start = deeper
    guard let entries = mapping(indentation: deeper - position) else { return nil }
    return YAMLValue(.mapping(entries), at: Span(start, Int(entries.last?.value.span.end ?? UInt32(start))))
  }

  /// Whether the next line is indented deeper, which makes it part of a plain scalar in YAML.
  private func continues(indentation: Int) -> Bool {
    var index = position
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index < end && index - position > indentation && bytes[index] != UInt8(ascii: "\n")
  }

  private func scalar(from start: Int, to stop: Int) -> YAMLValue? {
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard stop - start >= 2, bytes[stop - 1] == quote else { return nil }
      for index in (start + 1)..<(stop - 1) where bytes[index] == quote || bytes[index] == UInt8(ascii: "\\") {
        return nil
      }
      let text = String(decoding: bytes[(start + 1)..<(stop - 1)], as: UTF8.self)
      return YAMLValue(.scalar(text, isQuoted: true), at: Span(start, stop))
    }
    guard quote >= 0x80 || quote.isASCIILetter || quote.isASCIIDigit else { return nil }
    for index in start..<stop {
      let byte = bytes[index]
      if byte == UInt8(ascii: "#"), bytes[index - 1] == UInt8(ascii: " ") { return nil }
      if byte == UInt8(ascii: ":"), index + 1 == stop || bytes[index + 1] == UInt8(ascii: " ") { return nil }
      if byte < 0x20 || byte == 0x7F { return nil }
      // The library drops a byte order mark at the start of a value.
      if byte == 0xEF, index + 2 < stop, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return nil }
    }
    return YAMLValue(
      .scalar(String(decoding: bytes[start..<stop], as: UTF8.self), isQuoted: false), at: Span(start, stop))
  }

  private func endOfLine(from index: Int) -> Int {
    let line = bytes.firstIndex(of: UInt8(ascii: "\n"), from: index).map { min($0, end) } ?? end
    return line > index && bytes[line - 1] == UInt8(ascii: "\r") ? line - 1 : line
  }

  private func next(_ lineEnd: Int) -> Int {
    var index = lineEnd
    if index < end, bytes[index] == UInt8(ascii: "\r") { index += 1 }
    return index < end ? index + 1 : end
  }
}
