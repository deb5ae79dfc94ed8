internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The files with the data of the whole portal.
struct DataPage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [DataPage] { portal.site.data.portal ? [DataPage(portal: portal)] : [] }

  static let folder = "data"
  static let layout = Layout.document
  static let section = NavigationSection.data
  static let json: PageJSON? = .other(schema: "data-1.json")
  static let namesDataFiles = true
  var route: Route { .data }
  var period: String? {
    portal.years.last.flatMap { first in portal.years.first.map { "\(first)/\($0)" } }
  }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let files = writer.files
    var json = JSONWriter()
    DataIndex(site: portal.site, strings: writer.context.strings, files: files).write(to: &json)
    try sink(route.json, json.buffer)
    let version = DataVersion(of: files, portal)
    for frame in writer.frames(self) {
      var page = frame.dataPage(PageText.data) { $0.writeFiles(files, version: version.id, to: &$1) }
      page[.descriptions] = .list(
        [("application/json", "datapackage.json"), ("application/ld+json", "catalog.jsonld")].map { type, path in
          TemplateObject([(.type, .text(type)), (.href, .text(frame.shared(path)))])
        })
      let links = files.map { DataLink(path: $0.path, label: $0.name, type: $0.type, size: $0.bytes) }
      page[.jsonLd] =
        DatasetMarkup(
          frame: frame, name: portal.site.name, links: links, period: period, published: version.created?.iso,
          modified: version.modified?.iso, places: portal.registry.regions.roots.map(\.name), version: version.id
        ).value
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }
}

extension PageFrame {
  /// What the pages about the data have in common.
  func dataPage(_ title: Text, _ write: (DataPageHTML, inout HTMLWriter) -> Void) -> TemplateObject {
    var page = object(
      title: title[strings], description: DatasetText.description(Text(verbatim: context.site.name))[strings],
      breadcrumb: breadcrumb(
        route == .data ? [] : [entry(PageText.data, .data)], TemplateObject(label: title[strings])))
    var html = HTMLWriter(capacity: 32 << 10)
    write(DataPageHTML(frame: self), &html)
    page[.html] = .html(html.array())
    return page
  }
}
