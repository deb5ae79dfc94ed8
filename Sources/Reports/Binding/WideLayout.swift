internal import Diagnostics
internal import Markup

/// A table block that has all cells of a statutory table in one row, as in the official form of 复议诉讼: the columns name
/// their form row (`行政复议·结果维持`), or repeat the results for each form row in the order of the form.
struct WideLayout {
  /// For each column of the block, the row and column leaf of the form; `nil` for a label.
  let places: [(row: Int, column: Int)?]

  init?(_ labels: [WrittenLabel], in form: FormTable) {
    guard form.blocks.count == 1 else { return nil }
    let block = form.blocks[0]
    let (rows, columns) = (block.rows.leaves.count, block.columns.leaves.count)
    guard rows > 1, columns > 1, labels.count >= rows * columns else { return nil }
    let named = labels.map { Self.place(labelled: $0.text, in: form) }
    if named.count(where: { $0 != nil }) == rows * columns {
      places = named
      return
    }
    // The labels may be damaged. If there is a column for each cell of the form, the order decides.
    let lead = labels.count - rows * columns
    guard lead <= 1 else { return nil }
    places = labels.indices.map { index in
      index < lead ? nil : ((index - lead) / columns, (index - lead) % columns)
    }
  }

  private static func place(labelled label: String, in form: FormTable) -> (row: Int, column: Int)? {
    let path = Label.path(label)
    guard path.count > 1, let last = path.last else { return nil }
    let block = form.blocks[0]
    let columns = form.labels.columns.places(labelled: last).compactMap { block.columns.items[$0.item].leaf }
    let rows = form.labels.rows.places(along: path.dropLast()).compactMap { block.rows.items[$0.item].leaf }
    guard let row = rows.first, let column = columns.first else { return nil }
    return (row, column)
  }

  /// Whether a body row only continues the labels, some of which may be truncated.
  func isHeader(_ texts: [String], in form: FormTable) -> Bool {
    !texts.contains { $0.contains(where: \.isNumber) } && texts.contains { isLabel($0, in: form) }
  }

  private func isLabel(_ text: String, in form: FormTable) -> Bool {
    !form.labels.columns.places(labelled: text).isEmpty || !form.labels.rows.places(labelled: text).isEmpty
      || Self.place(labelled: text, in: form) != nil
  }
}
