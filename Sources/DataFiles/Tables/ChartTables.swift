internal import Bytes
internal import Languages
package import Portal
internal import Reports

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
        TableColumn(CellColumns.year) { .integer(series.reports[$0].year) },
      ]
        + Measure.allCases.map { measure in
          TableColumn(description(of: measure)) { .number(ifPresent: series.value(measure, at: $0)) }
        },
      key: ["agency", "year"], of: series.reports.indices)
  }

  /// The sums of a year, one row per region.
  package static func byRegion(_ regions: [(region: Region, sums: MeasureSums)]) -> DataTable {
    DataTable(
      "regions", TableText.byRegion, regionColumns + sumColumns(), key: ["region"],
      of: regions.map { (part: $0.region, sums: $0.sums) })
  }

  /// The sums of a region, one row per year.
  package static func byYear(_ years: [(year: Int, sums: MeasureSums)]) -> DataTable {
    DataTable(
      "years", TableText.byYear, [TableColumn(CellColumns.year) { .integer($0.part) }] + sumColumns(), key: ["year"],
      of: years.map { (part: $0.year, sums: $0.sums) })
  }

  /// The sums of a region in a year, one row for the region itself and one for each of its parts.
  package static func parts(_ parts: [(part: Region, sums: MeasureSums)], in year: Int) -> DataTable {
    DataTable("parts", TableText.parts(year), regionColumns + sumColumns(), key: ["region"], of: parts)
  }

  private static let rowTitle: StringKey = "table.row_by_year"

  /// The totals of a form row, one row per year.
  package static func byYear(_ values: RowValues) -> DataTable {
    let row = values.row
    let main = row.mainColumn
    let columns = row.columns.indices.map { index in
      let column = row.columns[index]
      return TableColumn<Int>("\(row.id).\(column.id)", Text(column.label), Text(column.label), .decimal) {
        .number(ifPresent: values.totals[$0][index].sum)
      }
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
        ],
      key: ["year"], of: values.years.indices)
  }

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
