internal import DataFiles
internal import Languages
package import Portal
internal import Templates

extension PageFrame {
  func download(_ link: DataLink) -> TemplateObject {
    var file = TemplateObject([
      (.label, .text(link.label)), (.href, .text(shared(link.path))), (.type, .text(link.type.name)),
    ])
    file.set(.size, link.size.map(PageText.size))
    return file
  }

  /// The path of the JSON of the page; further pages of a list have none.
  var json: String? { kind.json != nil && route == first ? first.json : nil }

  /// Adds the links to data and feed that every page has.
  func addData(to page: inout TemplateObject) {
    page.set(.locale, strings["language.locale"])
    if kind.hasAddress { page.set(.feed, shared(kind.hasFeed ? first.feed : Route.home.feed)) }
    if json != nil { page.set(.jsonSchema, kind.json?.schema) }
    if context.site.data.portal, route != .dictionary { page.set(.dictionary, link(.dictionary)) }
    guard kind.hasTable else { return }
    let links = listLinks
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
  private var listLinks: [DataLink] {
    let data = context.site.data
    let stem = first.stem
    var links = [DataLink(path: first.json, label: "JSON", type: .json)]
    if data.beside {
      links.append(
        DataLink(path: "\(stem).csv", label: "CSV", type: .csv, description: "\(stem).csv-metadata.json"))
    }
    if data.workbooks { links.append(DataLink(path: "\(stem).xlsx", label: "Excel", type: .xlsx)) }
    return links
  }

  /// The schema.org description of the figures of an index page; `nil` if the page has no figures of its own.
  func datasetMarkup(_ title: String) -> TemplateValue? {
    // Lists without figures, and further pages of a list, are no data sets.
    guard !context.site.baseURL.isEmpty, kind.isDataset, route == first else { return nil }
    return DatasetMarkup(frame: self, name: title, links: listLinks, period: period).value
  }
}

extension Route {
  /// The path of the feed beside the page.
  package var feed: String { folder + "feed.atom" }
}
