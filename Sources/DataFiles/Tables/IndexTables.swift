package import Bytes
package import Languages
package import Portal
internal import Reports

/// The tables beside the lists of a portal.
package struct IndexTables: Sendable {
  let portal: Portal

  package init(portal: Portal) {
    self.portal = portal
  }

  /// Published reports with their key figures. Withdrawn reports are in no table.
  package func reports(_ reports: [ReportSummary], _ title: Text) -> DataTable {
    let published = reports.filter { $0.status == .published }
    return DataTable(
      "reports", title, reportColumns + Self.columns(published.figureColumns) { $0.figures }, key: ["agency", "year"],
      of: published)
  }

  private var reportColumns: [TableColumn<ReportSummary>] {
    let (registry, site) = (portal.registry, portal.site)
    return [
      TableColumn(CellColumns.agency) { .text($0.agency) },
      TableColumn(CellColumns.agencyName) { .text(registry.name(of: $0.agency, in: $0.year)) },
      TableColumn(CellColumns.region) { .text(registry[agency: $0.agency]?.region ?? "") },
      TableColumn(CellColumns.year) { .integer($0.year) },
      TableColumn(CellColumns.form) { .text($0.form) },
      TableColumn(CellColumns.scope) { .text($0.scope.rawValue) },
      TableColumn(ReportColumns.title) { .text($0.title) },
      TableColumn(ReportColumns.published) { .text(ifPresent: $0.published?.iso) },
      TableColumn(ReportColumns.url) { .text(site.absolute($0.route.path)) },
    ]
  }

  private typealias YearTotals = (year: Int, totals: Totals)

  /// The totals of all years.
  package var years: DataTable {
    DataTable(
      "years", Text("table.totals_by_year"),
      yearColumns + Self.columns(portal.reports.figureColumns) { $0.totals.figures }, key: ["year"],
      of: portal.years.map { (year: $0, totals: portal.totals(of: $0)) })
  }

  private var yearColumns: [TableColumn<YearTotals>] {
    let portal = portal
    return [
      TableColumn(CellColumns.year) { .integer($0.year) },
      TableColumn(RegistryTables.reportCount) { .integer(ReportCounts(portal.reports(of: $0.year)).reports) },
      TableColumn(RegistryTables.reportsAdded) { .integer($0.totals.reports) },
      TableColumn(RegistryTables.withdrawn) { .integer(ReportCounts(portal.reports(of: $0.year)).withdrawn) },
    ]
  }

  private static let figureDefinition: StringKey = "column.figure.definition"

  /// A column for each key figure.
  private static func columns<Row>(
    _ figures: [ReportSummary.Figure], of row: @escaping @Sendable (Row) -> [ReportSummary.Figure]
  ) -> [TableColumn<Row>] {
    figures.enumerated().map { index, figure in
      TableColumn(
        figure.id, figure.label,
        figureDefinition.with(["figure": .text(figure.label), "id": .string(figure.id)]), .decimal
      ) { source in
        let figures = row(source)
        return .number(ifPresent: figures.place(of: figure, near: index).flatMap { figures[$0].value })
      }
    }
  }
}

extension DataTable {
  /// Writes the CSV and its description.
  ///
  /// - Parameter stem: The path without its extension.
  package func write(to stem: String, _ site: Site, _ strings: SiteStrings, _ sink: FileSink) throws {
    var buffer = ByteBuffer(capacity: 16 << 10)
    writeCSV(to: &buffer)
    try sink("\(stem).csv", buffer)
    try sink(
      "\(stem).csv-metadata.json",
      CSVW.metadata(of: "\(stem).csv", title: title, columns: columns, key: key, site: site, strings: strings).buffer)
  }
}
