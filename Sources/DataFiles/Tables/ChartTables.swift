internal import Bytes
internal import Diagnostics
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
      [CellColumns.agency, CellColumns.year] + columns(Measure.allCases), key: ["agency", "year"],
      rows: series.reports.enumerated().map { place, report in
        [.text(agency.id), .integer(report.year)]
          + Measure.allCases.map { .number(ifPresent: series.value($0, at: place)) }
      })
  }

  /// The sums of a year, one row per region.
  package static func byRegion(_ regions: [(region: Region, sums: MeasureSums)]) -> DataTable {
    table(
      "regions", TableText.byRegion, regionColumns, regions.map { (part: $0.region, sums: $0.sums) },
      values: values(of:))
  }

  /// The sums of a region, one row per year.
  package static func byYear(_ years: [(year: Int, sums: MeasureSums)]) -> DataTable {
    table("years", TableText.byYear, [CellColumns.year], years.map { (part: $0.year, sums: $0.sums) }) {
      [.integer($0)]
    }
  }

  /// The sums of a region in a year, one row for the region itself and one for each of its parts.
  package static func parts(_ parts: [(part: Region, sums: MeasureSums)], in year: Int) -> DataTable {
    table("parts", TableText.parts(year), regionColumns, parts, values: values(of:))
  }

  /// The totals of a form row, one row per year.
  package static func byYear(_ values: RowValues) -> DataTable {
    let row = values.row
    return DataTable(
      "years", LocalizedText("\(row.label.chinese)：各年合计", en: "\(row.label.english): totals by year"),
      [CellColumns.year]
        + row.columns.map { DataColumn("\(row.id).\($0.id)", $0.label, $0.label, .decimal) }
        + [
          DataColumn("stated", TableText.stated, TableText.stated, .integer, isRequired: true),
          DataColumn("not_stated", TableText.notStated, TableText.notStated, .integer, isRequired: true),
        ],
      key: ["year"],
      rows: zip(values.years, values.totals).map { year, totals in
        [.integer(year)] + totals.map { .number(ifPresent: $0.sum) }
          + [.integer(totals[row.mainColumn].stated), .integer(totals[row.mainColumn].notStated)]
      })
  }

  // MARK: Sums

  /// - Parameters:
  ///   - keys: Columns that identify what the sums are of. `values` gives their values.
  private static func table<Part>(
    _ name: String, _ title: LocalizedText, _ keys: [DataColumn], _ sums: [(part: Part, sums: MeasureSums)],
    values: (Part) -> [DataValue]
  ) -> DataTable {
    DataTable(
      name, title, keys + [reportsAdded] + columns(Measure.compared), key: [keys[0].id],
      rows: sums.map { part, sums in
        values(part) + [.integer(sums.reports)] + sums.totals.map { .number(ifPresent: $0.sum) }
      })
  }

  private static func columns(_ measures: [Measure]) -> [DataColumn] {
    measures.map { DataColumn($0.id, $0.label, $0.label, .decimal) }
  }

  private static func values(of region: Region) -> [DataValue] { [.text(region.code), .text(region.name)] }

  private static let regionColumns = Array(RegistryTables.regionColumns.prefix(2))

  private static let reportsAdded = DataColumn(
    "reports_added", TableText.reportsAdded, TableText.scopeNote, .integer, isRequired: true)
}
