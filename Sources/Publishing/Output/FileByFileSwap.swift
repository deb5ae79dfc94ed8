internal import Glibc
internal import Portal

extension StagingTree {
  /// Moves the files of a staging tree inside the output to their places, one by one.
  ///
  /// 1. A manifest marked unfinished lists old and new files, so that after a kill all of them are known.
  /// 2. Old files that are in the way of a new folder, or of a file that was a folder, are removed.
  /// 3. New files replace old ones: pages after their data, `index.html` last, so that what is linked to is
  ///    there already.
  /// 4. Files that are no longer produced are removed, and foreign ones where that was forced.
  /// 5. The manifest is moved into place.
  ///
  /// The new files are on the disk already; so is each step that the next one counts on.
  /// Each file is old or new, whole, at any moment. Throws `inputOutput`, also when a file that is no longer
  /// produced cannot be removed: it might be one that was withdrawn.
  func swapFileByFile(
    from staging: OpenFolder, for manifest: Manifest, _ barrier: inout DiskBarrier
  ) throws(PublishingError) {
    guard let output = try OpenFolder(existing: lock.location.path) else {
      throw .inputOutput(.rename, path: lock.location.path, SystemFault(code: ENOENT))
    }
    let outdated = previous.entries(missingFrom: manifest).map(\.path)
    let known = previous.entries(missingFrom: manifest) + manifest.entries
    let union = Manifest(sorted: known.inPathOrder(), isComplete: false)
    let unfinishedName = Manifest.fileName + "-unfinished"
    try staging.write(unfinishedName, union.text(), synchronizing: true)
    try move(unfinishedName, from: staging, to: output)
    try barrier.names(in: output)

    var (inTheWay, removedLater) = split(outdated + foreignFiles, for: manifest)
    try remove(&inTheWay, from: output)
    try moveFiles(of: manifest, from: staging, to: output)
    try remove(&removedLater, from: output)
    try barrier.everything(around: output)
    try move(Manifest.fileName, from: staging, to: output)
    try barrier.names(in: output)
  }

  private func move(_ name: String, from staging: OpenFolder, to output: OpenFolder) throws(PublishingError) {
    guard renameat(staging.descriptor, name, output.descriptor, Manifest.fileName) == 0 else {
      throw .inputOutput(.rename, path: staging.path + "/" + name, .last)
    }
  }

  private func moveFiles(
    of manifest: Manifest, from staging: OpenFolder, to output: OpenFolder
  ) throws(PublishingError) {
    var sources = FolderHandles(of: staging, creates: false)
    var targets = FolderHandles(of: output, creates: true)
    for entry in manifest.inSwapOrder() {
      let path = try TreePath(entry.path)
      let source = try sources.folder(of: path)
      let target = try targets.folder(of: path)
      var result = path.withName { renameat(source, $0, target, $0) }
      if result != 0, errno == EISDIR || errno == ENOTEMPTY {
        // Outdated files are gone by now, so it is a folder without any.
        result = path.withName { name in
          unlinkat(target, name, AT_REMOVEDIR) == 0 ? renameat(source, name, target, name) : -1
        }
      }
      if result != 0 { throw .inputOutput(.rename, path: output.path + "/" + entry.path, .last) }
    }
  }

  /// Paths that stand in the way of new files, and the rest.
  private func split(_ paths: [String], for manifest: Manifest) -> (inTheWay: [String], rest: [String]) {
    if paths.isEmpty { return ([], []) }
    var newFolders: Set<String> = []
    var newFiles: Set<String> = []
    for entry in manifest.entries {
      newFiles.insert(entry.path)
      newFolders.formUnion(entry.path.ancestors)
    }
    var result: (inTheWay: [String], rest: [String]) = ([], [])
    for path in paths {
      let isInTheWay = newFolders.contains(path) || path.ancestors.contains { newFiles.contains($0) }
      if isInTheWay { result.inTheWay.append(path) } else { result.rest.append(path) }
    }
    return result
  }

  private func remove(_ paths: inout [String], from output: OpenFolder) throws(PublishingError) {
    var removal = FileRemoval(from: output)
    for path in paths { removal.remove(path) }
    removal.removeEmptiedFolders()
    paths = []
    if let failure = removal.failures.first { throw failure }
  }
}

extension Manifest {
  /// Data, then pages, then indexes, the deepest first and the front page last.
  fileprivate func inSwapOrder() -> [Entry] {
    func rank(_ path: String) -> Int {
      let path = ContentEncoding.split(path)?.path ?? path
      if path.utf8.elementsEqual("index.html".utf8) { return 3 }
      if path.hasSuffix("/index.html") { return 2 }
      return path.hasSuffix(".html") ? 1 : 0
    }
    return (0...3).flatMap { wanted in entries.filter { rank($0.path) == wanted } }
  }
}

extension String {
  /// The folders that a path lies in, from the nearest.
  fileprivate var ancestors: [String] {
    var found: [String] = []
    var rest = Substring(self)
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      found.append(String(rest))
    }
    return found
  }
}
