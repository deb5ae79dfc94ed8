package import Bytes
internal import DataFiles
package import Portal
internal import Reports

/// `sitemap.xml`: the URL of every page. If there are more than one file may hold, they are split into several files,
/// which `sitemap.xml` lists.
package struct Sitemap {
  /// The protocol's limit for one file.
  package static let mostAddresses = 50_000

  let site: Site
  let portal: Portal
  let limit: Int

  package init(site: Site, portal: Portal, limit: Int = mostAddresses) {
    self.site = site
    self.portal = portal
    self.limit = limit
  }

  /// - Parameter pages: Paths, in the order of the sitemap.
  package func write(_ pages: [String], to sink: FileSink) throws {
    var dates: [String: String] = [:]
    dates.reserveCapacity(portal.reports.count)
    for report in portal.reports { dates[report.route.path] = report.changed?.iso }
    func write(_ pages: ArraySlice<String>, at path: String) throws {
      var xml = Self.begin("urlset")
      for page in pages {
        xml.append("<url><loc>")
        xml.appendEscaped(site.absolute(page))
        xml.append("</loc>")
        if let date = dates[page] {
          xml.append("<lastmod>")
          xml.append(date)
          xml.append("</lastmod>")
        }
        xml.append("</url>\n")
      }
      xml.append("</urlset>\n")
      try sink(path, xml)
    }
    if pages.count <= limit { return try write(pages[...], at: "sitemap.xml") }
    var index = Self.begin("sitemapindex")
    for (number, start) in stride(from: 0, to: pages.count, by: limit).enumerated() {
      let path = "sitemap-\(number + 1).xml"
      try write(pages[start..<min(start + limit, pages.count)], at: path)
      index.append("<sitemap><loc>")
      index.appendEscaped(site.absolute(path))
      index.append("</loc></sitemap>\n")
    }
    index.append("</sitemapindex>\n")
    try sink("sitemap.xml", index)
  }

  private static func begin(_ root: StaticString) -> ByteBuffer {
    var xml = ByteBuffer(capacity: 64 << 10)
    xml.append(xmlDeclaration)
    xml.append("<")
    xml.append(root)
    xml.append(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    return xml
  }

  /// `robots.txt`: everything may be crawled.
  package static func robots(_ site: Site) -> ByteBuffer {
    var text = ByteBuffer(capacity: 256)
    text.append("User-agent: *\nAllow: /\n\nSitemap: ")
    text.append(site.absolute("sitemap.xml"))
    text.append("\n")
    return text
  }
}
