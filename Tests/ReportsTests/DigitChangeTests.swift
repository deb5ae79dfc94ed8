import Diagnostics
import MarkedSources
import Testing

@testable import Reports

/// One digit changed in any cell of 申请 or 复议诉讼 is found, at a cell of an equation that it breaks.
@Suite("A changed digit is found")
struct DigitChangeTests {
  private static let form = ExampleReport.form

  private static let changes: [(cell: Int, figure: Int)] = form.cells.indices
    .filter { ["requests", "disputes"].contains(form.tables[form.cells[$0].table].id) }
    .flatMap { cell in
      let figure = ExampleFigures.figure(of: form.cells[cell])
      return [(cell, figure + 1)] + (figure > 0 ? [(cell, figure - 1)] : [])
    }

  @Test func thereAreChangesToEachCell() {
    #expect(Set(Self.changes.map(\.cell)).count == 175 + 15)
    #expect(Self.changes.count > 300)
  }

  @Test(arguments: changes)
  func isFoundInABrokenSum(_ cell: Int, _ figure: Int) {
    let id = Self.form.cells[cell].id
    // Every cell is marked, so that its place is known by its index.
    let changed = ExampleReport { "⟦\($0.id == id ? figure : ExampleFigures.figure(of: $0))⟧" }.marked()
    let involved = Set(Self.cellsInEquations(with: cell).map { changed.places[$0] })
    let errors = ReadReport(changed.source).findings.filter { $0.severity == .error }
    #expect(errors.contains { $0.range.map(involved.contains) ?? false }, "\(id) changed to \(figure)")
    #expect(errors.allSatisfy { $0.range.map(changed.places.contains) ?? false })
  }

  /// All cells of the equations that a cell is part of, told from the data of the form.
  private static func cellsInEquations(with cell: Int) -> Set<Int> {
    let lines = form.rules.flatMap(\.lines).map { $0.claim.left + $0.claim.right }
    let cells = Set(lines.filter { $0.contains(cell) }.flatMap { $0 })
    return cells
  }
}
