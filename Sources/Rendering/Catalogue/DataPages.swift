package import Bytes
internal import Diagnostics
package import Portal
internal import Reports

/// The pages about the data of the whole portal, and the catalogues that programs read.
package struct DataPages {
  let context: SiteContext
  let portal: Portal
  let files: [PublishedFile]

  package init(context: SiteContext, portal: Portal, files: [PublishedFile]) {
    self.context = context
    self.portal = portal
    self.files = files
  }

  package func write(to sink: (_ path: String, _ bytes: borrowing ByteBuffer) throws -> Void) throws {
    func file(_ path: String, _ write: (inout JSONWriter) -> Void) throws {
      var json = JSONWriter(buffer: ByteBuffer(capacity: 64 << 10))
      write(&json)
      try sink(path, json.buffer)
    }
    try file("datapackage.json") { DataPackage(context: context, files: files).write(to: &$0) }
    try file("catalog.jsonld") { DataCatalogue(context: context, portal: portal, files: files).write(to: &$0) }
    if let path = Route.dictionary.json {
      try file(path) { DataDictionary(context: context, files: files).write(to: &$0) }
    }
    if let path = Route.data.json { try file(path, writeIndex) }
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

  private func writeIndex(_ json: inout JSONWriter) {
    json.beginObject()
    json.field("$schema", context.absolute("schema/data-1.json"))
    json.field("id", context.absolute(Route.data.path))
    json.key("files")
    json.beginArray()
    for file in files {
      json.object { json in
        json.field("file", file.name)
        json.field("url", context.absolute(file.path))
        json.field("title", file.title)
        json.field("media_type", file.type.rawValue)
        json.field("bytes", file.bytes)
        json.field("sha256", file.sha256)
        if let year = file.year { json.field("year", year) }
      }
    }
    json.endArray()
    json.endObject()
  }

  private func content(of route: Route, _ frame: PageFrame) -> [UInt8] {
    var html = ByteBuffer(capacity: 32 << 10)
    let writer = DataPageHTML(frame: frame)
    switch route {
    case .dictionary: writer.writeDictionary(files, context.forms, to: &html)
    case .dataUse: writer.writeExamples(to: &html)
    default: writer.writeFiles(files, to: &html)
    }
    return html.array()
  }
}
