package import Reports

/// Figures for every cell of the form that satisfy all of its equations, few of them 0.
package struct ExampleFigures {
  private static let applicants = [
    "natural_person", "business", "research", "public_interest", "legal_service", "other_org",
  ]
  private static let outcomes = ["upheld", "corrected", "other", "pending"]

  package static func figure(of cell: FormCell, in form: Form = ExampleReport.form) -> Int {
    let column = cell.id.split(separator: ".").last.map(String.init) ?? ""
    let row = cell.id.split(separator: ".").dropFirst().dropLast().joined(separator: ".")
    switch form.tables[cell.table].id {
    case "requests":
      let results = results(of: form)
      return column == "total"
        ? applicants.indices.reduce(0) { $0 + requests(row, $1, results) }
        : requests(row, applicants.firstIndex(of: column) ?? 0, results)
    case "disputes":
      return column == "total"
        ? outcomes.indices.reduce(0) { $0 + disputes(row, $1) } : disputes(row, outcomes.firstIndex(of: column) ?? 0)
    default: return cell.row * 3 + cell.column + 1
    }
  }

  private static func requests(_ row: String, _ applicant: Int, _ results: [String]) -> Int {
    switch row {
    case "new":
      requests("result_total", applicant, results) + requests("carried_forward", applicant, results)
        - requests("carried_over", applicant, results)
    case "carried_over": applicant % 2
    case "carried_forward": applicant % 3 + 1
    case "result_total": results.reduce(0) { $0 + requests($1, applicant, results) }
    default: ((results.firstIndex(of: row) ?? 0) * 7 + applicant * 3) % 5
    }
  }

  private static func disputes(_ row: String, _ outcome: Int) -> Int { (row.utf8.count + outcome * 2) % 4 }

  /// The rows that （七）总计 adds up.
  private static func results(of form: Form) -> [String] {
    let rows = form.tables[1].blocks[0].rows
    return rows.leaves.map { rows.items[$0].id }.filter {
      !["new", "carried_over", "result_total", "carried_forward"].contains($0)
    }
  }
}
