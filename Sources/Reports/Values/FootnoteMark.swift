/// The marks that refer from a number to a note below its table: `58*`, `58①`, `58[注1]`.
enum FootnoteMark {
  /// The mark at the end of a text.
  static func ending(_ text: String) -> String? {
    if let last = text.last, isSign(last) {
      return String(text.reversed().prefix { $0 == last }.reversed())
    }
    guard let open = text.lastIndex(where: { "[［〔【(（".contains($0) }), let close = text.last, "]］〕】)）".contains(close)
    else { return nil }
    let name = text[text.index(after: open)...].dropLast()
    return isNumberedNote(name) ? String(text[open...]) : nil
  }

  /// Whether a paragraph below a table starts with a mark.
  static func starts(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if isSign(first) { return true }
    guard "[［〔【".contains(first), let close = text.firstIndex(where: { "]］〕】".contains($0) }) else { return false }
    return isNumberedNote(text[text.index(after: text.startIndex)..<close])
  }

  /// The text of a note after a mark, up to the next mark of the same kind.
  static func remark(_ mark: String, in note: String) -> String? {
    guard let found = note.firstRange(of: mark) else { return nil }
    let rest = note[found.upperBound...]
    let end = rest.indices.first { isStart(of: rest[$0...], like: mark) } ?? rest.endIndex
    let remark = rest[..<end].drop { " 　:：、.".contains($0) }
    let trimmed = String(remark).split(whereSeparator: \.isNewline).joined(separator: " ")
    return trimmed.isEmpty ? nil : trimmed
  }

  private static func isStart(of text: Substring, like mark: String) -> Bool {
    guard let first = text.first, let sign = mark.first else { return false }
    return isSign(sign) ? isSign(first) : first == sign && text.dropFirst().first == "注"
  }

  private static func isSign(_ character: Character) -> Bool {
    switch character {
    case "*", "＊", "※", "†", "‡", "¹", "²", "³", "①"..."⑳": true
    default: false
    }
  }

  /// `注`, `注1`, `备注2`.
  private static func isNumberedNote(_ name: Substring) -> Bool {
    guard let word = ["备注", "注"].first(where: { name.hasPrefix($0) }) else { return false }
    return name.dropFirst(word.count).allSatisfy { $0.isNumber || "一二三四五六七八九十".contains($0) }
  }
}
