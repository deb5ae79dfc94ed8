internal import Bytes
internal import Portal
internal import Reports
internal import SearchIndex

/// Writes the search index, which a browser loads in parts.
struct SearchFiles {
  let site: Site
  let forms: FormLibrary
  let portal: Portal

  func write(_ indexers: [SearchIndexer], to staging: StagingTree) throws -> [Manifest.Entry] {
    guard site.search else { return [] }
    var writer = staging.writer(hashes: site.data.checksums)
    try SearchIndexWriter(forms: forms, portal: portal, indexers: indexers).write { path, bytes in
      try writer.write(path, bytes.bytes)
    }
    return writer.finish()
  }
}
