internal import Glibc
internal import Portal

extension StagingTree {
  /// Moves the files of a staging tree that is inside the output into place, one by one.
  ///
  /// 1. A manifest marked unfinished lists old and new files, so that all of them are known even if the process is
  ///    killed.
  /// 2. Old files that conflict with a new folder are removed, and so are old files below a path that is now a file.
  /// 3. New files replace old ones: pages after their data, `index.html` last, so that links never point to missing
  ///    files.
  /// 4. Files that are no longer produced are removed, and with `force` foreign files too.
  /// 5. The manifest is moved into place.
  ///
  /// The new files are already on disk, and each step is on disk before the next one depends on it. Each file is either
  /// old or new, and complete, at any moment. Throws `inputOutput`, also if a file that is no longer produced cannot be
  /// removed, because it might belong to a withdrawn report.
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
        // Outdated files have been removed by now, so it is a folder without any.
        result = path.withName { name in
          unlinkat(target, name, AT_REMOVEDIR) == 0 ? renameat(source, name, target, name) : -1
        }
      }
      if result != 0 { throw .inputOutput(.rename, path: output.path + "/" + entry.path, .last) }
    }
  }

  /// Paths that conflict with new files, and all others.
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
  /// Data first, then pages, then index pages from the deepest up, and the front page last.
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
  /// The folders that contain the path, innermost first.
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
