internal import Bytes

/// Emphasis beside Chinese punctuation, and asterisks between numbers.
///
/// In CommonMark the asterisks of `**（一）主动公开。**2024年` are not emphasis, because there is punctuation inside and a
/// letter outside. That rule is made for languages with spaces between words. Here they are emphasis, as in the proposed
/// CJK-friendly amendment of CommonMark. An asterisk after a digit never opens emphasis: `2*3*4米`.
enum EmphasisMarks {
  /// Ranges for placeholders: empty ones next to asterisks, and single asterisks that are text.
  static func edits(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Range<Int>] {
    var edits: [Range<Int>] = []
    // Lengths of the runs in this block that may have opened emphasis.
    var open: [Int] = []
    var index = start
    var blockEnd = start
    while let first = bytes.firstIndex(of: UInt8(ascii: "*"), from: index) {
      // The asterisk of `\\***重点**` that is escaped is text before the run.
      let found = isEscaped(first, in: bytes) ? first + 1 : first
      var end = found
      while end < bytes.count, bytes[end] == UInt8(ascii: "*") { end += 1 }
      index = end
      if end == found { continue }
      if found >= blockEnd {
        open = []
        blockEnd = endOfBlock(in: bytes, from: found)
      }
      let before = Neighbour(before: found, in: bytes)
      let after = Neighbour(at: end, in: bytes)
      let length = end - found
      if before.kind == .blank && after.kind == .blank { continue }
      if let opener = open.lastIndex(of: length), before.kind != .blank {
        open.removeSubrange(opener...)
        if before.kind == .mark, after.kind == .letter, before.isBound(to: after, length) {
          edits.append(found..<found)
        }
      } else if length == 1, before.isDigit {
        edits.append(found..<end)
      } else if after.kind != .blank {
        open.append(length)
        if after.kind == .mark, before.kind == .letter, after.isBound(to: before, length) { edits.append(end..<end) }
      }
    }
    return edits
  }

  /// Emphasis ends at a blank line and at the end of a table cell.
  private static func endOfBlock(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    var isBlank = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "|"): return index
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if isBlank, bytes[index] == UInt8(ascii: "\n") { return index }
        isBlank = isBlank || bytes[index] == UInt8(ascii: "\n")
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: isBlank = false
      }
      index += 1
    }
    return index
  }

  private static func isEscaped(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var first = index
    while first > 0, bytes[first - 1] == UInt8(ascii: "\\") { first -= 1 }
    return (index - first) % 2 == 1
  }

  /// The character before or after a run of asterisks.
  private struct Neighbour {
    enum Kind { case blank, mark, letter }
    let kind: Kind
    let isASCII: Bool
    let isDigit: Bool

    init(before index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
      var start = index - 1
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      self.init(start >= 0 ? bytes[start..<index] : bytes[0..<0])
    }

    init(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
      var end = min(index + 1, bytes.count)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      self.init(bytes[index..<end])
    }

    private init(_ character: Slice<UnsafeBufferPointer<UInt8>>) {
      guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else {
        (kind, isASCII, isDigit) = (.blank, true, false)
        return
      }
      isASCII = scalar.isASCII
      isDigit = ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .control, .lineSeparator, .paragraphSeparator: kind = .blank
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation:
        kind = .mark
      // To the library, `￥` and other symbols outside of ASCII are letters.
      case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: kind = isASCII ? .mark : .letter
      default: kind = .letter
      }
    }

    /// Whether the asterisks count as emphasis between this punctuation mark inside and a letter outside.
    func isBound(to letter: Neighbour, _ length: Int) -> Bool {
      !isASCII || !letter.isASCII || length > 1 && letter.isDigit
    }
  }
}
