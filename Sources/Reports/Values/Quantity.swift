/// What a cell states in the unit of its report, and the same in the unit in which such cells are added and compared.
package struct Quantity: Sendable, Hashable {
  /// The number as written, and its unit; empty if nobody states one.
  package let value: DecimalNumber
  package let unit: String
  /// `nil` for an amount whose unit nobody states.
  package let base: DecimalNumber?
}

extension FormCell {
  /// The unit in which the figures of the cell are added and compared: 万元 for amounts of 元.
  package var baseUnit: String {
    kind == .money && (hasStatedUnit || StatedUnit.power(of: unit) != nil) ? StatedUnit.base : unit
  }
}

extension Report {
  /// - Returns: `nil` if the cell states no number.
  package func quantity(of index: Int) -> Quantity? {
    guard let number = cells[index].number else { return nil }
    let cell = form.cells[index]
    let note = note(of: cells[index])
    let stated = note?.unit == "万" ? StatedUnit.base : note?.unit
    let unit = stated ?? cell.unit
    guard cell.kind == .money else { return Quantity(value: number, unit: unit, base: number) }
    let own = note?.ownValue ?? number
    if unit.isEmpty { return Quantity(value: own, unit: unit, base: cell.hasStatedUnit ? nil : own) }
    guard let power = StatedUnit.power(of: unit) else { return Quantity(value: own, unit: unit, base: own) }
    return Quantity(value: own, unit: unit, base: own.multiplied(byPowerOfTen: power))
  }

  /// The number of a cell in its base unit, for sums and comparisons. Nothing is nothing in any unit.
  ///
  /// - Returns: `nil` if it states no number, or an amount whose unit nobody states.
  package func comparable(_ index: Int) -> DecimalNumber? {
    guard let number = cells[index].number else { return nil }
    if form.cells[index].kind != .money || number.isZero { return number }
    return quantity(of: index)?.base
  }

  /// Whether a cell states an amount that cannot be compared, because nobody states its unit.
  package func lacksUnit(_ index: Int) -> Bool { cells[index].number != nil && comparable(index) == nil }
}
