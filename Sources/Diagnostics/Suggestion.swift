/// Finds what somebody probably meant.
package enum Suggestion {
  /// The candidate that is fewest edits away, if it is near enough to be meant.
  ///
  /// A third of the longer text may differ, and at least one character.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let characters = Array(word)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate)
      let allowed = max(1, max(characters.count, other.count) / 3)
      guard abs(characters.count - other.count) <= allowed else { continue }
      let distance = editDistance(characters, other)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    var above = row
    for (i, a) in left.enumerated() {
      let previous = row
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let substitution = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
        // Two characters that changed places are one slip.
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == right[j] { row[j + 1] = min(row[j + 1], above[j - 1] + 1) }
      }
      above = previous
    }
    return row[right.count]
  }
}
