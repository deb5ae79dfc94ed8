/// Finds the parts of YAML that are rejected before the library sees the text: a few hundred bytes of anchors and
/// aliases can expand to seconds of work.
enum YAMLIndicators {
  /// The first anchor (`&a`), alias (`*a`), tag (`!t`), directive (`%`) or explicit key (`? `) outside quotes, comments
  /// and block scalars.
  static func firstRefused(in source: SourceFile, _ span: Span) -> Span? {
    var index = Int(span.start)
    let end = Int(span.end)
    let bytes = source.bytes
    var lineStart = index
    var isValueStart = true
    /// The number of open brackets. In brackets, a comma and a colon may end a text.
    var brackets = 0
    /// Whether a quoted text or a bracket ends immediately before the current byte.
    var followsEnd = false
    var blockIndentation: Int?
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        index += 1
        lineStart = index
        isValueStart = true
        if let parent = blockIndentation {
          index = skipBlock(bytes, from: index, to: end, parent: parent)
          lineStart = index
          blockIndentation = nil
        }
        continue
      }
      if byte.isASCIIWhitespace {
        index += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "#") where index == lineStart || bytes[index - 1].isASCIIWhitespace:
        while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        followsEnd = isValueStart
        if isValueStart { index = skipQuoted(bytes, from: index, to: end) } else { index += 1 }
        isValueStart = false
        continue
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
        if isValueStart { return word(bytes, from: index, to: end) }
      case UInt8(ascii: "%") where index == lineStart:
        return word(bytes, from: index, to: end)
      case UInt8(ascii: "?") where isValueStart && (index + 1 == end || bytes[index + 1].isASCIIWhitespace):
        return Span(index, index + 1)
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        if isValueStart { blockIndentation = indentation(bytes, lineStart: lineStart, to: end) }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if isValueStart || brackets > 0 {
          brackets += 1
          isValueStart = true
        }
        index += 1
        continue
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets = max(0, brackets - 1)
        followsEnd = true
        isValueStart = false
        index += 1
        continue
      case UInt8(ascii: ",") where brackets > 0:
        isValueStart = true
        index += 1
        continue
      case UInt8(ascii: "-"):
        // An item of a list. Within a text it is an ordinary character.
        isValueStart = isValueStart && (index + 1 == end || bytes[index + 1].isASCIIWhitespace)
        index += 1
        continue
      case UInt8(ascii: ":"):
        // In brackets, a value may follow a quoted key without a space.
        isValueStart = (brackets > 0 && followsEnd) || index + 1 == end || bytes[index + 1].isASCIIWhitespace
        index += 1
        continue
      default: break
      }
      isValueStart = false
      followsEnd = false
      index += 1
    }
    return nil
  }

  private static func word(_ bytes: [UInt8], from start: Int, to end: Int) -> Span {
    var stop = start
    while stop < end, !bytes[stop].isASCIIWhitespace, bytes[stop] != UInt8(ascii: ","), bytes[stop] != UInt8(ascii: "]")
    {
      stop += 1
    }
    return Span(start, stop)
  }

  private static func skipQuoted(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let quote = bytes[start]
    var index = start + 1
    while index < end, bytes[index] != quote {
      index += quote == UInt8(ascii: "\"") && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, end)
  }

  private static func indentation(_ bytes: [UInt8], lineStart: Int, to end: Int) -> Int {
    var index = lineStart
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index - lineStart
  }

  /// Skips the lines of a block scalar: those that are blank or indented deeper than the line that opened it.
  private static func skipBlock(_ bytes: [UInt8], from start: Int, to end: Int, parent: Int) -> Int {
    var index = start
    while index < end {
      var text = index
      while text < end, bytes[text] == UInt8(ascii: " ") { text += 1 }
      let isBlank = text == end || bytes[text] == UInt8(ascii: "\n") || bytes[text] == UInt8(ascii: "\r")
      if !isBlank, text - index <= parent { return index }
      while text < end, bytes[text] != UInt8(ascii: "\n") { text += 1 }
      index = min(text + 1, end)
    }
    return end
  }
}
