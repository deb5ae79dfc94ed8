internal import Diagnostics
internal import Languages
internal import Synchronization

/// Interprets labels that are neither those of the form nor known variants. They are rare, so the lookup tables are built
/// when the first one occurs.
final class TolerantLabels: Sendable {
  private let axes: [FormAxis]
  private let keys = Mutex<Keys?>(nil)

  init(_ axes: [FormAxis]) {
    self.axes = axes
  }

  /// The row or column that a label most likely means.
  struct Guess {
    /// Several if blocks have a column of the same name.
    let places: [AxisIndex.Place]
    /// Whether the label is only cut short, which is not worth a finding.
    let isSame: Bool
  }

  private struct Keys {
    var bare: [String: [AxisIndex.Place]] = [:]
    var unmarked: [String: [AxisIndex.Place]] = [:]
    var all: [(place: AxisIndex.Place, words: String, enumerator: String?)] = []
  }

  /// The rows or columns with the same label, apart from years and brackets.
  func same(as label: Label) -> [AxisIndex.Place] { withKeys { $0.bare[label.bare] ?? [] } }

  /// The row or column whose label is most similar.
  ///
  /// - Parameter isTaken: Whether another label already names a row or column.
  func guess(_ label: Label, isTaken: (AxisIndex.Place) -> Bool) -> Guess? {
    let bare = label.bare
    guard bare.count > 1 else { return nil }
    let (unmarked, all) = withKeys { ($0.unmarked[label.unmarked] ?? [], $0.all) }
    if let only = only(unmarked.filter { !isTaken($0) }) { return Guess(places: only, isSame: false) }
    let cut = all.filter { $0.words.hasPrefix(bare) && 3 * bare.count >= 2 * $0.words.count && !isTaken($0.place) }
    if let only = only(cut.map(\.place)) { return Guess(places: only, isSame: true) }
    return nearest(bare, label.enumerator, among: all, isTaken)
  }

  private func nearest(
    _ words: String, _ enumerator: String?, among all: [(place: AxisIndex.Place, words: String, enumerator: String?)],
    _ isTaken: (AxisIndex.Place) -> Bool
  ) -> Guess? {
    var near: [(place: AxisIndex.Place, distance: Int, enumerator: String?)] = []
    for item in all {
      guard let distance = Suggestion.distance(words, item.words), !isTaken(item.place) else { continue }
      near.append((item.place, distance, item.enumerator))
    }
    let numbered = near.filter { $0.enumerator != nil && $0.enumerator == enumerator }
    let candidates = numbered.isEmpty ? near : numbered
    guard let least = candidates.map(\.distance).min() else { return nil }
    return only(candidates.filter { $0.distance == least }.map(\.place)).map { Guess(places: $0, isSame: false) }
  }

  /// The distinct places if all have the same label, otherwise `nil`.
  private func only(_ places: [AxisIndex.Place]) -> [AxisIndex.Place]? {
    func name(_ place: AxisIndex.Place) -> String { axes[place.block].items[place.item].label.chinese }
    guard let first = places.first, places.allSatisfy({ name($0) == name(first) }) else { return nil }
    return places.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func withKeys<Result: Sendable>(_ body: @Sendable (Keys) -> Result) -> Result {
    keys.withLock { known in
      if let known { return body(known) }
      var keys = Keys()
      for (block, axis) in axes.enumerated() {
        for (item, value) in axis.items.enumerated() {
          let place = AxisIndex.Place(block: block, item: item)
          for key in value.keys {
            if keys.bare[key.bare]?.contains(place) != true { keys.bare[key.bare, default: []].append(place) }
            if keys.unmarked[key.unmarked]?.contains(place) != true {
              keys.unmarked[key.unmarked, default: []].append(place)
            }
            keys.all.append((place, key.bare, key.enumerator))
          }
        }
      }
      known = keys
      return body(keys)
    }
  }
}
