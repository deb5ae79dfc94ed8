/// Guesses what somebody meant to write.
package enum Suggestion {
  /// The candidate with the smallest edit distance, if it is close enough.
  ///
  /// Up to a third of the longer text may differ, and at least one character. Swapping two adjacent characters counts
  /// as one edit.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      guard let distance = distance(word, candidate) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The edit distance of two texts; `nil` if they are too different for one to be meant by the other.
  package static func distance(_ left: String, _ right: String) -> Int? {
    let (left, right) = (Array(left), Array(right))
    let allowed = max(1, max(left.count, right.count) / 3)
    guard abs(left.count - right.count) <= allowed else { return nil }
    let distance = editDistance(left, right)
    return distance <= allowed ? distance : nil
  }

  /// “Did you mean …?”, if a candidate is close enough.
  ///
  /// - Parameter isLabel: Whether the candidates are labels of a form, which are put in quotation marks.
  package static func help(
    for word: String, among candidates: some Sequence<String>, isLabel: Bool = false
  ) -> LocalizedText? {
    nearest(to: word, among: candidates).map { help($0, isLabel: isLabel) }
  }

  package static func help(_ candidate: String, isLabel: Bool = false) -> LocalizedText {
    isLabel
      ? LocalizedText("是否指“\(candidate)”？", en: "did you mean “\(candidate)”?")
      : LocalizedText("是否指 \(candidate)？", en: "did you mean \(candidate)?")
  }

  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var distance = min(above[j] + (a == b ? 0 : 1), row[j] + 1, above[j + 1] + 1)
        let isSwap = i > 0 && j > 0 && a == right[j - 1] && b == left[i - 1]
        if isSwap { distance = min(distance, before[j - 1] + 1) }
        row.append(distance)
      }
      (before, above) = (above, row)
    }
    return above[right.count]
  }
}
