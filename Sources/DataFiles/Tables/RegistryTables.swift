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
      rows: agencies.map { agency in
        [
          .text(agency.id), .text(agency.name), .text(ifPresent: agency.shortName), .text(agency.region),
          .text(agency.kind.rawValue), .text(ifPresent: agency.level?.rawValue), .text(ifPresent: agency.function),
          .text(ifPresent: agency.code), .text(ifPresent: agency.activeFrom?.iso),
          .text(ifPresent: agency.activeTo?.iso),
          .integer(portal.reports(of: agency.id).count { $0.status == .published }),
        ]
      })
  }

  package static func regions(_ regions: [Region], in portal: Portal) -> DataTable {
    DataTable(
      "regions", LocalizedText("地区", en: "Regions"), regionColumns, key: ["region"],
      rows: regions.map { region in
        [
          .text(region.code), .text(region.name), .text(ifPresent: region.parent),
          .integer(portal.reports(ofRegion: region.code).count { $0.status == .published }),
        ]
      })
  }

  static let agencyColumns: [DataColumn] = [
    CellColumns.agency,
    DataColumn(
      "name", LocalizedText("名称", en: "Name"), LocalizedText("现用名称", en: "The present name"), isRequired: true),
    DataColumn("short_name", LocalizedText("简称", en: "Short name"), LocalizedText("简称", en: "Short name")),
    CellColumns.region,
    DataColumn(
      "kind", LocalizedText("机关类别", en: "Kind"),
      LocalizedText("机关是哪一类", en: "What kind of body it is"),
      .choice(Agency.Kind.allCases.map { .init($0.rawValue, $0.name) }), isRequired: true),
    DataColumn(
      "level", LocalizedText("层级", en: "Level"), LocalizedText("政府的层级", en: "Level of government"),
      .choice(Agency.Level.allCases.map { .init($0.rawValue, $0.name) })),
    DataColumn(
      "function", LocalizedText("职能", en: "Function"), LocalizedText("同类机关的共同标识", en: "What it is a peer of"), .code),
    DataColumn(
      "code", LocalizedText("统一社会信用代码", en: "Unified social credit code"),
      LocalizedText("GB 32100-2015", en: "GB 32100-2015"), .code),
    DataColumn(
      "active_from", LocalizedText("设立", en: "From"), LocalizedText("设立日期", en: "Since when it exists"), .date),
    DataColumn("active_to", LocalizedText("撤销", en: "To"), LocalizedText("撤销日期", en: "Until when it existed"), .date),
    reportCount,
  ]

  static let regionColumns: [DataColumn] = [
    DataColumn(
      "region", LocalizedText("行政区划代码", en: "Region"), LocalizedText("行政区划代码", en: "Code of the region"), .code,
      isRequired: true),
    DataColumn("name", LocalizedText("名称", en: "Name"), LocalizedText("名称", en: "Name"), isRequired: true),
    DataColumn(
      "parent", LocalizedText("上级地区", en: "Parent"), LocalizedText("上级地区的代码", en: "Code of the region above"), .code),
    reportCount,
  ]

  package static let reportCount = DataColumn(
    "reports", LocalizedText("报告数", en: "Reports"), LocalizedText("已发布的报告数", en: "Published reports"), .integer,
    isRequired: true)
}
