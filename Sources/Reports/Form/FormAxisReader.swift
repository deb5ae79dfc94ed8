internal import Languages
internal import Markup

/// Reads the rows or the columns of a block.
struct FormAxisReader {
  let source: SourceFile
  /// `rows` or `columns`: the key of the list, and of the children of each group in it.
  let key: String

  func axis(_ fields: inout Fields) -> FormAxis {
    var tree = Tree()
    for item in fields.items(key) { read(item, parent: nil, depth: 0, into: &tree, &fields) }
    return FormAxis(items: tree.items, sets: tree.sets)
  }

  private struct Tree {
    var items: [FormAxis.Item] = []
    var sets: [String: [Int]] = [:]
    var leaves = 0
  }

  private func read(_ value: YAMLValue, parent: Int?, depth: Int, into tree: inout Tree, _ outer: inout Fields) {
    var fields = Fields(value, in: source)
    defer { outer.findings += fields.finish() }
    let id = fields.identifier("id") ?? ""
    let children = fields.items(key)
    if !children.isEmpty, fields.optional("label") == nil {
      // A group without a label is only a name that rules use for its members.
      let first = tree.leaves
      for child in children { read(child, parent: parent, depth: depth, into: &tree, &fields) }
      tree.sets[id] = Array(first..<tree.leaves)
      return
    }
    let item = item(id, parent: parent, depth: depth, leaf: tree.leaves, hasChildren: !children.isEmpty, &fields)
    let index = tree.items.count
    tree.items.append(item)
    if item.leaf != nil { tree.leaves += 1 }
    for child in children { read(child, parent: index, depth: depth + 1, into: &tree, &fields) }
  }

  private func item(
    _ id: String, parent: Int?, depth: Int, leaf: Int, hasChildren: Bool, _ fields: inout Fields
  ) -> FormAxis.Item {
    let label = fields.label()
    let short = fields.optional("short").map { fields.localized($0) }
    let keys = fields.keys(of: label)
    let hasOwnValue = fields.boolean("own_value") ?? !hasChildren
    let definition = fields.optional("definition").map { fields.localized($0) }
    let article = fields.optional("article").map { fields.localized($0) }
    return FormAxis.Item(
      id: id, label: label, short: Self.short(short, english: fields.text("short_en"), label),
      definition: definition, article: article, parent: parent,
      depth: depth, leaf: hasOwnValue ? leaf : nil, keys: keys,
      kind: fields.choice("kind", FormCell.Kind.self), unit: fields.text("unit"),
      isOptional: fields.boolean("optional") ?? false, isVerified: fields.boolean("verified") ?? true)
  }

  /// The short label in each language that the label has; in languages without one, the label itself.
  private static func short(_ short: Translations?, english: String?, _ label: Translations) -> Translations {
    guard short != nil || english != nil else { return label }
    return label.overridden(by: short, english: english)
  }
}
