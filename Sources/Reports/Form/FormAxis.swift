package import Diagnostics

/// The rows or the columns of a block: a tree of groups whose leaves hold the values.
package struct FormAxis: Sendable {
  package struct Item: Sendable {
    package let id: String
    package let label: LocalizedText
    /// The label in running text, when the full one is too long for it.
    package let short: LocalizedText
    /// What is counted in a row, in a sentence; and the articles of law that it is about.
    package let definition: LocalizedText?
    package let article: LocalizedText?
    package let parent: Int?
    package let depth: Int
    /// Place among the leaves; `nil` for a group. In a list of indicators a group may have a value of its own.
    package let leaf: Int?
    let keys: [Label]
    let kind: FormCell.Kind?
    let unit: String?
    let isOptional: Bool
    let isVerified: Bool
  }

  /// Parents before their children.
  package let items: [Item]
  /// Indexes of the items that hold values, in order.
  package let leaves: [Int]
  /// How many levels of labels there are.
  package let depth: Int
  /// Whether a group has a value of its own; such an axis is shown as an indented list.
  package let isList: Bool
  /// Places among the leaves by what a rule calls them: an item, a group, or a set of items that has no label.
  let names: [String: [Int]]

  /// - Parameter sets: names for leaves that are no group of their own.
  init(items: [Item], sets: [String: [Int]]) {
    self.items = items
    leaves = items.indices.filter { items[$0].leaf != nil }
    depth = (items.map(\.depth).max() ?? 0) + 1
    isList = items.contains { item in item.parent.map { items[$0].leaf != nil } ?? false }
    var names = sets
    for (index, item) in items.enumerated() {
      names[item.id] = item.leaf.map { [$0] } ?? Self.leaves(of: items, below: index)
    }
    self.names = names
  }

  package func leaf(_ leaf: Int) -> Item { items[leaves[leaf]] }

  /// Places among the leaves of those below an item; of a leaf itself.
  package func leaves(below item: Int) -> [Int] { Self.leaves(of: items, below: item) }

  private static func leaves(of items: [Item], below item: Int) -> [Int] {
    items.indices.filter { isItem($0, within: item, of: items) }.compactMap { items[$0].leaf }
  }

  /// The groups around an item, outermost first.
  package func ancestors(of item: Int) -> [Int] {
    guard let parent = items[item].parent else { return [] }
    return ancestors(of: parent) + [parent]
  }

  func hasChildren(_ item: Int) -> Bool { item + 1 < items.count && items[item + 1].parent == item }

  func isItem(_ item: Int, within ancestor: Int) -> Bool { Self.isItem(item, within: ancestor, of: items) }

  private static func isItem(_ item: Int, within ancestor: Int, of items: [Item]) -> Bool {
    var place: Int? = item
    while let here = place {
      if here == ancestor { return true }
      place = items[here].parent
    }
    return false
  }
}
