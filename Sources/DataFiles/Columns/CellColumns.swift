internal import Languages
internal import Reports

/// The columns of files with one row per cell: `reports/<year>/<agency>.csv` and `data/cells.csv`.
package enum CellColumns {
  package static let agency = DataColumn(
    "agency", Text("column.agency"),
    Text("column.agency.definition"), .code,
    isRequired: true)

  package static let region = DataColumn(
    "region", Text("column.region"),
    Text("column.region.definition"), .code)

  package static let year = DataColumn(
    "year", Text("column.year"),
    Text("column.year.definition"), .integer,
    isRequired: true)

  package static let agencyName = DataColumn(
    "agency_name", Text("column.agency_name"),
    Text("column.agency_name.definition"), isRequired: true)

  static let form = DataColumn(
    "form", Text("column.form"),
    Text("column.form.definition"), .code, isRequired: true)

  package static let scope = DataColumn(
    "scope", Text("column.scope"),
    Text("column.scope.definition"),
    .choice(ReportMetadata.Scope.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true)

  package static let all: [DataColumn] = [
    agency, agencyName, region, year, form, scope,
    DataColumn(
      "table", Text("column.table"),
      Text("column.table.definition"), .code, isRequired: true),
    DataColumn(
      "row", Text("column.row"), Text("column.row.definition"),
      .code, isRequired: true),
    DataColumn(
      "column", Text("column.column"),
      Text("column.column.definition"), .code, isRequired: true),
    DataColumn(
      "value", Text("column.value"),
      Text("column.value.definition"), .decimal),
    DataColumn(
      "unit", Text("column.unit"),
      Text("column.unit.definition")),
    DataColumn(
      "value_base", Text("column.value_base"),
      Text("column.value_base.definition"),
      .decimal),
    DataColumn(
      "unit_base", Text("column.unit_base"),
      Text("column.unit_base.definition")),
    DataColumn(
      "status", Text("column.status"),
      Text("column.status.definition"),
      .choice(Cell.Status.allCases.map { .init($0.code, $0.meaning) }), isRequired: true),
    DataColumn(
      "remark", Text("column.remark"),
      Text("column.remark.definition")),
  ]

  package static let key = ["agency", "year", "table", "row", "column"]
}

extension Cell.Status {
  fileprivate var meaning: Text {
    switch self {
    case .number: Text("status.number")
    case .zero: Text("status.zero")
    case .blank: Text("status.blank")
    case .notApplicable: Text("status.not_applicable")
    case .text: Text("status.text")
    case .missing: Text("status.missing")
    }
  }
}

extension ReportMetadata.Scope {
  fileprivate var meaning: Text {
    switch self {
    case .own: Text("scope.own")
    case .consolidated: Text("scope.consolidated")
    }
  }
}
