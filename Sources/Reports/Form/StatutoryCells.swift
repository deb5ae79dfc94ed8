internal import Diagnostics
internal import Markup

/// Where the cells that rules speak of stand in a form, worked out once for each form.
///
/// A form that lacks a row, such as one of another country, has `nil` there; rules pass it over.
package final class StatutoryCells: Sendable {
  /// A matrix of which rules take rows by name and one column or more.
  private struct Matrix {
    private let table: FormTable

    init(_ table: FormTable) { self.table = table }

    /// The cells of the row of a name, or of each row of a group.
    private func rows(_ name: String) -> [[Int]] {
      table.blocks.flatMap { block in
        (block.rows.names[name] ?? []).map { row in
          block.columns.leaves.indices.map { block.cell(row: row, column: $0) }
        }
      }
    }

    /// Those of the one row that a name stands for.
    func cells(_ row: String) -> [Int] {
      let rows = rows(row)
      return rows.count == 1 ? rows[0] : []
    }

    /// Of each row of a group, or of the row of that name, the last cell.
    func cells(within group: String) -> [Int] { rows(group).compactMap(\.last) }
  }

  /// A class like the others, since every rule about requests takes hold of it.
  package final class Requests: Sendable {
    /// Place of the total in a row, behind the six kinds of applicants.
    package static let total = 6

    /// Each row has the six kinds of applicants and the total.
    package let new, carriedOver, resultTotal, carriedForward: [Int]
    /// Cells of the column of totals, by group of results.
    package let granted, partial, denied, unavailable, notProcessed, other: [Int]
    package let feeUnpaid, otherOther: Int?

    fileprivate init?(_ table: FormTable) {
      let matrix = Matrix(table)
      new = matrix.cells("new")
      carriedOver = matrix.cells("carried_over")
      resultTotal = matrix.cells("result_total")
      carriedForward = matrix.cells("carried_forward")
      guard [new, carriedOver, resultTotal, carriedForward].allSatisfy({ $0.count == Self.total + 1 }) else {
        return nil
      }
      granted = matrix.cells(within: "granted")
      partial = matrix.cells(within: "partial")
      denied = matrix.cells(within: "denied")
      unavailable = matrix.cells(within: "unavailable")
      notProcessed = matrix.cells(within: "not_processed")
      other = matrix.cells(within: "other")
      feeUnpaid = matrix.cells("other.fee_unpaid").last
      otherOther = matrix.cells("other.other").last
    }
  }

  /// Each row: upheld, corrected, other, pending, total.
  package final class Disputes: Sendable {
    /// Places in a row.
    package static let corrected = Statement.Outcome.corrected.rawValue
    package static let total = Statement.Outcome.total.rawValue

    package let review, litigationDirect, litigationAfterReview: [Int]

    fileprivate init?(_ table: FormTable) {
      let matrix = Matrix(table)
      review = matrix.cells("review")
      litigationDirect = matrix.cells("litigation_direct")
      litigationAfterReview = matrix.cells("litigation_after_review")
      guard [review, litigationDirect, litigationAfterReview].allSatisfy({ $0.count == Self.total + 1 }) else {
        return nil
      }
    }
  }

  /// Issued, repealed and in force of one kind of document.
  package struct Documents: Sendable {
    package let issued, repealed, inForce: Int
  }

  package let requests: Requests?
  package let disputes: Disputes?
  package let regulations, normativeDocuments: Documents?
  package let fees: Int?
  /// 行政许可 and 行政处罚: what is decided in a year.
  package let decisions: [Int]
  /// Of the 2019 form: 上一年项目数量 and 本年增/减, by row.
  package let items: [(prior: Int, change: Int)]

  init(tables: [FormTable], cells: [FormCell]) {
    func table(_ id: String) -> FormTable? { tables.first { $0.id == id } }
    func cell(_ id: String) -> Int? { cells.index(of: id) }
    requests = table("requests").flatMap { Requests($0) }
    disputes = table("disputes").flatMap { Disputes($0) }
    func documents(_ row: String) -> Documents? {
      guard let issued = cell("disclosure.\(row).issued"), let repealed = cell("disclosure.\(row).repealed"),
        let inForce = cell("disclosure.\(row).in_force")
      else { return nil }
      return Documents(issued: issued, repealed: repealed, inForce: inForce)
    }
    regulations = documents("regulations")
    normativeDocuments = documents("normative_documents")
    fees = cell("disclosure.fees.amount")
    decisions = ["disclosure.licensing.decisions", "disclosure.penalties.decisions"].compactMap(cell)
    items = cells.indices.filter { cells[$0].id.hasSuffix(".prior_items") }.compactMap { prior in
      cell(cells[prior].id.replacingSuffix("prior_items", by: "change")).map { (prior, $0) }
    }
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, by other: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + other : self
  }
}

extension Report {
  /// What is stated of one kind of document; `nil` unless all three are.
  func numbers(
    _ row: StatutoryCells.Documents
  ) -> (issued: DecimalNumber, repealed: DecimalNumber, inForce: DecimalNumber)? {
    guard let issued = cells[row.issued].number, let repealed = cells[row.repealed].number,
      let inForce = cells[row.inForce].number
    else { return nil }
    return (issued, repealed, inForce)
  }

  /// The sum of some cells; `nil` when one of them holds text or is missing.
  package func sum(_ cells: [Int]) -> DecimalNumber? {
    var sum = DecimalNumber.zero
    for index in cells {
      guard let operand = self.cells[index].operand else { return nil }
      sum = sum + operand
    }
    return sum
  }

  /// `requests.new.total 12`: a cell as the second place of a finding.
  func related(_ cell: Int) -> Finding.Related {
    let name = form.describe(cell)
    let value = cells[cell].operand.map { "\($0)" } ?? "—"
    return .init(
      LocalizedText("\(name.chinese)：\(value)", en: "\(name.english): \(value)"),
      at: document.source.range(of: cells[cell].span))
  }
}
