/// The number in front of a label as it is written, with its punctuation: `一、`, `（三）`, `1.`
struct WrittenEnumerator {
  /// What stands before the words.
  let text: Substring
  /// Behind the enumerator and the blanks that follow it.
  let words: Substring

  /// - Returns: `nil` when the label has no number in front.
  init?(_ label: String) {
    var rest = label[...].drop { $0.isWhitespace }
    let start = rest.startIndex
    let isBracketed = rest.first == "（" || rest.first == "("
    if isBracketed { rest = rest.dropFirst() }
    let number = rest.prefix { Self.numerals.contains($0) }
    guard !number.isEmpty, let closer = rest.dropFirst(number.count).first else { return nil }
    guard isBracketed ? closer == "）" || closer == ")" : Self.closers.contains(closer) else { return nil }
    let end = rest.index(after: number.endIndex)
    text = label[start..<end]
    words = label[end...].drop { $0.isWhitespace }
  }

  private static let numerals = Set("一二三四五六七八九十0123456789０１２３４５６７８９")
  private static let closers: Set<Character> = ["、", ".", "．", "，", ",", "､"]
}
