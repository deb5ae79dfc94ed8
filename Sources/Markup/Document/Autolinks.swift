/// Bare URLs in running text: `https://…`, `http://…`, `www.…` and mail addresses.
///
/// This reimplements GitHub's autolink extension, because the library's own changes process-wide state while it parses.
/// One rule is better for Chinese: a URL ends at the first non-ASCII character, so that it does not swallow the full
/// stop or the words that follow it.
enum Autolinks {
  struct Match {
    var range: Range<Int>
    /// What the text lacks to be a URL: `http://` or `mailto:`.
    var prefix: StaticString
  }

  /// Whether a text can contain a URL at all.
  static func mayContain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    contains(text, "://") || contains(text, "@") || contains(text, "www.")
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var start = 0
    while let index = text.firstIndex(of: word[0], from: start) {
      if text[index...].starts(with: word) { return true }
      start = index + 1
    }
    return false
  }

  static func matches(in text: UnsafeBufferPointer<UInt8>) -> [Match] {
    var matches: [Match] = []
    var index = 0
    while index < text.count {
      if let match = match(in: text, at: index, after: matches.last?.range.upperBound ?? 0) {
        matches.append(match)
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    return matches
  }

  private static func match(in text: UnsafeBufferPointer<UInt8>, at index: Int, after floor: Int) -> Match? {
    switch text[index] {
    case UInt8(ascii: "h") where !followsWord(text, index):
      for scheme in ["https://", "http://"] where starts(text, index, with: scheme) {
        let end = endOfAddress(text, from: index + scheme.utf8.count)
        return end > index + scheme.utf8.count ? Match(range: index..<end, prefix: "") : nil
      }
    case UInt8(ascii: "w") where !followsWord(text, index) && starts(text, index, with: "www."):
      let end = endOfAddress(text, from: index + 4)
      return end > index + 4 ? Match(range: index..<end, prefix: "http://") : nil
    case UInt8(ascii: "@"):
      return mail(in: text, at: index, after: floor)
    default: break
    }
    return nil
  }

  private static func followsWord(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index > 0 && (text[index - 1].isASCIILetter || text[index - 1].isASCIIDigit)
  }

  private static func starts(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, with word: String) -> Bool {
    text.count - index >= word.utf8.count && text[index...].starts(with: word.utf8)
  }

  private static func endOfAddress(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] > 0x20, text[end] < 0x7F, text[end] != UInt8(ascii: "<") { end += 1 }
    var unopened: Int?
    trailing: while end > start {
      switch text[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"),
        UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ")"):
        // Counted only once, since none of the characters removed from the end is an opening bracket.
        let surplus =
          unopened
          ?? text[start..<end].reduce(0) { $0 + ($1 == UInt8(ascii: ")") ? 1 : $1 == UInt8(ascii: "(") ? -1 : 0) }
        if surplus <= 0 { break trailing }
        unopened = surplus - 1
        end -= 1
      default: break trailing
      }
    }
    return end
  }

  private static func mail(in text: UnsafeBufferPointer<UInt8>, at index: Int, after floor: Int) -> Match? {
    func isName(_ byte: UInt8) -> Bool {
      byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
    }
    var start = index
    while start > floor, isName(text[start - 1]) { start -= 1 }
    var end = index + 1
    while end < text.count, isName(text[end]), text[end] != UInt8(ascii: "+") { end += 1 }
    while end > index + 1, !text[end - 1].isASCIILetter, !text[end - 1].isASCIIDigit { end -= 1 }
    guard start < index, text[(index + 1)..<end].contains(UInt8(ascii: ".")) else { return nil }
    return Match(range: start..<end, prefix: "mailto:")
  }
}
