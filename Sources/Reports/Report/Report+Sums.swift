internal import Diagnostics
internal import Markup

extension Report {
  /// The numbers stated for one kind of document; `nil` unless all three are stated.
  func numbers(
    _ row: StatutoryCells.Documents
  ) -> (issued: DecimalNumber, repealed: DecimalNumber, inForce: DecimalNumber)? {
    guard let issued = cells[row.issued].number, let repealed = cells[row.repealed].number,
      let inForce = cells[row.inForce].number
    else { return nil }
    return (issued, repealed, inForce)
  }

  /// The sum of some cells; `nil` if one of them holds text or is missing.
  package func sum(_ cells: [Int]) -> DecimalNumber? {
    var sum = DecimalNumber.zero
    for index in cells {
      guard let operand = self.cells[index].operand else { return nil }
      sum = sum + operand
    }
    return sum
  }

  /// `requests.new.total 12`: a cell as a related location of a finding.
  func related(_ cell: Int) -> Finding.Related {
    let name = form.describe(cell)
    let value = cells[cell].operand.map { "\($0)" } ?? "—"
    return .init(
      LocalizedText("\(name.chinese)：\(value)", en: "\(name.english): \(value)"),
      at: document.source.range(of: cells[cell].span))
  }
}
