internal import Glibc

extension Manifest {
  /// The files of a published tree that this manifest does not list, in byte order: whatever a user or another program
  /// has put there. Links count as files, and a folder that cannot be read counts as one file.
  ///
  /// At the root, placeholders, the manifest, the lock, the staging tree and the `lost+found` of a mounted file system
  /// are not foreign. The search ends after `limit` files. Throws `inputOutput` if the root cannot be listed.
  func foreignFiles(in folder: OpenFolder, limit: Int = .max) throws(PublishingError) -> [String] {
    var search = ForeignFileSearch(manifest: self, limit: limit)
    if let fault = search.visit(folder.descriptor) { throw .inputOutput(.list, path: folder.path, fault) }
    return search.found.sorted { $0.precedesInBytes($1) }
  }
}

private struct ForeignFileSearch {
  let manifest: Manifest
  let limit: Int
  var found: [String] = []
  /// Path of the current entry.
  private var path: [UInt8] = []

  private static let ownPrefix = Array(OutputLocation.ownPrefix.utf8)
  private static let tolerated = Set((Manifest.placeholders + ["lost+found"]).map { Array($0.utf8) })

  init(manifest: Manifest, limit: Int) {
    self.manifest = manifest
    self.limit = limit
  }

  mutating func visit(_ folder: Int32) -> SystemFault? {
    let listing: FolderListing
    switch FolderListing.read(of: folder) {
    case .failure(let fault): return fault
    case .success(let read): listing = read
    }
    let isRoot = path.isEmpty
    let length = path.count
    listing.forEach(in: folder) { name, isFolder in
      if found.count >= limit { return }
      path.append(contentsOf: UnsafeRawBufferPointer(name).dropLast())
      if isRoot, path.starts(with: Self.ownPrefix) || Self.tolerated.contains(path) {
        // Not foreign.
      } else if isFolder {
        visitFolder(name, in: folder)
      } else if !path.withUnsafeBufferPointer({ manifest.contains($0) }) {
        found.append(String(decoding: path, as: UTF8.self))
      }
      path.removeSubrange(length...)
    }
    return nil
  }

  private mutating func visitFolder(_ name: UnsafeBufferPointer<CChar>, in parent: Int32) {
    path.append(UInt8(ascii: "/"))
    guard let base = name.baseAddress else { return }
    let folder = uninterrupted { openat(parent, base, OpenFolder.flags) }
    if folder < 0 || visit(folder) != nil { found.append(String(decoding: path, as: UTF8.self)) }
    if folder >= 0 { close(folder) }
  }
}
