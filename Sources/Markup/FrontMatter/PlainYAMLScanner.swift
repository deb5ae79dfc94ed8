/// Parses the plain subset of YAML that nearly all sources use: mappings, lists and scalars, nested by indentation,
/// brackets that close on the line that opens them, and comments on lines of their own.
///
/// It is about twenty times faster than a YAML library. For anything else it returns `nil`, and the library parses the
/// text. A test compares both.
struct PlainYAMLScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// The start of the next line to be parsed.
  private var position: Int
  var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, in span: Span) {
    self.bytes = bytes
    position = Int(span.start)
    end = Int(span.end)
  }

  mutating func scan() -> YAMLValue? {
    guard let first = nextText(), first == position, let value = block(from: first, indentation: 0), nextText() == nil
    else { return nil }
    return value
  }

  // MARK: Lines

  /// Advances to the next line that contains more than spaces and a comment.
  ///
  /// - Returns: Its first byte that is not a space; `nil` at the end.
  private mutating func nextText() -> Int? {
    while position < end {
      var index = position
      while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
      let lineEnd = endOfLine(from: index)
      guard index == lineEnd || isComment(from: index, to: lineEnd) else { return index }
      position = next(lineEnd)
    }
    position = end
    return nil
  }

  /// In YAML, a carriage return alone ends a comment. Text after it is left to the library.
  private func isComment(from start: Int, to lineEnd: Int) -> Bool {
    guard bytes[start] == UInt8(ascii: "#") else { return false }
    return bytes.firstIndex(of: UInt8(ascii: "\r"), from: start).map { $0 >= lineEnd } ?? true
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

  // MARK: Blocks

  /// A mapping or list that may span several lines.
  ///
  /// - Parameters:
  ///   - first: The index of its first key or dash.
  ///   - indentation: The column of its keys or dashes.
  private mutating func block(from first: Int, indentation: Int) -> YAMLValue? {
    depth += 1
    defer { depth -= 1 }
    guard depth < YAMLReader.deepest else { return nil }
    return isDash(at: first)
      ? list(from: first, indentation: indentation) : mapping(from: first, indentation: indentation)
  }

  private static let shortMapping = 32

  private mutating func mapping(from first: Int, indentation: Int) -> YAMLValue? {
    var entries: [YAMLEntry] = []
    // Most mappings are short; the keys of a long one are looked up in a set.
    var known: Set<String> = []
    var start = first
    while true {
      guard let entry = entry(from: start, indentation: indentation) else { return nil }
      if entries.count < Self.shortMapping {
        if entries.contains(where: { $0.key == entry.key }) { return nil }
      } else {
        if known.isEmpty { known = Set(entries.map(\.key)) }
        guard known.insert(entry.key).inserted else { return nil }
      }
      entries.append(entry)
      guard let following = nextText(), following - position >= indentation else { break }
      // Deeper indentation would continue the previous value.
      guard following - position == indentation else { return nil }
      start = following
    }
    return YAMLValue(.mapping(entries), at: Span(first, Int(entries[entries.count - 1].value.span.end)))
  }

  private mutating func list(from first: Int, indentation: Int) -> YAMLValue? {
    var items: [YAMLValue] = []
    var dash = first
    while true {
      guard let item = item(behind: dash, indentation: indentation) else { return nil }
      items.append(item)
      guard let following = nextText(), following - position >= indentation else { break }
      guard following - position == indentation else { return nil }
      // A list may be as far to the left as the key that it belongs to; the next key then ends it.
      if !isDash(at: following) { break }
      dash = following
    }
    return YAMLValue(.sequence(items), at: Span(first, Int(items[items.count - 1].span.end)))
  }

  private func isDash(at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "-") && index + 1 < end && bytes[index + 1] == UInt8(ascii: " ")
  }

  private mutating func item(behind dash: Int, indentation: Int) -> YAMLValue? {
    var index = dash + 1
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    let lineEnd = endOfLine(from: index)
    if index == lineEnd || isDash(at: index) { return nil }
    if key(from: index, to: lineEnd) != nil {
      return block(from: index, indentation: indentation + index - dash)
    }
    position = next(lineEnd)
    return value(from: index, to: lineEnd)
  }

  private mutating func entry(from start: Int, indentation: Int) -> YAMLEntry? {
    let lineEnd = endOfLine(from: start)
    guard let keySpan = key(from: start, to: lineEnd) else { return nil }
    let colon = Int(keySpan.end)
    var index = colon + 1
    while index < lineEnd, bytes[index] == UInt8(ascii: " ") { index += 1 }
    position = next(lineEnd)
    let value =
      index == lineEnd
      ? nested(behind: colon, indentation: indentation) : value(from: index, to: lineEnd)
    return value.map { YAMLEntry(key: text(start, colon), keySpan: keySpan, value: $0) }
  }

  /// The value of `key:` with nothing on its line: a block, or null.
  private mutating func nested(behind colon: Int, indentation: Int) -> YAMLValue? {
    if let first = nextText() {
      let deeper = first - position
      if deeper > indentation || (deeper == indentation && isDash(at: first)) {
        return block(from: first, indentation: deeper)
      }
    }
    return YAMLValue(.scalar("", isQuoted: false), at: Span(colon + 1, colon + 1))
  }

  /// A value that takes up the rest of a line.
  private mutating func value(from start: Int, to lineEnd: Int) -> YAMLValue? {
    var stop = lineEnd
    while stop > start, bytes[stop - 1] == UInt8(ascii: " ") { stop -= 1 }
    switch bytes[start] {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return bracketed(from: start, to: stop).flatMap { Int($0.span.end) == stop ? $0 : nil }
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return quoted(from: start, to: stop).flatMap { Int($0.span.end) == stop ? $0 : nil }
    default:
      return plain(from: start, to: stop)
    }
  }
}
