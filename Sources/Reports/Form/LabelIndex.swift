internal import Diagnostics
internal import Languages

/// Finds the rows and columns of a statutory table by their labels.
struct LabelIndex: Sendable {
  let rows: AxisIndex
  let columns: AxisIndex
  /// Words that may occur above the row labels.
  private let corners: Set<String>
  /// Words that may occur above the units of rows.
  private let units: Set<String>
  private let captions: [String: Int]
  /// The same, to be matched exactly.
  private let exactCorners: Set<LabelBytes>
  private let exactCaptions: [LabelBytes: Int]

  init(blocks: [FormBlock], corners: [String]) {
    rows = AxisIndex(blocks.map(\.rows))
    columns = AxisIndex(blocks.map(\.columns))
    self.corners = Set(blocks.map { Label($0.corner.chinese).words } + corners.map { Label($0).words } + [""])
    captions = Dictionary(
      blocks.indices.flatMap { block in blocks[block].keys.map { ($0.words, block) } },
      uniquingKeysWith: { first, _ in first })
    units = Set(blocks.flatMap { $0.unitColumn?.keys ?? [] }.map(\.words))
    exactCorners = Set((blocks.map(\.corner.chinese) + corners).map { LabelBytes($0) })
    exactCaptions = Dictionary(
      blocks.indices.compactMap { block in blocks[block].label.map { (LabelBytes($0.chinese), block) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether a label exactly matches one that occurs above row labels.
  func isExactCorner(_ label: WrittenLabel) -> Bool { exactCorners.contains(label.bytes) }

  func isCorner(_ label: WrittenLabel) -> Bool {
    isExactCorner(label) || corners.contains(Label(label.text).words)
  }

  /// Whether a label occurs above the units of rows.
  func isUnit(_ label: WrittenLabel) -> Bool { !units.isEmpty && units.contains(Label(label.text).words) }

  /// The block that has this caption: `第二十条第（一）项`.
  func block(captioned label: WrittenLabel) -> Int? {
    exactCaptions[label.bytes] ?? captions[Label(label.text).words]
  }
}

/// The labels of all rows, or of all columns, of a statutory table.
struct AxisIndex: Sendable {
  /// A row or column of one block of the table.
  struct Place: Sendable, Hashable {
    var block: Int
    var item: Int
  }

  private let axes: [FormAxis]
  private var byWords: [String: [Place]] = [:]
  /// Labels that match exactly and need no folding.
  private var exact: [LabelBytes: [Place]] = [:]
  /// The label of each item, if no other item has the same.
  private var unique: [[LabelBytes?]] = []
  /// The number that the form gives each item.
  private let numbers: [[Number?]]
  /// Interprets labels that are not known.
  private let tolerant: TolerantLabels

  struct Number: Sendable {
    /// Without punctuation.
    let value: String
    /// As written: `（三）`.
    let text: String
    /// `（一）` belongs to another level than `一、`.
    let isBracketed: Bool

    fileprivate init?(_ text: String) {
      let label = Label(text)
      guard let value = label.enumerator, let written = WrittenEnumerator(text) else { return nil }
      self.value = value
      self.text = String(written.text)
      isBracketed = label.isBracketed
    }
  }

  init(_ axes: [FormAxis]) {
    self.axes = axes
    tolerant = TolerantLabels(axes)
    numbers = axes.map { $0.items.map { Number($0.label.chinese) } }
    for (block, axis) in axes.enumerated() {
      for (item, value) in axis.items.enumerated() {
        let place = Place(block: block, item: item)
        exact[LabelBytes(value.label.chinese), default: []].append(place)
        for words in Set(value.keys.flatMap { [$0.words, $0.withoutGuide?.words ?? $0.words] }) {
          byWords[words, default: []].append(place)
        }
      }
    }
    unique = axes.map { axis in
      axis.items.map { item in
        let label = LabelBytes(item.label.chinese)
        return exact[label]?.count == 1 ? label : nil
      }
    }
  }

  /// The next place after another one, if this is its label: rows are nearly always in the order of the form.
  func place(behind place: Place, labelled label: WrittenLabel) -> Place? {
    let next = place.item + 1
    guard next < unique[place.block].count, unique[place.block][next] == label.bytes else { return nil }
    return Place(block: place.block, item: next)
  }

  private func places(worded label: Label) -> [Place]? {
    byWords[label.words] ?? label.withoutGuide.flatMap { byWords[$0.words] }
  }

  /// The place that a label's words denote regardless of its number; `nil` if there is none or more than one.
  func onlyPlace(worded label: Label) -> Place? {
    let found = places(worded: label) ?? []
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a text is the beginning of a label.
  func isBeginning(_ text: String) -> Bool { !places(beginning: text).isEmpty }

  /// The only place whose label begins with a text: the rest of it is on another line.
  func onlyPlace(beginning text: String) -> Place? {
    let found = places(beginning: text)
    return found.count == 1 ? found[0] : nil
  }

  private func places(beginning text: String) -> [Place] {
    let words = Label(text).words
    if words.isEmpty { return [] }
    return axes.indices.flatMap { block in
      axes[block].items.indices.filter { axes[block].items[$0].keys.contains { $0.words.hasPrefix(words) } }
        .map { Place(block: block, item: $0) }
    }
  }

  func number(of place: Place) -> Number? { numbers[place.block][place.item] }

  func isGroup(_ place: Place) -> Bool { axes[place.block].items[place.item].leaf == nil }

  func item(_ place: Place) -> FormAxis.Item { axes[place.block].items[place.item] }

  /// All labels, for suggestions.
  var labels: [String] { axes.flatMap { $0.items.map(\.label.chinese) } }

  /// The possible meanings of a label, and whether its number is right.
  struct Reading {
    let places: [Place]
    /// The words alone determine the meaning, but the form gives it another number.
    let isOtherwiseNumbered: Bool
  }

  func reading(of label: WrittenLabel) -> Reading {
    if let places = exact[label.bytes] { return Reading(places: places, isOtherwiseNumbered: false) }
    return reading(of: label.text)
  }

  private func reading(of text: String) -> Reading {
    let label = Label(text)
    guard let found = places(worded: label) else {
      return Reading(places: places(oddlyWorded: label, text), isOtherwiseNumbered: false)
    }
    if found.count == 1 { return Reading(places: found, isOtherwiseNumbered: isOtherwiseNumbered(label, found[0])) }
    let numbered = found.filter { place in
      item(place).keys.contains { $0.enumerator != nil && $0.enumerator == label.enumerator }
    }
    return Reading(places: numbered.isEmpty ? found : numbered, isOtherwiseNumbered: false)
  }

  /// The meaning of a label with its groups in front, or with a year, a unit or an explanation.
  private func places(oddlyWorded label: Label, _ text: String) -> [Place] {
    if label.words.isEmpty { return [] }
    let path = Label.path(text)
    let found = path.count > 1 ? places(along: path) : []
    if !found.isEmpty { return found }
    let same = tolerant.same(as: label)
    if !same.isEmpty { return same }
    // （三）不予公开 1.属于国家秘密
    for (block, axis) in axes.enumerated() {
      for (item, group) in axis.items.enumerated() where axis.hasChildren(item) {
        guard let key = group.keys.first(where: { label.words.hasPrefix($0.words) }) else { continue }
        let rest = Label(String(label.words.dropFirst(key.words.count)))
        let within = (places(worded: rest) ?? []).filter {
          isPlace($0, within: Place(block: block, item: item)) && $0.item != item
        }
        if !within.isEmpty { return within }
      }
    }
    return []
  }

  /// The row or column that an unknown label most likely means; see `TolerantLabels`.
  func guess(_ label: WrittenLabel, isTaken: (Place) -> Bool) -> TolerantLabels.Guess? {
    tolerant.guess(Label(label.text), isTaken: isTaken)
  }

  private func isOtherwiseNumbered(_ label: Label, _ place: Place) -> Bool {
    guard let wanted = number(of: place) else { return false }
    return label.enumerator != wanted.value || label.isBracketed != wanted.isBracketed
  }

  /// The possible meanings of a label. The enumerator decides if the words alone do not.
  func places(labelled label: WrittenLabel) -> [Place] { reading(of: label).places }

  func places(labelled text: String) -> [Place] { reading(of: text).places }

  /// The possible meanings of the last part of a path within all the preceding parts.
  func places(along path: some BidirectionalCollection<String>) -> [Place] {
    guard let last = path.last else { return [] }
    var found = places(labelled: last)
    for part in path.dropLast() {
      let groups = places(labelled: part)
      found = found.filter { place in groups.contains { isPlace(place, within: $0) } }
    }
    return found
  }

  func hasChildren(_ place: Place) -> Bool { axes[place.block].hasChildren(place.item) }

  func isPlace(_ place: Place, within group: Place) -> Bool {
    place.block == group.block && axes[place.block].isItem(place.item, within: group.item)
  }
}
