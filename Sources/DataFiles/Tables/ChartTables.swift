internal import Bytes
internal import Languages
package import Portal
package import Reports

/// The numbers behind the charts of a page as CSV, with one row for each point on an axis.
package enum ChartTables {
  package static let series = "series"
  package static let byRegion = "by-region"
  package static let byYear = "by-year"
  package static let parts = "parts"

  /// The measures of an agency, one row per year.
  package static func series(_ series: AgencySeries, of agency: Agency) -> DataTable {
    DataTable(
      "series", TableText.seriesCaption(agency.name),
      [
        TableColumn(CellColumns.agency) { _ in .text(agency.id) },
        TableColumn(CellColumns.agencyName) { .text(agency.name(in: series.reports[$0].year)) },
        TableColumn(CellColumns.year) { .integer(series.reports[$0].year) },
        TableColumn(CellColumns.form) { .text(series.reports[$0].form) },
        TableColumn(CellColumns.scope) { .text(series.reports[$0].scope.rawValue) },
      ]
        + Measure.allCases.map { measure in
          TableColumn(description(of: measure)) { .number(ifPresent: series.value(measure, at: $0)) }
        } + [TableColumn(breakColumn) { .text(ifPresent: series.mark(of: series.reports[$0].year)) }],
      key: ["agency", "year"], of: series.reports.indices)
  }

  /// The sums of a year, one row per region.
  package static func byRegion(_ regions: [(region: Region, sums: MeasureSums)]) -> DataTable {
    DataTable(
      "regions", TableText.byRegion, regionColumns + sumColumns() + [noBreak()], key: ["region"],
      of: regions.map { (part: $0.region, sums: $0.sums) })
  }

  /// The sums of a region, one row per year.
  /// The new requests of the offices that have a report in every year.
  package static let constantID = "requests.new.total.constant"

  /// - Parameter constant: By year the new requests of the offices that have a report in every year.
  package static func byYear(
    _ years: [(year: Int, sums: MeasureSums)], _ breaks: TotalBreaks, constant: [Int: DecimalNumber] = [:]
  ) -> DataTable {
    DataTable(
      "years", TableText.byYear,
      [TableColumn(CellColumns.year) { .integer($0.part) }] + sumColumns()
        + [
          TableColumn(breakColumn) { .text(ifPresent: breaks.mark(of: $0.part)) },
          TableColumn(
            constantID, Text("column.constant"),
            Text("column.constant.definition"), .decimal
          ) { .number(ifPresent: constant[$0.part]) },
        ],
      key: ["year"], of: years.map { (part: $0.year, sums: $0.sums) })
  }

  private static let breakColumn = DataColumn(
    "break", Text("column.break"),
    Text("column.break.definition"),
    .code)

  /// The sums of a region in a year, one row for the region itself and one for each of its parts.
  package static func parts(_ parts: [(part: Region, sums: MeasureSums)], in year: Int) -> DataTable {
    DataTable("parts", TableText.parts(year), regionColumns + sumColumns() + [noBreak()], key: ["region"], of: parts)
  }

  private static let rowTitle: StringKey = "table.row_by_year"

  /// The totals of a form row, one row per year.
  package static func byYear(_ values: RowValues) -> DataTable {
    let row = values.row
    let main = row.mainColumn
    let columns = row.columns.indices.map { index in
      let column = row.columns[index]
      let description = DataColumn(
        row.id(of: column), Text(column.label), Text(column.label), .decimal,
        unit: column.unit.isEmpty ? nil : column.unit)
      return TableColumn<Int>(description) { .number(ifPresent: values.totals[$0][index].sum) }
    }
    return DataTable(
      "years", rowTitle.with(["row": .text(Text(row.label))]),
      [TableColumn(CellColumns.year) { .integer(values.years[$0]) }] + columns
        + [
          TableColumn("stated", TableText.stated, TableText.stated, .integer, isRequired: true) {
            .integer(values.totals[$0][main].stated)
          },
          TableColumn("not_stated", TableText.notStated, TableText.notStated, .integer, isRequired: true) {
            .integer(values.totals[$0][main].notStated)
          },
          TableColumn("without_unit", TableText.withoutUnit, TableText.withoutUnit, .integer, isRequired: true) {
            .integer(values.totals[$0][main].withoutUnit)
          },
          TableColumn(breakColumn) { .text(ifPresent: values.breaks.mark(of: values.years[$0])) },
        ],
      key: ["year"], of: values.years.indices)
  }

  /// The regions of one year have no break between them.
  private static func noBreak<Row>() -> TableColumn<Row> { TableColumn(breakColumn) { _ in .blank } }

  // MARK: Sums

  private typealias Sums<Part> = (part: Part, sums: MeasureSums)

  /// How many reports were added, and the sums.
  private static func sumColumns<Part>() -> [TableColumn<Sums<Part>>] {
    [
      TableColumn("reports_added", TableText.reportsAdded, TableText.scopeNote, .integer, isRequired: true) {
        .integer($0.sums.reports)
      }
    ]
      + Measure.compared.indices.map { index in
        TableColumn(description(of: Measure.compared[index])) { .number(ifPresent: $0.sums.totals[index].sum) }
      }
  }

  private static var regionColumns: [TableColumn<Sums<Region>>] {
    [
      TableColumn(RegistryTables.region) { .text($0.part.code) },
      TableColumn(RegistryTables.regionName) { .text($0.part.name) },
    ]
  }

  private static func description(of measure: Measure) -> DataColumn {
    DataColumn(measure.id, measure.label, measure.label, .decimal)
  }
}
