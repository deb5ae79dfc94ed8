internal import Markup
package import Reports

/// The figures of a report that are not 0, kept after its text is dropped so that agencies can be compared.
package struct ReportFigures: Sendable {
  struct Figure: Sendable, Hashable {
    var cell: Int32
    var value: DecimalNumber
  }

  let path: String
  let agency: String
  let year: Int
  let form: Form
  let status: ReportMetadata.Status
  let scope: ReportMetadata.Scope
  let covers: [String]
  let joint: [String]
  let values: [Figure]
  /// A cell holds text or is missing: sums with this report cannot be told.
  let isComplete: Bool

  package init(_ report: Report) {
    path = report.document.source.path
    agency = report.metadata.agency
    year = report.metadata.year
    form = report.form
    status = report.metadata.status
    scope = report.metadata.scope
    covers = report.metadata.covers
    joint = report.metadata.joint
    var values: [Figure] = []
    values.reserveCapacity(report.cells.count { $0.operand?.isZero == false })
    var isComplete = true
    for (index, cell) in report.cells.enumerated() {
      guard let operand = cell.operand else {
        isComplete = false
        continue
      }
      if !operand.isZero { values.append(Figure(cell: Int32(index), value: operand)) }
    }
    self.values = values
    self.isComplete = isComplete
  }

  func values(in table: FormTable) -> ArraySlice<Figure> {
    let first = values.firstIndex { table.cells.contains(Int($0.cell)) } ?? values.endIndex
    let last = values[first...].firstIndex { !table.cells.contains(Int($0.cell)) } ?? values.endIndex
    return values[first..<last]
  }

  subscript(cell: Int) -> DecimalNumber { values.first { $0.cell == Int32(cell) }?.value ?? .zero }
}
