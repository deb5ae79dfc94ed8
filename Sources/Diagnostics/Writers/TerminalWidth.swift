/// The width of a text in columns of a terminal or characters of a worksheet column.
package enum TerminalWidth {
  /// Counts graphemes: an emoji made of several scalars takes two columns.
  package static func columns(of scalars: some Sequence<Unicode.Scalar>) -> Int {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).reduce(0) { $0 + columns(of: $1) }
  }

  static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    // U+FE0F selects the emoji form of a character that also has a text form, such as ❤.
    let isEmoji =
      first.properties.isEmojiPresentation
      || (scalars.count > 1 && first.properties.isEmoji && scalars.contains("\u{FE0F}"))
    if isEmoji { return 2 }
    return scalars.map { columns(of: $0) }.max() ?? 0
  }

  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    switch scalar.value {
    // Conjoining vowels and final consonants of Hangul are drawn within the preceding character.
    case 0x1160...0x11FF: return 0
    // East Asian width W and F.
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
