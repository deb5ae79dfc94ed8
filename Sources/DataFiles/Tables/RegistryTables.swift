internal import Languages
package import Portal
internal import Reports

/// The agencies and regions of a portal as tables.
package enum RegistryTables {
  /// The tables in the data of the whole portal.
  package static func all(of portal: Portal) -> [DataTable] {
    [agencies(portal.registry.agencies, in: portal), regions(portal.registry.regions.regions, in: portal)]
  }

  package static func agencies(_ agencies: [Agency], in portal: Portal) -> DataTable {
    DataTable(
      "agencies", Text("table.agencies"), agencyColumns, key: ["agency"],
      of: agencies.map { AgencyRow(agency: $0, portal: portal) })
  }

  package static func regions(_ regions: [Region], in portal: Portal) -> DataTable {
    DataTable(
      "regions", Text("table.regions"), regionColumns, key: ["region"],
      of: regions.map { RegionRow(region: $0, portal: portal) })
  }

  struct AgencyRow {
    let agency: Agency
    let portal: Portal
  }

  struct RegionRow {
    let region: Region
    let portal: Portal

    /// From the top.
    var ancestors: [Region] { portal.registry.regions.ancestors(of: region.code).reversed() }
  }

  static let agencyColumns: [TableColumn<AgencyRow>] = [
    TableColumn(CellColumns.agency) { .text($0.agency.id) },
    TableColumn(
      "name", Text("column.agencies.name"), Text("column.agencies.name.definition"), isRequired: true
    ) { .text($0.agency.name) },
    TableColumn("short_name", Text("column.agencies.short_name"), Text("column.agencies.short_name.definition")) {
      .text(ifPresent: $0.agency.shortName)
    },
    TableColumn(CellColumns.region) { .text($0.agency.region) },
    TableColumn(
      "kind", Text("column.agencies.kind"),
      Text("column.agencies.kind.definition"),
      .choice(Agency.Kind.allCases.map { .init($0.rawValue, $0.name) }), isRequired: true
    ) { .text($0.agency.kind.rawValue) },
    TableColumn(
      "level", Text("column.agencies.level"), Text("column.agencies.level.definition"),
      .choice(Agency.Level.allCases.map { .init($0.rawValue, $0.name) })
    ) { .text(ifPresent: $0.agency.level?.rawValue) },
    TableColumn(
      "function", Text("column.agencies.function"), Text("column.agencies.function.definition"), .code
    ) { .text(ifPresent: $0.agency.function) },
    TableColumn(
      "code", Text("column.agencies.code"),
      Text("column.agencies.code.definition"), .code
    ) { .text(ifPresent: $0.agency.code) },
    TableColumn(
      "active_from", Text("column.agencies.active_from"), Text("column.agencies.active_from.definition"), .date
    ) { .text(ifPresent: $0.agency.activeFrom?.iso) },
    TableColumn("active_to", Text("column.agencies.active_to"), Text("column.agencies.active_to.definition"), .date) {
      .text(ifPresent: $0.agency.activeTo?.iso)
    },
    TableColumn(reportCount) { .integer($0.portal.counts(of: $0.agency).reports) },
    TableColumn(reportsAdded) { .integer($0.portal.counts(of: $0.agency).added) },
    TableColumn(withdrawn) { .integer($0.portal.counts(of: $0.agency).withdrawn) },
    TableColumn(
      "reports_joint", Text("column.reports_joint"),
      Text("column.reports_joint.definition"),
      .integer, isRequired: true
    ) { .integer($0.portal.jointReports(of: $0.agency)) },
  ]

  static let regionColumns: [TableColumn<RegionRow>] = [
    TableColumn(region) { .text($0.region.code) },
    TableColumn(regionName) { .text($0.region.name) },
    TableColumn(
      "parent", Text("column.regions.parent"), Text("column.regions.parent.definition"), .code
    ) { .text(ifPresent: $0.region.parent) },
    TableColumn(reportCount) { .integer($0.portal.counts(of: $0.region).reports) },
    TableColumn(reportsAdded) { .integer($0.portal.counts(of: $0.region).added) },
    TableColumn(withdrawn) { .integer($0.portal.counts(of: $0.region).withdrawn) },
    TableColumn(
      "reports_within", Text("column.reports_within"),
      Text("column.reports_within.definition"), .integer,
      isRequired: true
    ) { .integer($0.portal.reportCount(within: $0.region.code)) },
    TableColumn(
      "level", Text("column.region_level"),
      Text("column.region_level.definition"),
      .integer, isRequired: true
    ) { .integer($0.ancestors.count + 1) },
    TableColumn(
      "path_code", Text("column.path_code"),
      Text("column.path_code.definition"),
      .code
    ) { ReportColumns.list($0.ancestors.map(\.code)) },
    TableColumn(
      "path", Text("column.path"),
      Text("column.path.definition"),
      isRequired: true
    ) { row in .text((row.ancestors + [row.region]).map(\.name).joined(separator: "/")) },
  ]

  static let region = DataColumn(
    "region", Text("column.regions.region"), Text("column.regions.region.definition"), .code,
    isRequired: true)

  static let regionName = DataColumn(
    "name", Text("column.regions.name"), Text("column.regions.name.definition"), isRequired: true)

  package static let reportCount = DataColumn(
    "reports", Text("column.report_count"),
    Text("column.report_count.definition"),
    .integer, isRequired: true)

  package static let reportsAdded = DataColumn(
    "reports_added", Text("column.years.reports_added"),
    Text("column.years.reports_added.definition"), .integer, isRequired: true)

  package static let withdrawn = DataColumn(
    "withdrawn", Text("column.withdrawn"),
    Text("column.withdrawn.definition"), .integer, isRequired: true
  )
}
