internal import Bytes

/// Makes text that others wrote (file names, titles, source lines) safe to show: characters that would control a
/// terminal or a log, or mislead a reader, are replaced by their number, `\u{1B}`.
package enum VisibleText {
  /// Which line breaks are kept.
  enum LineBreaks {
    /// None: the text is part of a line.
    case none
    /// Line feeds and tabs: the text consists of whole lines.
    case kept
  }

  /// Which characters are replaced.
  enum Hidden {
    case all
    /// Only control characters; merely invisible ones are kept.
    case controls
  }

  /// Escapes a text that is part of a line.
  package static func shown(_ text: some StringProtocol) -> String {
    // A placeholder, because the text does not start a line.
    var result = "|"
    append(text, to: &result)
    return String(result.unicodeScalars.dropFirst())
  }

  /// - Parameter result: The text so far, already escaped.
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
    // A runner treats a line as a command if it begins with `::`, even after blanks, or contains `##[`.
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

  /// Whether this is the second `#` of `##[` or `##vso[`, or could become it with what is appended next.
  private static func isMarker(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    guard index == 0 || scalars[index - 1] == "#" else { return false }
    return next == "[" || next == "v" || (next == nil && index > 0)
  }
}

/// Tells for each character of a text, asked in order, whether it is to be replaced.
private struct HiddenCharacters {
  /// Byte offsets of the invisible characters, last first.
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
