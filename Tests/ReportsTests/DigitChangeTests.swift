import Diagnostics
import ExampleReports
import MarkedSources
import Testing

@testable import Reports

/// Changing one digit in any cell of 申请 or 复议诉讼 leads to a finding, located at a cell of an equation that it breaks.
@Suite("A changed digit is found")
struct DigitChangeTests {
  struct Change: Sendable, CustomStringConvertible {
    let form: Form
    let year: Int
    let cell: Int
    let figure: Int
    var description: String { "\(form.id): \(form.cells[cell].id) becomes \(figure)" }
  }

  private static let changes = changes(ExampleReport.form, 2023) + changes(ExampleReport.form("cn-2019"), 2020)

  private static func changes(_ form: Form, _ year: Int) -> [Change] {
    form.cells.indices
      .filter { ["requests", "disputes"].contains(form.tables[form.cells[$0].table].id) }
      .flatMap { cell in
        let figure = ExampleFigures.figure(of: form.cells[cell], in: form)
        return [figure + 1, figure - 1].filter { $0 >= 0 }.map {
          Change(form: form, year: year, cell: cell, figure: $0)
        }
      }
  }

  @Test func thereAreChangesToEachCell() {
    let cells = Dictionary(grouping: Self.changes) { $0.form.id }.mapValues { Set($0.map(\.cell)).count }
    #expect(cells == ["cn-2021": 190, "cn-2019": 176])
    #expect(Self.changes.count > 600)
  }

  @Test(arguments: changes)
  func isFoundInABrokenSum(_ change: Change) {
    let form = change.form
    let id = form.cells[change.cell].id
    // Every cell is marked, so that its location is known by index.
    let changed = ExampleReport(form: form, year: change.year) { cell in
      "⟦\(cell.id == id ? change.figure : ExampleFigures.figure(of: cell, in: form))⟧"
    }.marked(path: "reports/\(change.year)/liulin.md")
    let involved = Set(Self.cellsInEquations(with: change.cell, of: form).map { changed.places[$0] })
    let errors = ReadReport(changed.source).findings.filter { $0.severity == .error }
    #expect(errors.contains { $0.range.map(involved.contains) ?? false })
    #expect(errors.allSatisfy { $0.range.map(changed.places.contains) ?? false })
  }

  /// All cells of the equations that contain a cell, according to the data of the form.
  private static func cellsInEquations(with cell: Int, of form: Form) -> Set<Int> {
    let lines = form.rules.flatMap(\.lines).map { $0.claim.left + $0.claim.right }
    let cells = Set(lines.filter { $0.contains(cell) }.flatMap { $0 })
    return cells
  }
}
