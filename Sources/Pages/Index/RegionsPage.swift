internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The tree of all regions.
struct RegionsPage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [RegionsPage] { [RegionsPage(portal: portal)] }

  static let folder = "regions"
  static let layout = Layout("regions")
  static let section = NavigationSection.regions
  static let json: PageJSON? = .index("regions")
  static let hasTable = true
  var route: Route { .regions }
  var table: DataTable? { RegistryTables.regions(portal.registry.regions.regions, in: portal) }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let tree = portal.registry.regions
    try writer.writeJSON(of: self, to: sink) { index, json in
      json.key("regions")
      json.beginArray()
      for region in tree.regions { index.region(region, in: portal, &json) }
      json.endArray()
    }
    for frame in writer.frames(self) {
      let title = PageText.regions[frame.strings]
      var page = frame.object(
        title: title, description: title, breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
      var html = HTMLWriter()
      write(tree.roots, frame, to: &html)
      page[.tree] = .html(html.array())
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }

  private func write(_ regions: [Region], _ frame: PageFrame, to html: inout HTMLWriter) {
    if regions.isEmpty { return }
    html.block("ul", .class("tree")) { html in
      for region in regions {
        html.line("li") { html in
          frame.writeLink(.region(region.code), language: frame.nameLanguage, to: &html) {
            $0.text(region.name)
          }
          html.text(" ")
          let count = PageText.reportCount(portal.reportCount(within: region.code))
          html.element("span", .class("count"), text: count[frame.strings])
          write(portal.registry.regions.children(of: region.code), frame, to: &html)
        }
      }
    }
  }
}

extension Route {
  static let regions = Route("regions/index")
}
