internal import Diagnostics
internal import Languages
internal import Markup

/// The meaning of the columns of a table block, determined from its header row.
struct TableLayout: Sendable {
  enum Column: Sendable {
    /// Part of the row labels.
    case label
    /// The unit of each row.
    case unit
    /// A value. The places are the columns of the form that it can be, one for each block that has such a column.
    case value([AxisIndex.Place])
    /// None of these; it is a finding if it contains anything.
    case unknown
  }

  private(set) var columns: [Column]
  /// By block of the table, then by column: the corresponding column of the block.
  private(set) var leaves: [[Leaf]] = []

  enum Leaf: Sendable {
    /// A column of the block.
    case own(Int)
    /// A column of values that the block does not have.
    case foreign
    case none
  }

  /// Headings in other words than those of the form, and the columns they are bound to.
  private(set) var reworded: [(column: Int, place: AxisIndex.Place)] = []

  /// Whether there is an unknown heading, which is already reported.
  var hasUnknownHeading = false

  /// Whether any column is bound to the form.
  var hasValues: Bool { columns.contains { if case .value = $0 { true } else { false } } }

  /// Units that headings state, `采购总金额（万元）`, where the form leaves the unit to the author; by column.
  private(set) var statedUnits: [Int: String] = [:]
  /// Columns whose headings state the unit of amounts.
  private(set) var unitHeadings: Set<Int> = []

  var unitColumn: Int? { columns.firstIndex { if case .unit = $0 { true } else { false } } }

  var labelColumns: [Int] {
    columns.indices.filter { if case .label = columns[$0] { true } else { false } }
  }

  /// Whether a column may contain values.
  func isOfValues(_ column: Int) -> Bool {
    switch columns[column] {
    case .label, .unit: false
    case .value, .unknown: true
    }
  }

  /// Determines the layout from a row of labels.
  ///
  /// - Parameter labels: The texts of the row's cells.
  init(_ labels: [WrittenLabel], in form: FormTable) {
    let columnLabels = form.labels.columns
    let places = labels.map { label in
      form.labels.isExactCorner(label)
        ? [] : columnLabels.places(labelled: label).filter { columnLabels.item($0).leaf != nil }
    }
    let firstValue = places.firstIndex { !$0.isEmpty } ?? min(1, labels.count)
    columns = places.enumerated().map { index, places in
      index < firstValue ? .label : places.isEmpty ? .unknown : .value(places)
    }
    for (index, label) in labels.enumerated() where form.labels.isUnit(label) { columns[index] = .unit }
    settleByPlace(labels, in: form)
    guess(labels, in: form)
    readUnits(labels, in: form)
    leaves = form.blocks.indices.map { block in
      columns.map { column in
        guard case .value(let places) = column else { return .none }
        let leaf = places.first { $0.block == block }.flatMap { form.blocks[block].columns.items[$0.item].leaf }
        return leaf.map { .own($0) } ?? .foreign
      }
    }
  }

  /// Interprets a damaged header (`结果 | 其他 | 尚未`, `本年新 | 本年新 | 对外公开总数量`) by the order of the form, if it has as many
  /// columns as a block and every readable label is at its index in the block. In a table of several blocks with
  /// different columns, the other labels have to be truncated labels of the block.
  private mutating func settleByPlace(_ labels: [WrittenLabel], in form: FormTable) {
    var settled: [[AxisIndex.Place]] = columns.map { _ in [] }
    for (number, block) in form.blocks.enumerated() where columns.count == block.columns.leaves.count + 1 {
      let leaves = block.columns.leaves
      var readable = 0
      let isLikeBlock = leaves.indices.allSatisfy { leaf in
        guard case .value(let places) = columns[leaf + 1] else {
          let item = block.columns.leaf(leaf)
          return item.isCutShort(to: labels[leaf + 1].text)
            || form.blocks.count == 1 && (labels[leaf + 1].isEmpty || item.isLike(labels[leaf + 1].text))
        }
        readable += 1
        return places.contains { $0.block == number && $0.item == leaves[leaf] }
      }
      guard isLikeBlock, readable > 0 else { continue }
      for leaf in leaves.indices { settled[leaf + 1].append(.init(block: number, item: leaves[leaf])) }
    }
    guard columns.count > 1, !settled[1].isEmpty else { return }
    columns[0] = .label
    for column in settled.indices.dropFirst() {
      if case .unknown = columns[column], let place = settled[column].first,
        !form.labels.columns.item(place).isCutShort(to: labels[column].text), !labels[column].isEmpty
      {
        reworded.append((column, place))
      }
      columns[column] = .value(settled[column])
    }
  }

  /// Binds headings that are similar to a column of the form.
  private mutating func guess(_ labels: [WrittenLabel], in form: FormTable) {
    for column in columns.indices {
      guard case .unknown = columns[column], !labels[column].isEmpty else { continue }
      let taken = columns.flatMap { column -> [AxisIndex.Place] in
        if case .value(let places) = column { places } else { [] }
      }
      let guess = form.labels.columns.guess(labels[column]) { place in
        taken.contains(place) || form.labels.columns.item(place).leaf == nil
      }
      guard let guess, let place = guess.places.first else { continue }
      columns[column] = .value(guess.places)
      if !guess.isSame { reworded.append((column, place)) }
    }
  }

  private mutating func readUnits(_ labels: [WrittenLabel], in form: FormTable) {
    for (index, column) in columns.enumerated() {
      guard case .value(let places) = column, let stated = StatedUnit.ofHeading(labels[index].text) else { continue }
      unitHeadings.insert(index)
      let units = places.map { form.labels.columns.item($0).unit }
      // 元 and 万元 are converted.
      let isStated = units.contains { unit in
        unit == FormReader.statedUnit || unit.map { StatedUnit.isConvertible(stated, to: $0) } ?? false
      }
      if isStated { statedUnits[index] = stated }
    }
  }
}

/// A heading exactly as printed in the form, and the layout it implies.
struct PrintedLayout: Sendable {
  private let heading: [LabelBytes]
  let layout: TableLayout

  init(_ block: FormBlock, in table: FormTable) {
    let columns = block.columns.leaves.indices.map { block.columns.leaf($0).label }
    let labels = ([block.corner, block.unitColumn?.label].compactMap { $0 } + columns).map(\.chinese)
    heading = labels.map { LabelBytes($0) }
    layout = TableLayout(labels.map { WrittenLabel($0) }, in: table)
  }

  func isHeading(of table: Table, in document: Document) -> Bool {
    table.columns == heading.count
      && heading.indices.allSatisfy { document.label(table.cell(row: 0, column: $0)).bytes == heading[$0] }
  }
}

extension FormAxis.Item {
  /// Truncated labels such as `本年新`, where the rest of 本年新制作数量 was lost at a line break in the heading.
  fileprivate func isCutShort(to text: String) -> Bool {
    let words = Label(text).words
    return words.count > 1 && keys.contains { $0.words.hasPrefix(words) }
  }

  /// `法律服务组织` in place of 法律服务机构.
  fileprivate func isLike(_ text: String) -> Bool {
    let words = Label(text).bare
    return keys.contains { Suggestion.distance(words, $0.bare) != nil }
  }
}
