internal import Diagnostics

/// The sums of a form within one table, for choosing between readings of it.
struct GridSums {
  private let form: Form
  private let claims: [FormRelation]

  init(_ form: Form, _ table: FormTable) {
    self.form = form
    claims = form.rules.flatMap(\.lines).filter { $0.condition == nil }.map(\.claim).filter { claim in
      claim.comparison == .equals && (claim.left + claim.right).allSatisfy { table.cells.contains($0) }
    }
  }

  /// The number of sums that do not hold. One with a cell that has not been found cannot be judged.
  func broken(_ binding: GridBinding) -> Int {
    if claims.isEmpty { return 0 }
    let numbers = binding.values.mapValues { value in CellReader.read(value.text, kind: .money, unit: "").operand }
    return claims.count { claim in
      guard let left = sum(claim.left, numbers), let right = sum(claim.right, numbers) else { return false }
      return !left.isSameAmount(as: right + DecimalNumber(claim.constant))
    }
  }

  private func sum(_ cells: [Int], _ numbers: [Int: DecimalNumber?]) -> DecimalNumber? {
    var sum = DecimalNumber.zero
    for cell in cells {
      guard let number = numbers[cell] ?? nil else { return nil }
      sum = sum + number
    }
    return sum
  }
}

extension CellReader.Reading {
  /// The number that the cell contributes to a sum; `nil` for text.
  fileprivate var operand: DecimalNumber? {
    switch status {
    case .number, .zero: value
    case .blank, .notApplicable: .zero
    default: nil
    }
  }
}
