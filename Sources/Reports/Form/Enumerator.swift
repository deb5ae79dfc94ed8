/// What stands in front of a label to number it as it is written, with its punctuation: `一、`, `（三）`, `1.`
///
/// `Label` says what the number is; both find the same one.
struct WrittenEnumerator {
  /// What stands before the words.
  let text: Substring
  /// Behind the enumerator and the blanks that follow it.
  let words: Substring

  /// - Returns: `nil` when the label has no number in front.
  init?(_ label: String) {
    let scalars = label.unicodeScalars
    var folded: [Unicode.Scalar] = []
    var places: [String.Index] = []
    for place in scalars.indices {
      Label.append(scalars[place], to: &folded)
      while places.count < folded.count { places.append(place) }
    }
    let count = Label.enumerator(of: folded).end
    guard count > 0 else { return nil }
    let end = scalars.index(after: places[count - 1])
    text = label[places[0]..<end]
    words = label[end...].drop { $0.isWhitespace }
  }

  /// How many bytes of a label stand before its words.
  static func length(in label: String) -> Int {
    WrittenEnumerator(label).map { label[..<$0.words.startIndex].utf8.count } ?? 0
  }
}
