internal import Bytes
internal import Portal
internal import Rendering

/// What search engines ask for: sitemap and robots.txt. A file of the portal's own takes the place of one of these.
struct CrawlerFiles {
  let context: SiteContext
  let portal: Portal

  /// - Parameter entries: in the order of their paths, which is that of the sitemap.
  func write(beside entries: [Manifest.Entry], to staging: StagingTree) throws -> [Manifest.Entry] {
    var writer = staging.writer(hashes: context.site.data.checksums)
    let own = Set(["robots.txt", "sitemap.xml"].filter { path in entries.contains { $0.path == path } })
    let pages: [String] = entries.lazy.map(\.path).filter { $0.hasSuffix(".html") && $0 != "404.html" }
    try Sitemap(context: context, portal: portal).write(pages) { path, bytes in
      if !own.contains(path) { try writer.write(path, bytes.bytes) }
    }
    if !own.contains("robots.txt") { try writer.write("robots.txt", Sitemap.robots(context).array()) }
    return writer.finish()
  }
}
