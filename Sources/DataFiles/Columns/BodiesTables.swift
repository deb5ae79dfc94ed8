internal import Languages
internal import Portal
internal import Reports

/// The other body of a row.
private struct Body {
  let id: String
  let name: String

  init(_ id: String, of row: ReportColumns.Row) {
    self.id = id
    name = row.registry.name(of: id, in: row.metadata.year)
  }

  static let name = TableColumn<Body>(
    "body_name", Text("column.body_name"),
    Text("column.agency_name.definition"), isRequired: true
  ) { .text($0.name) }
}

/// `data/covers.csv`: the bodies that consolidated reports gather.
enum CoversTable {
  static let table = ReportTable(
    "covers", Text("table.covers"), key: ["body"],
    [
      TableColumn(
        "body", Text("column.covers.body"),
        Text("column.covers.body.definition"),
        .code, isRequired: true
      ) { .text($0.id) },
      Body.name,
    ]
  ) { row in row.metadata.covers.distinct.map { Body($0, of: row) } }
}

/// `data/joint.csv`: the partners of joint reports.
enum JointTable {
  static let table = ReportTable(
    "joint", Text("table.joint"), key: ["body"],
    [
      TableColumn(
        "body", Text("column.joint_reports.body"),
        Text("column.joint_reports.body.definition"),
        .code, isRequired: true
      ) { .text($0.id) },
      Body.name,
    ]
  ) { row in row.metadata.joint.distinct.map { Body($0, of: row) } }
}

extension [String] {
  /// Without repetitions.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
