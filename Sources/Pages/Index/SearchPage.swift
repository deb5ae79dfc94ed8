internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The search page. The searched index is in `SearchIndex`; without scripts the page explains how to browse.
struct SearchPage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [SearchPage] { portal.site.search ? [SearchPage(portal: portal)] : [] }

  static let folder = "search"
  static let layout = Layout("search")
  static let section = NavigationSection.search
  var route: Route { .search }
  var filesElsewhere: [String] { [Self.openSearchPath] }

  private static let openSearchPath = "opensearch.xml"

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    for frame in writer.frames(self) {
      let title = PageText.search[frame.strings]
      var page = frame.object(
        title: title, description: title, breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
      page[.years] = .list(portal.years.map { frame.option("\($0)", PageText.year($0)[frame.strings]) })
      page[.regions] = .list(regions(portal.registry.regions.roots, depth: 0, frame))
      page[.forms] = .list(writer.usedForms.map { frame.option($0.id, $0.title[frame.strings]) })
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
    if !portal.site.baseURL.isEmpty { try sink(Self.openSearchPath, openSearch(writer.context.strings.first).buffer) }
  }

  /// The regions in tree order. Indentation shows the depth of a region.
  private func regions(_ regions: [Region], depth: Int, _ frame: PageFrame) -> [TemplateObject] {
    regions.flatMap { region in
      let indent = String(repeating: "\u{3000}", count: depth)
      return [frame.option(region.code, indent + region.name, language: frame.nameLanguage)]
        + self.regions(portal.registry.regions.children(of: region.code), depth: depth + 1, frame)
    }
  }

  /// The OpenSearch 1.1 description, by which browsers offer to search the portal.
  private func openSearch(_ strings: Strings) -> HTMLWriter {
    let site = portal.site
    var xml = HTMLWriter.xml()
    xml.block("OpenSearchDescription", .attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/")) { xml in
      // The maximum lengths of the format.
      xml.line("ShortName", text: String(site.name.prefix(16)))
      xml.line("LongName", text: String(site.name.prefix(48)))
      xml.line("Description", text: PageText.search[strings] + " – " + site.name)
      xml.line("Language", text: strings.language.tag)
      xml.line("InputEncoding", text: "UTF-8")
      xml.empty(
        "Url", .type("text/html"),
        .attribute("template", site.absolute(route.path) + "?q={searchTerms}"))
      xml.newline()
    }
    return xml
  }
}

extension Route {
  static let search = Route("search/index")
}
