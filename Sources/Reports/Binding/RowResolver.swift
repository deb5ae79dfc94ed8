internal import Diagnostics
internal import Markup

/// Determines which form row a row of a table block is, from its label, its group and the preceding rows.
struct RowResolver {
  enum Meaning {
    case row(AxisIndex.Place)
    case group(AxisIndex.Place)
    /// `第二十条第（一）项` within a table.
    case caption(block: Int)
    case unknown
  }

  let form: FormTable
  private var group: AxisIndex.Place?
  private var block: Int?
  private var last: AxisIndex.Place?
  /// The row or group resolved last.
  private var previous: AxisIndex.Place?
  /// Whether the form numbers the row resolved last differently from its label.
  private(set) var isOtherwiseNumbered = false

  init(form: FormTable) {
    self.form = form
  }

  /// - Parameter path: The non-empty label cells of the row, groups first.
  mutating func resolve(_ path: [WrittenLabel]) -> Meaning {
    guard let label = path.last else { return .unknown }
    if path.count == 1 { return resolve(label) }
    // A cell to the left is a group or a caption, which the following rows may leave blank.
    for part in path.dropLast() { _ = resolve(part) }
    let names = path.filter { form.labels.block(captioned: $0) == nil }.map(\.text)
    let found = form.labels.rows.places(along: names)
    return found.isEmpty
      ? settle(among: form.labels.rows.places(labelled: label), label) : settle(on: choose(among: found))
  }

  /// Resolves a row with a single label.
  mutating func resolve(_ label: WrittenLabel) -> Meaning {
    isOtherwiseNumbered = false
    if let place = next(labelled: label) { return settle(on: place) }
    let reading = form.labels.rows.reading(of: label)
    isOtherwiseNumbered = reading.isOtherwiseNumbered
    return settle(among: reading.places, label)
  }

  /// Resolves a row to places that its label does not name exactly.
  mutating func resolve(to places: [AxisIndex.Place]) -> Meaning { settle(on: choose(among: places)) }

  private mutating func settle(among found: [AxisIndex.Place], _ label: WrittenLabel) -> Meaning {
    if found.isEmpty {
      guard let captioned = form.labels.block(captioned: label) else { return .unknown }
      block = captioned
      return .caption(block: captioned)
    }
    return settle(on: choose(among: found))
  }

  /// The item after that of the previous row, if the label is unique to it.
  private func next(labelled label: WrittenLabel) -> AxisIndex.Place? {
    previous.flatMap { form.labels.rows.place(behind: $0, labelled: label) }
  }

  private mutating func settle(on place: AxisIndex.Place) -> Meaning {
    let index = form.labels.rows
    previous = place
    if index.isGroup(place) {
      group = place
      return .group(place)
    }
    if let group, !index.isPlace(place, within: group) { self.group = nil }
    if index.hasChildren(place) { group = place }
    last = place
    return .row(place)
  }

  /// The candidate within the last group or block; otherwise the next one in the order of the form.
  private func choose(among found: [AxisIndex.Place]) -> AxisIndex.Place {
    guard found.count > 1 else { return found[0] }
    let index = form.labels.rows
    if let group, let inGroup = found.first(where: { index.isPlace($0, within: group) && $0 != group }) {
      return inGroup
    }
    if let block, let inBlock = found.first(where: { $0.block == block }) { return inBlock }
    if let last {
      func isBehind(_ place: AxisIndex.Place) -> Bool { (place.block, place.item) > (last.block, last.item) }
      if let next = found.first(where: isBehind) { return next }
    }
    return found[0]
  }
}
