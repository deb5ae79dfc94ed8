internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Templates

extension PageFrame {
  func download(_ link: DataLink) -> TemplateObject {
    var file = TemplateObject([
      (.label, .text(link.label)), (.href, .text(shared(link.path))), (.type, .text(link.type.rawValue)),
    ])
    file.set(.size, link.size.map(PageText.size))
    return file
  }

  /// Adds the links to data and feed that every page has.
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

  /// The descriptions of a page's data files other than its JSON.
  func descriptions(of links: [DataLink]) -> TemplateValue {
    .list(
      links.compactMap { link in
        link.description.map { TemplateObject([(.type, .text("application/csvm+json")), (.href, .text(shared($0)))]) }
      })
  }

  /// The files beside a list, starting with its JSON.
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

  /// The schema.org description of the figures of an index page; `nil` if the page has no figures of its own.
  func datasetMarkup(_ title: String) -> TemplateValue? {
    guard !context.site.baseURL.isEmpty, let links = figureLinks else { return nil }
    var period: String?
    if case .year(let year, _) = route { period = "\(year)" }
    return DatasetMarkup(frame: self, name: title, links: links, period: period).value
  }

  /// Pages of reports, and of the data of the whole portal, describe their data themselves.
  private var figureLinks: [DataLink]? {
    switch route {
    case .report, .data, .dictionary, .dataUse, .search, .compare, .notFound: nil
    case .home, .rows, .row, .peers: route.json.map { [DataLink(path: $0, label: "JSON", type: .json)] }
    case .years, .year, .agencies, .agency, .regions, .region: route.tableStem.map(listLinks)
    }
  }
}
