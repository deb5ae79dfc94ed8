package import Bytes
package import Portal
internal import Reports

/// `sitemap.xml`: the URL of every page. If there are more than one file may hold, they are split into several files,
/// which `sitemap.xml` lists.
package struct Sitemap {
  /// The protocol's limit for one file.
  package static let mostAddresses = 50_000

  let site: Site
  /// The pages of the portal.
  let known: [any Page]
  let limit: Int

  package init(site: Site, pages: [any Page], limit: Int = mostAddresses) {
    self.site = site
    known = pages
    self.limit = limit
  }

  /// - Parameter pages: paths of pages, and of the portal's own, in the order that they are listed in.
  package func write(_ paths: [String], to sink: FileSink) throws {
    var dates: [String: String] = [:]
    dates.reserveCapacity(known.count)
    for page in known { dates[page.route.path] = page.changed?.iso }
    let withoutAddress = Set(known.filter { !type(of: $0).hasAddress }.map(\.route.path))
    let pages = paths.filter { !withoutAddress.contains($0) }
    func write(_ pages: ArraySlice<String>, at path: String) throws {
      var xml = HTMLWriter.xml(capacity: 64 << 10)
      xml.block("urlset", Self.namespace) { xml in
        for page in pages {
          xml.line("url") { xml in
            xml.element("loc") { $0.text(site.absolute(page)) }
            if let date = dates[page] { xml.element("lastmod") { $0.text(date) } }
          }
        }
      }
      try sink(path, xml.buffer)
    }
    if pages.count <= limit { return try write(pages[...], at: "sitemap.xml") }
    let starts = Array(stride(from: 0, to: pages.count, by: limit))
    func path(of number: Int) -> String { "sitemap-\(number + 1).xml" }
    for (number, start) in starts.enumerated() {
      try write(pages[start..<min(start + limit, pages.count)], at: path(of: number))
    }
    var index = HTMLWriter.xml()
    index.block("sitemapindex", Self.namespace) { xml in
      for number in starts.indices {
        xml.line("sitemap") { $0.element("loc", text: site.absolute(path(of: number))) }
      }
    }
    try sink("sitemap.xml", index.buffer)
  }

  private static var namespace: HTMLAttribute {
    .attribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")
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
