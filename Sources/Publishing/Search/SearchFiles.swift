internal import Bytes
internal import Portal
internal import Rendering

/// Writes the index of the search, which a browser loads in parts.
struct SearchFiles {
  let context: SiteContext
  let portal: Portal

  func write(_ indexers: [SearchIndexer], to staging: StagingTree) throws -> [Manifest.Entry] {
    guard context.site.search else { return [] }
    var writer = staging.writer(hashes: context.site.data.checksums)
    try SearchIndex(context: context, portal: portal, indexers: indexers).write { path, bytes in
      try writer.write(path, bytes.bytes)
    }
    return writer.finish()
  }
}
