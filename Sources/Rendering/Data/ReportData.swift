internal import Bytes
internal import Diagnostics
internal import Markup
internal import Portal
internal import Reports

/// A data file that a page names.
struct DataLink {
  /// Below the site's root.
  var path: String
  var label: String
  var type: MediaType
  var size: Int?
  /// What describes its columns: the path of a CSVW file.
  var description: String?
}

/// The data files beside a report's page.
struct ReportData {
  let input: ReportPageInput
  let context: SiteContext

  private var report: Report { input.report }

  /// Writes the files; a withdrawn report has none.
  func write(to sink: FileSink, record: RecordSink) throws -> [DataLink] {
    let metadata = report.metadata
    let settings = context.site.data
    guard metadata.status != .withdrawn, settings.keepsRecords || settings.beside else { return [] }
    let form = context.place(of: report.form)
    var buffer = ByteBuffer(capacity: 8 << 10)
    ReportRecord.write(
      report, form: form, digest: input.digest, findings: input.findings, context: context, to: &buffer)
    if settings.keepsRecords {
      try record(RecordKey(agency: metadata.agency, year: metadata.year, form: form), buffer)
    }
    guard settings.beside else { return [] }
    let stem = "reports/\(metadata.year)/\(metadata.agency)"
    var csv = ByteBuffer(capacity: 32 << 10)
    var links: [DataLink] = []
    if !report.cells.isEmpty {
      csv.appendCSVHeader(CellColumns.all.map(\.id))
      context.cellRows[form].writeCSV(ReportRecord(buffer.array()), to: &csv)
      try sink("\(stem).csv", csv)
      links.append(
        DataLink(
          path: "\(stem).csv", label: "CSV", type: .csv, size: csv.count,
          description: "reports/\(metadata.year)/csv-metadata.json"))
    }
    for free in report.freeTables {
      csv.removeAll()
      write(report.document.tables[free.table], to: &csv)
      let path = "\(stem).\(free.id).csv"
      try sink(path, csv)
      let description = "\(path)-metadata.json"
      links.append(
        DataLink(
          path: path, label: "CSV：\(free.caption ?? free.id)", type: .csv, size: csv.count, description: description))
      try sink(description, self.description(of: free, path: path).buffer)
    }
    return links
  }

  private func write(_ table: Table, to csv: inout ByteBuffer) {
    csv.append(CSV.byteOrderMark)
    for row in table.rows.indices {
      for column in 0..<table.columns {
        if column > 0 { csv.append(UInt8(ascii: ",")) }
        csv.appendCSV(report.document.string(table.cell(row: row, column: column).text))
      }
      csv.append(CSV.lineEnd)
    }
  }

  private func description(of free: FreeTable, path: String) -> JSONWriter {
    let table = report.document.tables[free.table]
    let columns = (0..<table.columns).map { column in
      let title = report.document.string(table.cell(row: 0, column: column).text)
      return DataColumn("column_\(column + 1)", .init(verbatim: title), .init(verbatim: title))
    }
    return CSVW.metadata(
      of: path, title: .init(verbatim: free.caption ?? free.id), columns: columns, key: [], context: context,
      usesLabels: true)
  }
}

extension PageFrame {
  func download(_ link: DataLink) -> TemplateObject {
    var file = TemplateObject([
      (.label, .text(link.label)), (.href, .text(shared(link.path))), (.type, .text(link.type.rawValue)),
    ])
    file.set(.size, link.size.map(PageText.size))
    return file
  }

  /// What every page says of its data and its feed.
  func addData(to page: inout TemplateObject) {
    page.set(.locale, language == .english ? "en_US" : "zh_CN")
    page.set(.feed, route.feed.map(shared))
    page.set(.jsonSchema, route.jsonSchema)
    if context.site.data.portal, route != .dictionary { page.set(.dictionary, link(.dictionary)) }
    guard let stem = route.tableStem else { return }
    let links = listLinks(stem)
    page[.dataLinks] = .list(links.dropFirst().map(download))
    page[.descriptions] = descriptions(of: links)
    page[.downloads] = .list(links.map(download))
  }

  /// What describes the data files of a page besides its JSON.
  func descriptions(of links: [DataLink]) -> TemplateValue {
    .list(
      links.compactMap { link in
        link.description.map { TemplateObject([(.type, .text("application/csvm+json")), (.href, .text(shared($0)))]) }
      })
  }

  /// The files beside a list, its JSON first.
  private func listLinks(_ stem: String) -> [DataLink] {
    let data = context.site.data
    var links = [DataLink(path: "\(stem).json", label: "JSON", type: .json)]
    if data.beside {
      links.append(
        DataLink(path: "\(stem).csv", label: "CSV", type: .csv, description: "\(stem).csv-metadata.json"))
    }
    if data.workbooks { links.append(DataLink(path: "\(stem).xlsx", label: "Excel", type: .xlsx)) }
    return links
  }

  /// The schema.org description of the figures of an index page; `nil` where the page has none of its own.
  func datasetMarkup(_ title: String) -> TemplateValue? {
    guard !context.site.baseURL.isEmpty, let links = figureLinks else { return nil }
    var period: String?
    if case .year(let year, _) = route { period = "\(year)" }
    return DatasetMarkup(frame: self, name: title, links: links, period: period).value
  }

  /// A report's page says itself what it has, as does that of the data of the whole portal.
  private var figureLinks: [DataLink]? {
    switch route {
    case .report, .data, .dictionary, .dataUse, .search, .compare, .notFound: nil
    case .home, .rows, .row, .peers: route.json.map { [DataLink(path: $0, label: "JSON", type: .json)] }
    case .years, .year, .agencies, .agency, .regions, .region: route.tableStem.map(listLinks)
    }
  }
}

extension Route {
  /// The path of the table beside a list, without its extension; the same for each of its pages.
  var tableStem: String? {
    switch self {
    case .years: "years/index"
    case .year(let year, _): "years/\(year)/index"
    case .agencies: "agencies/index"
    case .agency(let id): "agencies/\(id)/index"
    case .regions: "regions/index"
    case .region(let code, _): "regions/\(code)/index"
    case .home, .report, .rows, .row, .peers, .compare, .data, .dictionary, .dataUse, .search, .notFound: nil
    }
  }

  /// The schema of the page's JSON, below `schema/`.
  var jsonSchema: String? {
    guard json != nil else { return nil }
    return switch self {
    case .report: "report-1.json"
    case .data: "data-1.json"
    case .dictionary: "dictionary-1.json"
    default: "index-1.json"
    }
  }

  /// The feed that tells of what is new on a page.
  var feed: String? {
    switch self {
    case .notFound: nil
    case .agency(let id): "agencies/\(id)/feed.atom"
    case .region(let code, _): "regions/\(code)/feed.atom"
    default: "feed.atom"
    }
  }
}
