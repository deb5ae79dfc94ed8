package import Bytes
package import Diagnostics
package import Portal
internal import Reports

/// The tables beside the lists of a portal.
package struct IndexTables: Sendable {
  let portal: Portal

  package init(portal: Portal) {
    self.portal = portal
  }

  private static let shown = [
    "agency", "agency_name", "region", "year", "form", "scope", "title", "published", "url",
  ]

  /// Published reports with their key figures; withdrawn ones are in no table.
  package func reports(_ reports: [ReportSummary], _ title: LocalizedText) -> DataTable {
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
          .text(portal.site.absolute(report.route.path)),
        ] + Self.values(report.figures, in: figures)
      })
  }

  /// The totals of all years.
  package var years: DataTable {
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
  /// Writes the CSV, and what describes it.
  ///
  /// - Parameter stem: the path without its extension.
  package func write(to stem: String, _ site: Site, _ sink: FileSink) throws {
    var buffer = ByteBuffer(capacity: 16 << 10)
    writeCSV(to: &buffer)
    try sink("\(stem).csv", buffer)
    try sink(
      "\(stem).csv-metadata.json",
      CSVW.metadata(of: "\(stem).csv", title: title, columns: columns, key: key, site: site).buffer)
  }
}
