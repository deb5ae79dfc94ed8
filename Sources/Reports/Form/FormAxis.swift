package import Languages

/// The rows or the columns of a block: a tree of groups whose leaves hold the values.
package struct FormAxis: Sendable {
  package struct Item: Sendable {
    package let id: String
    package let label: Translations
    /// The label in running text, if the full one is too long.
    package let short: Translations
    /// A sentence that defines what is counted in a row, and the articles of law that it refers to.
    package let definition: Translations?
    package let article: Translations?
    package let parent: Int?
    package let depth: Int
    /// Index among the leaves; `nil` for a group. In a list of indicators, a group may have a value of its own.
    package let leaf: Int?
    let keys: [Label]
    let kind: FormCell.Kind?
    let unit: String?
    let isOptional: Bool
    let isVerified: Bool
  }

  /// Parents come before their children.
  package let items: [Item]
  /// Indexes of the items that hold values, in order.
  package let leaves: [Int]
  /// The number of levels of labels.
  package let depth: Int
  /// Whether a group has a value of its own. Such an axis is shown as an indented list.
  package let isList: Bool
  /// Leaf indexes by the name that rules use: an item, a group, or a set of items without a label.
  let names: [String: [Int]]

  /// - Parameter sets: Names of sets of leaves that do not form a group.
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

  /// The indexes of the leaves below an item, or of the item itself if it is a leaf.
  package func leaves(below item: Int) -> [Int] { Self.leaves(of: items, below: item) }

  private static func leaves(of items: [Item], below item: Int) -> [Int] {
    items.indices.filter { isItem($0, within: item, of: items) }.compactMap { items[$0].leaf }
  }

  /// The groups that contain an item, outermost first.
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
