internal import Diagnostics

/// The ids that the rules of the program require in a form. They are documented in `docs/forms.md`.
enum StatutoryNeeds {
  /// Something that a form lacks, as named in `without:`.
  struct Lack {
    /// `requests.new.business`, `requests-balance`, `overview`
    let name: String
    /// `requests.new`, if the name is that of a cell.
    var row: String?
    /// The number of cells that the rules require in the row.
    var cellsOfRow = 0
  }

  /// Rows or groups of rows that are required in each of several columns.
  private struct Matrix {
    let rows: [String]
    let columns: [String]
    var areGroups = false
  }

  private static func matrices(of role: FormTable.Role) -> [Matrix] {
    switch role {
    case .disclosure:
      [
        Matrix(rows: ["regulations", "normative_documents"], columns: StatutoryCells.Documents.columns),
        Matrix(rows: ["licensing", "penalties"], columns: ["decisions"]), Matrix(rows: ["fees"], columns: ["amount"]),
      ]
    case .requests:
      [
        Matrix(
          rows: ["new", "carried_over", "result_total", "carried_forward"], columns: StatutoryCells.Requests.columns),
        Matrix(
          rows: ["granted", "partial", "denied", "unavailable", "not_processed", "other"], columns: ["total"],
          areGroups: true), Matrix(rows: ["other.fee_unpaid", "other.other"], columns: ["total"]),
      ]
    case .disputes:
      [
        Matrix(
          rows: ["review", "litigation_direct", "litigation_after_review"], columns: StatutoryCells.Disputes.columns)
      ]
    }
  }

  /// The cells and equations that a table lacks and that the rules about it need.
  static func lacks(of table: FormTable, as role: FormTable.Role, _ rules: [FormRule]) -> [Lack] {
    var lacks: [Lack] = []
    for matrix in matrices(of: role) {
      for row in matrix.rows {
        for column in matrix.columns
        where matrix.areGroups ? table.cells(within: row, column).isEmpty : table.cell(row, column) == nil {
          let name = "\(role.rawValue).\(row)"
          lacks.append(Lack(name: "\(name).\(column)", row: name, cellsOfRow: matrix.columns.count))
        }
      }
    }
    for sum in Rules.brokenSums where sum.table == role && !rules.contains(where: { $0.id == sum.kind.id }) {
      lacks.append(Lack(name: sum.kind.id))
    }
    return lacks
  }

  /// The section roles and obligations that a form lacks if it prescribes all its sections.
  static func lacks(of sections: [FormSection]) -> [Lack] {
    let roles: [FormSection.Role] = [.overview, .problems]
    return roles.filter { role in !sections.contains { $0.role == role } }.map { Lack(name: $0.rawValue) }
      + FormSection.Obligation.allCases.filter { obligation in
        !sections.contains { $0.obligations.contains(obligation) }
      }.map { Lack(name: $0.rawValue) }
  }
}

extension [StatutoryNeeds.Lack] {
  /// The names, with that of a row instead of all its cells.
  var names: [String] {
    var names: [String] = []
    for lack in self {
      guard let row = lack.row, count(where: { $0.row == row }) == lack.cellsOfRow else {
        names.append(lack.name)
        continue
      }
      if names.last != row { names.append(row) }
    }
    return names
  }
}

extension StatutoryNeeds.Lack {
  /// Whether an entry of `without:` names it, or names the row or table that contains it.
  func isNamed(by entry: String) -> Bool { name == entry || name.hasPrefix(entry + ".") }
}
