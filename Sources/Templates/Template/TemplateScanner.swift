internal import Markup

/// A tag of Mustache: `{{#name}}`.
struct TemplateTag {
  enum Kind {
    case escaped, raw
    case section, inverted, end
    case partial, comment
  }

  let kind: Kind
  let name: String
  let line: Int
}

/// Splits a Mustache file into text and tags.
struct TemplateScanner {
  let source: SourceFile
  /// Whether nothing has been found so far that Mustache might read differently.
  var isPlain = true
  private var position = 0
  private var line = 1
  /// Whether the output so far ends a line. A line that holds only a tag then produces no output.
  private var isAtLineStart = true

  init(_ source: SourceFile) {
    self.source = source
  }

  /// The text up to the next tag or the end of the file, without indentation and blank lines.
  mutating func literal() -> [UInt8] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var text: [UInt8] = []
      while position < bytes.count, !Self.has("{{", at: position, in: bytes) {
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
          if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
          line += 1
          if !isAtLineStart { text.append(UInt8(ascii: "\n")) }
          isAtLineStart = true
        case UInt8(ascii: " "), UInt8(ascii: "\t"):
          if !isAtLineStart { text.append(byte) }
        default:
          isAtLineStart = false
          text.append(byte)
        }
      }
      // swift-mustache reads a brace at the end of a file as the start of an unclosed tag.
      if position == bytes.count, bytes.last == UInt8(ascii: "{") { isPlain = false }
      return text
    }
  }

  /// The tag at the current position; `nil` at the end of the file, and for a tag that is never closed.
  mutating func tag() -> TemplateTag? {
    guard position < source.bytes.count, let written = written() else { return nil }
    var kind = TemplateTag.Kind.escaped
    var name = written.text[...]
    if written.isTriple {
      kind = .raw
    } else if let mark = name.utf8.first.flatMap(Self.kind) {
      kind = mark
      name.removeFirst()
    }
    name = Self.trimmed(name)
    if kind == .escaped || kind == .raw { isAtLineStart = false }
    if kind != .comment, !Self.isName(name) { isPlain = false }
    return TemplateTag(kind: kind, name: String(name), line: written.line)
  }

  /// The text between the next pair of braces.
  private mutating func written() -> (text: String, isTriple: Bool, line: Int)? {
    let (start, stop, isTriple): (Int, Int?, Bool) = source.bytes.withUnsafeBufferPointer { bytes in
      let isTriple = Self.has("{{{", at: position, in: bytes)
      let start = position + (isTriple ? 3 : 2)
      let stop = bytes.indices.suffix(from: min(start, bytes.count)).first {
        Self.has(isTriple ? "}}}" : "}}", at: $0, in: bytes)
      }
      return (start, stop, isTriple)
    }
    guard let stop else {
      isPlain = false
      position = source.bytes.count
      return nil
    }
    let text = String(decoding: source.bytes[start..<stop], as: UTF8.self)
    let first = line
    line += text.count { $0.isNewline }
    position = stop + (isTriple ? 3 : 2)
    return (text, isTriple, first)
  }

  private static func kind(of mark: UInt8) -> TemplateTag.Kind? {
    switch mark {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "&"): .raw
    default: nil
    }
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func has(_ mark: StaticString, at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let mark = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
    return index + mark.count <= bytes.count && bytes[index] == mark[0]
      && UnsafeBufferPointer(rebasing: bytes[index..<index + mark.count]).elementsEqual(mark)
  }
}
