internal import Diagnostics
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
      "names", LocalizedText("机关曾用名", en: "Earlier names of agencies"), columns, key: ["agency", "to"],
      of: portal.registry.agencies.flatMap { agency in agency.names.map { Name(agency: agency, earlier: $0) } })
  }

  private static let columns: [TableColumn<Name>] = [
    TableColumn(CellColumns.agency) { .text($0.agency.id) },
    TableColumn(
      "name", LocalizedText("曾用名", en: "Earlier name"), LocalizedText("曾用名", en: "The earlier name"), isRequired: true
    ) {
      .text($0.earlier.name)
    },
    TableColumn(
      "to", LocalizedText("使用至", en: "To"), LocalizedText("使用的最后一天", en: "Last day that it was in force"), .date,
      isRequired: true
    ) { .text($0.earlier.to.iso) },
    TableColumn(
      "present_name", LocalizedText("现用名称", en: "Present name"), LocalizedText("现用名称", en: "The present name"),
      isRequired: true
    ) { .text($0.agency.name) },
  ]
}

/// `data/withdrawn.csv`: which reports were withdrawn, and why. Their figures are in no file.
enum WithdrawnTable {
  static func table(of portal: Portal) -> DataTable {
    DataTable(
      "withdrawn", LocalizedText("已撤回的报告", en: "Withdrawn reports"), columns(in: portal), key: ["agency", "year"],
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
        "date", LocalizedText("撤回日期", en: "Date"), LocalizedText("撤回的日期", en: "Date of the withdrawal"), .date
      ) { .text(ifPresent: $0.withdrawn?.date.iso) },
      TableColumn("reason", LocalizedText("理由", en: "Reason"), LocalizedText("撤回的理由", en: "Why it was withdrawn")) {
        .text(ifPresent: $0.withdrawn?.reason)
      },
    ]
  }
}
