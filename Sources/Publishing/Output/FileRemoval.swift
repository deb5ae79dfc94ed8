internal import Glibc

/// Removes individual files of a tree by relative path, and the folders that become empty.
struct FileRemoval: ~Copyable {
  private let root: OpenFolder
  private var folders: FolderHandles
  private var emptied: Set<String> = []
  private(set) var removedFiles = 0
  private(set) var removedFolders = 0
  private(set) var failures: [PublishingError] = []

  init(from root: OpenFolder) {
    self.root = root
    folders = FolderHandles(of: root, creates: false)
  }

  /// Removes a file. A file that does not exist, or is a folder by now, is ignored.
  mutating func remove(_ path: String) {
    do throws(PublishingError) {
      let target = try TreePath(path)
      let folder = try folders.folder(of: target)
      if target.withName({ unlinkat(folder, $0, 0) }) == 0 {
        removedFiles += 1
      } else if errno != ENOENT, errno != EISDIR {
        throw .inputOutput(.remove, path: root.path + "/" + path, .last)
      }
      note(emptied: target)
    } catch .inputOutput(.list, _, let fault) where [ENOENT, ENOTDIR, ELOOP].contains(fault.code) {
      // If there is no such folder, there is nothing to remove.
    } catch {
      failures.append(error)
    }
  }

  private mutating func note(emptied path: TreePath) {
    var folder = Substring(path.text)
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if !emptied.insert(String(folder)).inserted { return }
    }
  }

  /// Removes the folders that were emptied, deepest first, unless they still contain files.
  mutating func removeEmptiedFolders() {
    for folder in emptied.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      guard let target = try? TreePath(folder), let parent = try? folders.folder(of: target) else { continue }
      if target.withName({ unlinkat(parent, $0, AT_REMOVEDIR) }) == 0 {
        removedFolders += 1
      } else if ![ENOTEMPTY, EEXIST, ENOENT, ENOTDIR].contains(errno) {
        failures.append(.inputOutput(.remove, path: root.path + "/" + folder, .last))
      }
    }
    emptied = []
  }
}
