internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports

/// The numbers of the charts of a page as CSV beside it, a row for each place along an axis.
struct ChartTables {
  static let series = "series"
  static let byRegion = "by-region"
  static let byYear = "by-year"
  static let parts = "parts"

  let context: SiteContext
  let portal: Portal

  func tables(of task: IndexPages.Task) -> [(name: String, table: DataTable)] {
    switch task {
    case .agency(let id): portal.registry[agency: id].map { [(Self.series, series(of: $0))] } ?? []
    case .year(let year): [(Self.byRegion, byRegion(year))]
    case .region(let code): portal.registry.regions[code].map(tables(ofRegion:)) ?? []
    case .row(let id): portal.rows.first { $0.id == id }.map { [(Self.byYear, byYear($0))] } ?? []
    case .home, .years, .agencies, .regions, .search, .notFound, .rows, .peers, .compare: []
    }
  }

  private func series(of agency: Agency) -> DataTable {
    let reports = AgencySeries(of: agency, portal.reports(of: agency.id), portal.statistics).reports
    return DataTable(
      "series", StatisticsText.seriesCaption(agency.name),
      [CellColumns.agency, CellColumns.year] + Self.columns(Measure.allCases),
      key: ["agency", "year"],
      rows: reports.map { report in
        [.text(agency.id), .integer(report.year)]
          + Measure.allCases.map { .number(ifPresent: portal.statistics.value($0, of: report)) }
      })
  }

  private func byRegion(_ year: Int) -> DataTable {
    let regions = portal.sumsByRegion(of: year, Measure.compared).map { (part: $0.region, sums: $0.sums) }
    return sums("regions", TotalsText.byRegion, Self.regionColumns, regions) { [.text($0.code), .text($0.name)] }
  }

  private func tables(ofRegion region: Region) -> [(name: String, table: DataTable)] {
    let byYear = portal.sumsByYear(within: region.code, Measure.compared).map { (part: $0.year, sums: $0.sums) }
    var tables = [
      (Self.byYear, sums("years", TotalsText.byYear, [CellColumns.year], byYear) { [.integer($0)] })
    ]
    if let newest = byYear.first?.part {
      let parts = portal.sumsOfParts(of: region, in: newest, Measure.compared)
      tables.append(
        (
          Self.parts,
          sums("parts", TotalsText.parts(newest), Self.regionColumns, parts) { [.text($0.code), .text($0.name)] }
        ))
    }
    return tables
  }

  private func byYear(_ row: RowMeasure) -> DataTable {
    let values = RowValues(row, in: portal)
    return DataTable(
      "years", LocalizedText("\(row.label.chinese)：各年合计", en: "\(row.label.english): totals by year"),
      [CellColumns.year]
        + row.columns.map { DataColumn("\(row.id).\($0.id)", $0.label, $0.label, .decimal) }
        + [
          DataColumn("stated", RowText.stated, RowText.stated, .integer, isRequired: true),
          DataColumn("not_stated", RowText.notStated, RowText.notStated, .integer, isRequired: true),
        ],
      key: ["year"],
      rows: zip(values.years, values.totals).map { year, totals in
        [.integer(year)] + totals.map { .number(ifPresent: $0.sum) }
          + [.integer(totals[row.mainColumn].stated), .integer(totals[row.mainColumn].notStated)]
      })
  }

  // MARK: Sums

  /// - Parameters:
  ///   - keys: columns that say what the sums are of; `values` gives their values.
  private func sums<Part>(
    _ name: String, _ title: LocalizedText, _ keys: [DataColumn], _ sums: [(part: Part, sums: MeasureSums)],
    values: (Part) -> [DataValue]
  ) -> DataTable {
    DataTable(
      name, title, keys + [Self.reportsAdded] + Self.columns(Measure.compared), key: [keys[0].id],
      rows: sums.map { part, sums in
        values(part) + [.integer(sums.reports)] + sums.totals.map { .number(ifPresent: $0.sum) }
      })
  }

  private static func columns(_ measures: [Measure]) -> [DataColumn] {
    measures.map { DataColumn($0.id, $0.label, $0.label, .decimal) }
  }

  private static let regionColumns = Array(RegistryTables.regionColumns.prefix(2))

  private static let reportsAdded = DataColumn(
    "reports_added", TotalsText.reportsAdded, PageText.scopeNote, .integer, isRequired: true)
}
