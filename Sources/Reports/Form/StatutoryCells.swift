internal import Diagnostics
internal import Markup

/// The indexes of the cells that rules refer to, determined once for each form.
///
/// A form that lacks a row, such as one of another country, has `nil` for it, and rules skip it. The required ids are
/// in `StatutoryNeeds`, which also finds what a form of the regulations lacks.
package final class StatutoryCells: Sendable {
  /// A class like the others, because every rule about requests keeps a reference to it.
  package final class Requests: Sendable {
    static let columns = [
      "natural_person", "business", "research", "public_interest", "legal_service", "other_org", "total",
    ]
    /// Index of the total in a row, after the six kinds of applicants.
    package static let total = columns.count - 1

    /// Each row consists of the six kinds of applicants and the total.
    package let new, carriedOver, resultTotal, carriedForward: [Int]
    /// Cells in the column of totals, by group of results.
    package let granted, partial, denied, unavailable, notProcessed, other: [Int]
    package let feeUnpaid, otherOther: Int?

    fileprivate init?(_ table: FormTable) {
      func row(_ id: String) -> [Int]? { table.cells(ofRow: id, Self.columns) }
      func totals(_ group: String) -> [Int] { table.cells(within: group, "total") }
      guard let new = row("new"), let carriedOver = row("carried_over"), let resultTotal = row("result_total"),
        let carriedForward = row("carried_forward")
      else { return nil }
      (self.new, self.carriedOver) = (new, carriedOver)
      (self.resultTotal, self.carriedForward) = (resultTotal, carriedForward)
      granted = totals("granted")
      partial = totals("partial")
      denied = totals("denied")
      unavailable = totals("unavailable")
      notProcessed = totals("not_processed")
      other = totals("other")
      feeUnpaid = table.cell("other.fee_unpaid", "total")
      otherOther = table.cell("other.other", "total")
    }
  }

  /// Each row: upheld, corrected, other, pending, total.
  package final class Disputes: Sendable {
    static let columns = ["upheld", "corrected", "other", "pending", "total"]
    /// Indexes in a row.
    package static let corrected = Statement.Outcome.corrected.rawValue
    package static let total = Statement.Outcome.total.rawValue

    package let review, litigationDirect, litigationAfterReview: [Int]

    fileprivate init?(_ table: FormTable) {
      func row(_ id: String) -> [Int]? { table.cells(ofRow: id, Self.columns) }
      guard let review = row("review"), let direct = row("litigation_direct"),
        let afterReview = row("litigation_after_review")
      else { return nil }
      (self.review, litigationDirect, litigationAfterReview) = (review, direct, afterReview)
    }
  }

  /// The numbers of documents of one kind that were issued, were repealed and are in force.
  package struct Documents: Sendable {
    static let columns = ["issued", "repealed", "in_force"]
    package let issued, repealed, inForce: Int

    fileprivate init?(_ row: String, of table: FormTable?) {
      guard let cells = table?.cells(ofRow: row, Self.columns) else { return nil }
      (issued, repealed, inForce) = (cells[0], cells[1], cells[2])
    }
  }

  package let requests: Requests?
  package let disputes: Disputes?
  package let regulations, normativeDocuments: Documents?
  package let fees: Int?
  /// 行政许可 and 行政处罚: the decisions of a year.
  package let decisions: [Int]
  /// In the 2019 form: 上一年项目数量 and 本年增/减, by row.
  package let items: [(prior: Int, change: Int)]

  init(tables: [FormTable], cells: [FormCell]) {
    func table(_ role: FormTable.Role) -> FormTable? { tables.first { $0.role == role } }
    requests = table(.requests).flatMap { Requests($0) }
    disputes = table(.disputes).flatMap { Disputes($0) }
    let disclosure = table(.disclosure)
    regulations = Documents("regulations", of: disclosure)
    normativeDocuments = Documents("normative_documents", of: disclosure)
    fees = disclosure?.cell("fees", "amount")
    decisions = ["licensing", "penalties"].compactMap { disclosure?.cell($0, "decisions") }
    items = cells.indices.filter { cells[$0].id.hasSuffix(".prior_items") }.compactMap { prior in
      cells.index(of: cells[prior].id.replacingSuffix("prior_items", by: "change")).map { (prior, $0) }
    }
  }
}

extension FormTable {
  /// The cells of a row, or of each row of a group, in a column; empty if the table lacks either.
  func cells(within row: String, _ column: String) -> [Int] {
    blocks.flatMap { block -> [Int] in
      guard let columns = block.columns.names[column], columns.count == 1 else { return [] }
      return (block.rows.names[row] ?? []).map { block.cell(row: $0, column: columns[0]) }
    }
  }

  /// The cell of a row in a column, if there is exactly one.
  func cell(_ row: String, _ column: String) -> Int? {
    let cells = cells(within: row, column)
    return cells.count == 1 ? cells[0] : nil
  }

  /// One cell for each of the columns; `nil` if one is missing.
  fileprivate func cells(ofRow row: String, _ columns: [String]) -> [Int]? {
    let cells = columns.compactMap { cell(row, $0) }
    return cells.count == columns.count ? cells : nil
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, by other: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + other : self
  }
}
