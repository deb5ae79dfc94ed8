internal import Languages
internal import Portal
internal import Reports

/// `data/names.csv`: the earlier names of agencies.
enum NamesTable {
  private struct Name {
    let agency: Agency
    let earlier: Agency.EarlierName
  }

  static func table(of portal: Portal) -> DataTable {
    DataTable(
      "names", Text("table.names"), columns, key: ["agency", "to"],
      of: portal.registry.agencies.flatMap { agency in agency.names.map { Name(agency: agency, earlier: $0) } })
  }

  private static let columns: [TableColumn<Name>] = [
    TableColumn(CellColumns.agency) { .text($0.agency.id) },
    TableColumn(
      "name", Text("column.names.name"), Text("column.names.name.definition"), isRequired: true
    ) {
      .text($0.earlier.name)
    },
    TableColumn(
      "to", Text("column.names.to"), Text("column.names.to.definition"), .date,
      isRequired: true
    ) { .text($0.earlier.to.iso) },
    TableColumn(
      "present_name", Text("column.names.present_name"), Text("column.agencies.name.definition"),
      isRequired: true
    ) { .text($0.agency.name) },
  ]
}

/// `data/withdrawn.csv`: which reports were withdrawn, and why. Their figures are in no file.
enum WithdrawnTable {
  static func table(of portal: Portal) -> DataTable {
    DataTable(
      "withdrawn", Text("table.withdrawn"), columns(in: portal), key: ["agency", "year"],
      of: portal.reports.filter { $0.status == .withdrawn })
  }

  private static func columns(in portal: Portal) -> [TableColumn<ReportSummary>] {
    let registry = portal.registry
    return [
      TableColumn(CellColumns.agency) { .text($0.agency) },
      TableColumn(CellColumns.agencyName) { .text(registry.name(of: $0.agency, in: $0.year)) },
      TableColumn(CellColumns.region) { .text(registry[agency: $0.agency]?.region ?? "") },
      TableColumn(CellColumns.year) { .integer($0.year) },
      TableColumn(
        "date", Text("column.withdrawn_reports.date"), Text("column.withdrawn_reports.date.definition"), .date
      ) { .text(ifPresent: $0.withdrawn?.date.iso) },
      TableColumn("reason", Text("column.revisions.reason"), Text("column.withdrawn_reports.reason.definition")) {
        .text(ifPresent: $0.withdrawn?.reason)
      },
    ]
  }
}
