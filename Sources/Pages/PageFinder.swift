package import Portal

/// Finds the page that a file of the site belongs to, so that it can be made when it is asked for.
package struct PageFinder: Sendable {
  private let pages: [String: any Page]
  private let prefixes: [String]

  package init(_ portal: Portal) {
    var pages: [String: any Page] = [:]
    for page in PageKinds.pages(of: portal) {
      pages[page.route.stem] = page
      for path in page.filesElsewhere { pages[path] = page }
    }
    self.pages = pages
    prefixes = portal.site.languages.map(portal.site.prefix).filter { !$0.isEmpty }
  }

  /// - Parameter path: of a page in any language, or of a file beside it: its JSON, table, charts, feed.
  /// - Returns: `nil` where it can be that of no page; another path may still not be one that the page writes.
  package func page(ofFile path: String) -> (any Page)? {
    let path = prefixes.first { path.hasPrefix($0) }.map { path.dropFirst($0.count) } ?? path[...]
    if let page = pages[String(path)] { return page }
    let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    // `reports/2023/liulin.t1.csv` is beside `reports/2023/liulin.html`: names may have dots in them.
    var stem = path
    while let dot = stem[folderEnd...].lastIndex(of: ".") {
      stem = stem[..<dot]
      if let page = pages[String(stem)] { return page }
    }
    return pages["\(path[..<folderEnd])index"]
  }
}
