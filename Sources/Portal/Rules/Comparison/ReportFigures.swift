internal import Markup
package import Reports

/// The non-zero figures of a report. They are kept after its text has been released, so that agencies can be compared.
///
/// It is a class because lists of them are filtered and grouped, and copying one then counts a single reference.
package final class ReportFigures: Sendable, MultiAgencyReport {
  /// A number with the index of its cell in the form.
  ///
  /// Digits (8 bytes), cell (4) and scale (1) in this order take sixteen bytes; a `DecimalNumber` with a cell would take
  /// twenty-four, and a large portal holds a million of them.
  struct Figure: Sendable, Hashable {
    private let digits: Int64
    let cell: Int32
    private let scale: UInt8

    init(cell: Int, value: DecimalNumber) {
      (self.cell, digits, scale) = (Int32(cell), value.digits, value.scale)
    }

    var value: DecimalNumber { DecimalNumber(digits: digits, scale: scale) }
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
  /// For each table of the form the hash of its figures, where they differ enough to tell tables apart. Like any hash of
  /// Swift it is another in each run.
  let tableHashes: [Int?]
  /// Whether sums with this report can be told: no cell holds text, is missing, or is an amount without its unit.
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
    values.reserveCapacity(report.cells.count { $0.value.digits != 0 })
    var hasUnits = true
    for (index, cell) in report.cells.enumerated() where cell.value.digits != 0 {
      let comparable = report.comparable(index)
      if comparable == nil { hasUnits = false }
      values.append(Figure(cell: index, value: comparable ?? cell.value))
    }
    self.values = values
    isComplete =
      hasUnits
      && report.cells.allSatisfy { cell in
        switch cell.status {
        case .number, .zero, .blank, .notApplicable: true
        case .text, .missing: false
        }
      }
    tableHashes = form.tables.map { Self.hash(Self.values(values, in: $0)) }
  }

  /// The number of different non-zero values from which equality with another table is no longer a coincidence.
  private static let leastDistinct = 5

  private static func hash(_ values: ArraySlice<Figure>) -> Int? {
    guard values.count >= leastDistinct else { return nil }
    var distinct: [DecimalNumber] = []
    var hasher = Hasher()
    for figure in values {
      if distinct.count < leastDistinct, !distinct.contains(figure.value) { distinct.append(figure.value) }
      hasher.combine(figure)
    }
    return distinct.count < leastDistinct ? nil : hasher.finalize()
  }

  private static func values(_ values: [Figure], in table: FormTable) -> ArraySlice<Figure> {
    let first = values.firstIndex { table.cells.contains(Int($0.cell)) } ?? values.endIndex
    let last = values[first...].firstIndex { !table.cells.contains(Int($0.cell)) } ?? values.endIndex
    return values[first..<last]
  }

  func values(in table: FormTable) -> ArraySlice<Figure> { Self.values(values, in: table) }

  subscript(cell: Int) -> DecimalNumber { values.first { $0.cell == Int32(cell) }?.value ?? .zero }
}
