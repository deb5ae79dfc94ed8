internal import Bytes
internal import Pages
internal import Portal

/// Files for search engines: the sitemap and robots.txt. A portal may replace either by its own file.
struct CrawlerFiles {
  let site: Site
  let portal: Portal

  /// - Parameter entries: In path order, which is also the order of the sitemap.
  func write(beside entries: [Manifest.Entry], to staging: StagingTree) throws -> [Manifest.Entry] {
    var writer = staging.writer(hashes: site.data.checksums)
    let own = Set(["robots.txt", "sitemap.xml"].filter { path in entries.contains { $0.path == path } })
    let pages: [String] = entries.lazy.map(\.path).filter { $0.hasSuffix(".html") }
    try Sitemap(site: site, pages: PageKinds.pages(of: portal)).write(pages) { path, bytes in
      if !own.contains(path) { try writer.write(path, bytes.bytes) }
    }
    if !own.contains("robots.txt") { try writer.write("robots.txt", Sitemap.robots(site).array()) }
    return writer.finish()
  }
}
