internal import Diagnostics
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
      "agencies", LocalizedText("机关", en: "Agencies"), agencyColumns, key: ["agency"],
      of: agencies.map { AgencyRow(agency: $0, portal: portal) })
  }

  package static func regions(_ regions: [Region], in portal: Portal) -> DataTable {
    DataTable(
      "regions", LocalizedText("地区", en: "Regions"), regionColumns, key: ["region"],
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
      "name", LocalizedText("名称", en: "Name"), LocalizedText("现用名称", en: "The present name"), isRequired: true
    ) { .text($0.agency.name) },
    TableColumn("short_name", LocalizedText("简称", en: "Short name"), LocalizedText("简称", en: "Short name")) {
      .text(ifPresent: $0.agency.shortName)
    },
    TableColumn(CellColumns.region) { .text($0.agency.region) },
    TableColumn(
      "kind", LocalizedText("机关类别", en: "Kind"),
      LocalizedText("机关是哪一类", en: "What kind of body it is"),
      .choice(Agency.Kind.allCases.map { .init($0.rawValue, $0.name) }), isRequired: true
    ) { .text($0.agency.kind.rawValue) },
    TableColumn(
      "level", LocalizedText("层级", en: "Level"), LocalizedText("政府的层级", en: "Level of government"),
      .choice(Agency.Level.allCases.map { .init($0.rawValue, $0.name) })
    ) { .text(ifPresent: $0.agency.level?.rawValue) },
    TableColumn(
      "function", LocalizedText("职能", en: "Function"), LocalizedText("同类机关的共同标识", en: "What it is a peer of"), .code
    ) { .text(ifPresent: $0.agency.function) },
    TableColumn(
      "code", LocalizedText("统一社会信用代码", en: "Unified social credit code"),
      LocalizedText("GB 32100-2015", en: "GB 32100-2015"), .code
    ) { .text(ifPresent: $0.agency.code) },
    TableColumn(
      "active_from", LocalizedText("设立", en: "From"), LocalizedText("设立日期", en: "Since when it exists"), .date
    ) { .text(ifPresent: $0.agency.activeFrom?.iso) },
    TableColumn("active_to", LocalizedText("撤销", en: "To"), LocalizedText("撤销日期", en: "Until when it existed"), .date) {
      .text(ifPresent: $0.agency.activeTo?.iso)
    },
    TableColumn(reportCount) { .integer($0.portal.counts(of: $0.agency).reports) },
    TableColumn(reportsAdded) { .integer($0.portal.counts(of: $0.agency).added) },
    TableColumn(withdrawn) { .integer($0.portal.counts(of: $0.agency).withdrawn) },
    TableColumn(
      "reports_joint", LocalizedText("联合报告数", en: "Joint reports"),
      LocalizedText(
        "由联合编制的其他机关发布的报告数，不在 reports 之内", en: "Published reports that partners file for it, not among `reports`"),
      .integer, isRequired: true
    ) { .integer($0.portal.jointReports(of: $0.agency)) },
  ]

  static let regionColumns: [TableColumn<RegionRow>] = [
    TableColumn(region) { .text($0.region.code) },
    TableColumn(regionName) { .text($0.region.name) },
    TableColumn(
      "parent", LocalizedText("上级地区", en: "Parent"), LocalizedText("上级地区的代码", en: "Code of the region above"), .code
    ) { .text(ifPresent: $0.region.parent) },
    TableColumn(reportCount) { .integer($0.portal.counts(of: $0.region).reports) },
    TableColumn(reportsAdded) { .integer($0.portal.counts(of: $0.region).added) },
    TableColumn(withdrawn) { .integer($0.portal.counts(of: $0.region).withdrawn) },
    TableColumn(
      "reports_within", LocalizedText("含下级的报告数", en: "Reports within"),
      LocalizedText("本地区和所有下级地区已发布的报告数", en: "Published reports of the region and of all regions below it"), .integer,
      isRequired: true
    ) { .integer($0.portal.reportCount(within: $0.region.code)) },
    TableColumn(
      "level", LocalizedText("层级", en: "Level"),
      LocalizedText("在本站地区中的层级，最高为 1", en: "Level among the regions of the portal, from 1"),
      .integer, isRequired: true
    ) { .integer($0.ancestors.count + 1) },
    TableColumn(
      "path_code", LocalizedText("各级上级地区", en: "Regions above"),
      LocalizedText("所有上级地区的代码，由高到低，以分号分隔", en: "Codes of all regions above, from the top, divided by semicolons"),
      .code
    ) { ReportColumns.list($0.ancestors.map(\.code)) },
    TableColumn(
      "path", LocalizedText("全称", en: "Full name"),
      LocalizedText("连同各级上级地区的名称", en: "Its name after those of all regions above"),
      isRequired: true
    ) { row in .text((row.ancestors + [row.region]).map(\.name).joined(separator: "/")) },
  ]

  static let region = DataColumn(
    "region", LocalizedText("行政区划代码", en: "Region"), LocalizedText("行政区划代码", en: "Code of the region"), .code,
    isRequired: true)

  static let regionName = DataColumn(
    "name", LocalizedText("名称", en: "Name"), LocalizedText("名称", en: "Name"), isRequired: true)

  package static let reportCount = DataColumn(
    "reports", LocalizedText("报告数", en: "Reports"),
    LocalizedText(
      "已发布的报告数，含汇总其他机关的报告；联合报告只计一次，计在发布的机关",
      en:
        "Published reports, those that gather other bodies included; a joint one counts once, for the agency that files it"
    ),
    .integer, isRequired: true)

  package static let reportsAdded = DataColumn(
    "reports_added", LocalizedText("计入合计的报告数", en: "Reports added"),
    LocalizedText("计入合计的报告数，只含本机关口径的报告", en: "Those that totals add: reports of scope own"), .integer, isRequired: true)

  package static let withdrawn = DataColumn(
    "withdrawn", LocalizedText("已撤回的报告数", en: "Withdrawn"),
    LocalizedText("已撤回的报告数，不在其他各数之内", en: "Withdrawn reports, which are in no other number"), .integer, isRequired: true
  )
}
