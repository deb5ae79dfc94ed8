/// The number in front of a label as written, including punctuation: `一、`, `（三）`, `1.`
///
/// `Label` has the value of the number; both recognize the same numbers.
struct WrittenEnumerator {
  /// The text before the words.
  let text: Substring
  /// The text after the enumerator and the blanks that follow it.
  let words: Substring

  /// - Returns: `nil` if the label does not start with a number.
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

  /// The number of bytes before the words of a label.
  static func length(in label: String) -> Int {
    WrittenEnumerator(label).map { label[..<$0.words.startIndex].utf8.count } ?? 0
  }
}
