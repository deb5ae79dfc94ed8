internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Reports
internal import Templates

/// The search page. The searched index is in `SearchIndex`; without scripts the page explains how to browse.
extension IndexJob {
  func search(_ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    for frame in frames(.search) {
      let title = PageText.search[frame.language]
      var page = frame.object(
        title: title, description: title, breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
      page[.years] = .list(portal.years.map { frame.option("\($0)", PageText.year($0)[frame.language]) })
      page[.regions] = .list(regions(portal.registry.regions.roots, depth: 0, frame))
      page[.forms] = .list(usedForms.map { frame.option($0.id, $0.title[frame.language]) })
      try frame.render(.search, page, scratch: &scratch, to: sink)
    }
    if !context.site.baseURL.isEmpty { try sink("opensearch.xml", openSearch().buffer) }
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
  private func openSearch() -> HTMLWriter {
    let site = context.site
    var xml = HTMLWriter.xml()
    xml.block("OpenSearchDescription", .attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/")) { xml in
      // The maximum lengths of the format.
      xml.line("ShortName", text: String(site.name.prefix(16)))
      xml.line("LongName", text: String(site.name.prefix(48)))
      xml.line("Description", text: PageText.search[site.languages[0]] + " – " + site.name)
      xml.line("Language", text: site.languages[0].rawValue)
      xml.line("InputEncoding", text: "UTF-8")
      xml.empty(
        "Url", .type("text/html"),
        .attribute("template", context.absolute(Route.search.path) + "?q={searchTerms}"))
      xml.newline()
    }
    return xml
  }
}
