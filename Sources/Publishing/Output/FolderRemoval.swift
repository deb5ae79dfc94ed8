internal import Glibc

/// Removes whole folders and counts what it removes. It follows no links and continues after a failure.
struct FolderRemoval {
  private(set) var files = 0
  private(set) var folders = 0
  private(set) var failures: [PublishingError] = []

  /// Removes the folder or file at an absolute path, if there is one.
  mutating func remove(_ path: String) {
    path.withCString { remove($0, in: AT_FDCWD, isFolder: FileStatus(path)?.isFolder ?? false, path) }
  }

  private mutating func remove(
    _ name: UnsafePointer<CChar>, in parent: Int32, isFolder: Bool, _ path: @autoclosure () -> String
  ) {
    guard isFolder else {
      if unlinkat(parent, name, 0) == 0 {
        files += 1
      } else if errno != ENOENT {
        failures.append(.inputOutput(.remove, path: path(), .last))
      }
      return
    }
    let folder = uninterrupted { openat(parent, name, OpenFolder.flags) }
    guard folder >= 0 else {
      failures.append(.inputOutput(.list, path: path(), .last))
      return
    }
    defer { close(folder) }
    let failuresBefore = failures.count
    switch FolderListing.read(of: folder) {
    case .failure(let fault): failures.append(.inputOutput(.list, path: path(), fault))
    case .success(let listing):
      listing.forEach(in: folder) { child, isFolder in
        guard let base = child.baseAddress else { return }
        remove(base, in: folder, isFolder: isFolder, path() + "/" + String(cString: base))
      }
    }
    if failures.count > failuresBefore { return }
    if unlinkat(parent, name, AT_REMOVEDIR) == 0 {
      folders += 1
    } else {
      failures.append(.inputOutput(.remove, path: path(), .last))
    }
  }
}
