package import Bytes
internal import Diagnostics
package import Portal
internal import Reports

/// The tables beside the lists of a portal.
package struct IndexTables: Sendable {
  let site: Site
  let portal: Portal

  package init(site: Site, portal: Portal) {
    self.site = site
    self.portal = portal
  }

  /// The table beside a page; `nil` if there is none.
  package func table(beside route: Route) -> DataTable? {
    let registry = portal.registry
    switch route {
    case .home, .report, .rows, .row, .peers, .compare, .data, .dictionary, .dataUse, .search, .notFound: return nil
    case .years: return years
    case .agencies: return RegistryTables.agencies(registry.agencies, in: portal)
    case .regions: return RegistryTables.regions(registry.regions.regions, in: portal)
    case .year(let year, _): return reports(portal.reports(of: year), TableText.yearTitle(year))
    case .agency(let id):
      return registry[agency: id].map { reports(portal.reports(of: id), TableText.agencyTitle($0.name)) }
    case .region(let code, _):
      return registry.regions[code].map { reports(portal.reports(ofRegion: code), TableText.regionTitle($0.name)) }
    }
  }

  private static let shown = [
    "agency", "agency_name", "region", "year", "form", "scope", "title", "published", "url",
  ]

  /// Published reports with their key figures. Withdrawn reports are in no table.
  private func reports(_ reports: [ReportSummary], _ title: LocalizedText) -> DataTable {
    let published = reports.filter { $0.status == .published }
    let figures = published.figureColumns
    return DataTable(
      "reports", title,
      ReportColumns.all.filter { Self.shown.contains($0.id) } + figures.map(Self.column), key: ["agency", "year"],
      rows: published.map { report in
        [
          .text(report.agency), .text(portal.registry.name(of: report.agency, in: report.year)),
          .text(portal.registry[agency: report.agency]?.region ?? ""), .integer(report.year), .text(report.form),
          .text(report.scope.rawValue), .text(report.title), .text(ifPresent: report.published?.iso),
          .text(site.absolute(report.route.path)),
        ] + Self.values(report.figures, in: figures)
      })
  }

  private var years: DataTable {
    let totals = portal.years.map { (year: $0, totals: portal.totals(of: $0)) }
    let figures = portal.reports.figureColumns
    return DataTable(
      "years", LocalizedText("各年合计", en: "Totals by year"),
      [
        CellColumns.year, RegistryTables.reportCount,
        DataColumn(
          "reports_added", LocalizedText("计入合计的报告数", en: "Reports added"),
          LocalizedText("合计只加总本机关口径的报告", en: "Totals add reports of scope own only"), .integer, isRequired: true),
      ] + figures.map(Self.column), key: ["year"],
      rows: totals.map { year, totals in
        [
          .integer(year), .integer(portal.reports(of: year).count { $0.status == .published }),
          .integer(totals.reports),
        ]
          + Self.values(totals.figures, in: figures)
      })
  }

  private static func column(_ figure: ReportSummary.Figure) -> DataColumn {
    DataColumn(
      figure.id, figure.label,
      LocalizedText("\(figure.label.chinese)（\(figure.id)）", en: "\(figure.label.english) (\(figure.id))"), .decimal)
  }

  private static func values(_ figures: [ReportSummary.Figure], in columns: [ReportSummary.Figure]) -> [DataValue] {
    columns.enumerated().map { place, column in
      DataValue.number(ifPresent: figures.place(of: column, near: place).flatMap { figures[$0].value })
    }
  }
}

extension DataTable {
  /// Writes the CSV and its description.
  ///
  /// - Parameter stem: The path without its extension.
  package func write(to stem: String, _ site: Site, _ sink: FileSink) throws {
    var buffer = ByteBuffer(capacity: 16 << 10)
    writeCSV(to: &buffer)
    try sink("\(stem).csv", buffer)
    try sink(
      "\(stem).csv-metadata.json",
      CSVW.metadata(of: "\(stem).csv", title: title, columns: columns, key: key, site: site).buffer)
  }
}
