package import Bytes
package import DataFiles
internal import Diagnostics
package import Portal
internal import Reports
internal import Templates

/// The pages about the data of the whole portal.
package struct DataPages {
  let context: PageContext
  let portal: Portal
  let files: [PublishedFile]

  package init(context: PageContext, portal: Portal, files: [PublishedFile]) {
    self.context = context
    self.portal = portal
    self.files = files
  }

  package func write(to sink: FileSink) throws {
    var scratch = ByteBuffer(capacity: 64 << 10)
    for language in context.site.languages {
      for route in [Route.data, .dictionary, .dataUse] {
        let frame = PageFrame(context: context, language: language, route: route)
        let title = Self.title(of: route)[language]
        var page = frame.object(
          title: title, description: DatasetText.description(context.site.name, language),
          breadcrumb: frame.breadcrumb(
            route == .data ? [] : [frame.entry(PageText.data, .data)], TemplateObject(label: title)))
        page[.html] = .html(content(of: route, frame))
        if route == .data {
          page[.descriptions] = .list(
            [("application/json", "datapackage.json"), ("application/ld+json", "catalog.jsonld")].map { type, path in
              TemplateObject([(.type, .text(type)), (.href, .text(frame.shared(path)))])
            })
          let links = files.map { DataLink(path: $0.path, label: $0.name, type: $0.type, size: $0.bytes) }
          let years = portal.years
          page[.jsonLd] =
            DatasetMarkup(
              frame: frame, name: context.site.name, links: links,
              period: years.last.flatMap { first in years.first.map { "\(first)/\($0)" } }
            ).value
        }
        try frame.render(.document, page, scratch: &scratch) { try sink($0, $1) }
      }
    }
  }

  private static func title(of route: Route) -> LocalizedText {
    switch route {
    case .dictionary: PageText.dictionary
    case .dataUse: PageText.dataUse
    default: PageText.data
    }
  }

  private func content(of route: Route, _ frame: PageFrame) -> [UInt8] {
    var html = HTMLWriter(capacity: 32 << 10)
    let writer = DataPageHTML(frame: frame)
    switch route {
    case .dictionary: writer.writeDictionary(files, context.forms, to: &html)
    case .dataUse: writer.writeExamples(to: &html)
    default: writer.writeFiles(files, to: &html)
    }
    return html.array()
  }
}
