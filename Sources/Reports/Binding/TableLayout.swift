internal import Diagnostics
internal import Markup

/// What the columns of a table block mean, told by its header row.
struct TableLayout {
  enum Column {
    /// Part of the label of each row.
    case label
    /// A value: the places of the form it can be, one for each block that has such a column.
    case value([AxisIndex.Place])
    /// Neither; a finding when it holds anything.
    case unknown
  }

  var columns: [Column]

  var labelColumns: [Int] {
    columns.indices.filter { if case .label = columns[$0] { true } else { false } }
  }

  /// The columns that hold values, in order.
  var valueColumns: [Int] {
    columns.indices.filter { if case .label = columns[$0] { false } else { true } }
  }

  /// Reads a row of labels.
  ///
  /// - Parameter labels: the texts of the row's cells.
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
    settleByPlace(labels, in: form)
  }

  /// Takes a damaged header (`结果 | 其他 | 尚未`) by the order of the form, when the number of columns is that of the
  /// form and every label that can be read stands where the form has it.
  private mutating func settleByPlace(_ labels: [WrittenLabel], in form: FormTable) {
    guard form.blocks.count == 1 else { return }
    let leaves = form.blocks[0].columns.leaves
    let values = Array(columns.indices.suffix(leaves.count))
    guard columns.count - leaves.count == 1, values.count == leaves.count else { return }
    for (leaf, column) in values.enumerated() {
      guard case .value(let places) = columns[column] else { continue }
      if !places.contains(where: { $0.item == leaves[leaf] }) { return }
    }
    let isReadable = values.contains { if case .value = columns[$0] { true } else { false } }
    guard isReadable else { return }
    columns[0] = .label
    for (leaf, column) in values.enumerated() { columns[column] = .value([.init(block: 0, item: leaves[leaf])]) }
  }
}
