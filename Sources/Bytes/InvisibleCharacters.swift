internal import CByteSearch

/// An invisible character that can make a text read differently from how it is stored: a control character U+0080 to
/// U+009F, a bidirectional control, a zero-width space, a tag.
package struct InvisibleCharacter {
  package let scalar: Unicode.Scalar
  /// Its bytes in the text.
  package let range: Range<Int>
}

extension UnsafeBufferPointer<UInt8> {
  /// The first invisible character at or after `start` in a UTF-8 text, ignoring those that belong where they are: a
  /// byte order mark at the start, a joiner in an emoji or in a script that uses joiners, a directional mark near
  /// Arabic or Hebrew.
  package func firstInvisibleCharacter(from start: Int = 0) -> InvisibleCharacter? {
    guard let baseAddress else { return nil }
    var index = start
    while true {
      index = Int(cbs_first_invisible(baseAddress, Int64(index), Int64(count)))
      guard index < count, let scalar = scalar(at: index) else { return nil }
      let end = index + UTF8.width(scalar)
      guard let needed = neededEnd(of: scalar, index..<end) else {
        return InvisibleCharacter(scalar: scalar, range: index..<end)
      }
      index = needed
    }
  }

  /// - Returns: The end of the invisible characters if they belong where they are; otherwise `nil`.
  private func neededEnd(of scalar: Unicode.Scalar, _ range: Range<Int>) -> Int? {
    let (before, after) = (self.scalar(before: range.lowerBound), self.scalar(at: range.upperBound))
    let isFlag = before == "\u{1F3F4}" && (0xE0020...0xE007F).contains(scalar.value)
    if isFlag { return endOfFlag(from: range.lowerBound) }
    let isNeeded =
      switch scalar.value {
      case 0xFEFF: range.lowerBound == 0
      case 0xAD: before.isLatin && after.isLatin
      case 0x180E: before.isMongolian || after.isMongolian
      case 0x200C: before.usesJoiners || after.usesJoiners
      case 0x200D: before.usesJoiners || after.usesJoiners || (before.isPartOfEmoji && after.isPartOfEmoji)
      case 0x200E, 0x200F, 0x061C: hasRightToLeft(near: range)
      default: false
      }
    return isNeeded ? range.upperBound : nil
  }

  /// A flag such as that of Scotland is a black flag followed by tags, the last of which is U+E007F.
  private func endOfFlag(from start: Int) -> Int? {
    var index = start
    while let tag = scalar(at: index), (0xE0020...0xE007F).contains(tag.value) {
      index += UTF8.width(tag)
      if tag.value == 0xE007F { return index }
    }
    return nil
  }

  /// Looks at a limited number of bytes, so that a line of nothing but marks does not take quadratic time.
  private func hasRightToLeft(near range: Range<Int>) -> Bool {
    let reach = 96
    var index = Swift.max(0, range.lowerBound - reach)
    let end = Swift.min(count, range.upperBound + reach)
    while index < end {
      if self[index] & 0xC0 != 0x80, let scalar = scalar(at: index), scalar.isRightToLeft { return true }
      index += 1
    }
    return false
  }

  private func scalar(before index: Int) -> Unicode.Scalar? {
    var start = index - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 ? scalar(at: start) : nil
  }

  /// The character whose first byte is at `index`.
  private func scalar(at index: Int) -> Unicode.Scalar? {
    guard index < count else { return nil }
    let first = UInt32(self[index])
    let (width, bits) =
      first < 0x80
      ? (1, first) : first < 0xE0 ? (2, first & 0x1F) : first < 0xF0 ? (3, first & 0x0F) : (4, first & 0x07)
    guard index + width <= count else { return nil }
    return Unicode.Scalar(self[(index + 1)..<(index + width)].reduce(bits) { $0 << 6 | UInt32($1 & 0x3F) })
  }
}

extension Unicode.Scalar {
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF: value != 0x061C
    case 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}

extension Unicode.Scalar? {
  fileprivate var isLatin: Bool {
    guard let self else { return false }
    return self.value < 0x250 && self.properties.isAlphabetic
  }

  fileprivate var isMongolian: Bool {
    guard let self else { return false }
    return (0x1800...0x18AF).contains(self.value)
  }

  /// Whether a joiner may be next to it in an emoji: a pictograph, a skin tone, or the emoji variation selector.
  fileprivate var isPartOfEmoji: Bool {
    guard let self else { return false }
    return self.value == 0xFE0F || (self.value > 0xFF && self.properties.isEmoji)
  }

  /// Arabic (also used for Uyghur and Kazakh), Syriac, N'Ko, and the scripts of India, Tibet, Burma, Cambodia and
  /// Mongolia.
  fileprivate var usesJoiners: Bool {
    guard let self else { return false }
    switch self.value {
    case 0x0620...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1A20...0x1C4F, 0xA840...0xA9DF,
      0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x11000...0x11FFF:
      return true
    default: return false
    }
  }
}
