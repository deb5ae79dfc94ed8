internal import Bytes

/// Text that others wrote - names of files, titles, lines of sources - as it may be shown: what would steer a terminal,
/// a log or a reader's eye stands there as its number, `\u{1B}`.
package enum VisibleText {
  /// Which of the characters that end lines stay what they are.
  enum LineBreaks {
    /// None: the text is part of a line.
    case none
    /// Line feeds, and tabs: the text has lines of its own.
    case kept
  }

  /// Which characters are not shown as they are.
  enum Hidden {
    case all
    /// Control characters alone; what is merely not seen stays.
    case controls
  }

  /// A text as part of a line.
  package static func shown(_ text: some StringProtocol) -> String {
    // Something stands before it.
    var result = "|"
    append(text, to: &result)
    return String(result.unicodeScalars.dropFirst())
  }

  /// - Parameter result: what stands before it, all of it shown already.
  static func append(
    _ text: some StringProtocol, to result: inout String, _ lineBreaks: LineBreaks = .none, _ which: Hidden = .all
  ) {
    var text = String(text)
    let needsNothing = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: ":") }
        && bytes.firstInvisibleCharacter() == nil
    }
    if needsNothing {
      result += text
      return
    }
    // A runner takes a line for a command that begins with `::`, blanks or not, or has `##[` anywhere.
    var isLineStart = endsInLineStart(result)
    var hidden = HiddenCharacters(of: text, which)
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isHidden = hidden.contains(scalar)
      let isKept = lineBreaks == .kept && (scalar == "\n" || scalar == "\t")
      let isCommand = (scalar == ":" && isLineStart) || (scalar == "#" && isMarker(index, of: scalars))
      if (isHidden && !isKept) || isCommand {
        result += number(of: scalar)
        isLineStart = false
      } else {
        result.unicodeScalars.append(scalar)
        isLineStart = scalar == "\n" || (isLineStart && scalar.properties.isWhitespace)
      }
    }
  }

  /// `\u{202E}`
  package static func number(of scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  private static func endsInLineStart(_ text: String) -> Bool {
    for scalar in text.unicodeScalars.reversed() {
      if scalar == "\n" { return true }
      if !scalar.properties.isWhitespace { return false }
    }
    return true
  }

  /// Whether the sign is, or may with what follows become, the second of `##[` or `##vso[`.
  private static func isMarker(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    guard index == 0 || scalars[index - 1] == "#" else { return false }
    return next == "[" || next == "v" || (next == nil && index > 0)
  }
}

/// Tells of each character of a text, in their order, whether it is hidden.
private struct HiddenCharacters {
  /// Places of the invisible ones, in bytes, the last first.
  private var places: [Int] = []
  private var place = 0

  init(of text: String, _ which: VisibleText.Hidden) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while let found = bytes.firstInvisibleCharacter(from: index) {
        let isHidden = which == .all || found.scalar.properties.generalCategory == .control
        if isHidden { places.append(found.range.lowerBound) }
        index = found.range.upperBound
      }
    }
    places.reverse()
  }

  mutating func contains(_ scalar: Unicode.Scalar) -> Bool {
    defer { place += UTF8.width(scalar) }
    if scalar.value < 0x20 || scalar.value == 0x7F { return true }
    guard places.last == place else { return false }
    places.removeLast()
    return true
  }
}
