internal import CFileSystem
internal import Glibc

extension StagingTree {
  /// Swaps a staging tree beside the output with the output.
  ///
  /// Uses an exchange if the file system supports it; the staging path then holds the old tree. Otherwise it uses three
  /// renames. If the process is killed after one of them, `OutputLock.recover` handles what is left:
  ///
  /// 1. output → old: there is no output; old becomes the output again.
  /// 2. staging → output: the new tree is published; old is removed.
  /// 3. old → staging, which is removed: every build removes a staging tree that it finds.
  ///
  /// So the old tree has the name “old” only while it is complete. Each step is on disk before the next, so that a
  /// power failure leaves nothing worse than a kill does.
  ///
  /// - Returns: `nil` if the system refuses to rename the output at all; nothing has changed then.
  func swapTrees(
    for manifest: Manifest, _ barrier: inout DiskBarrier
  ) throws(PublishingError) -> (SwapReport.Way, leftovers: [PublishingError])? {
    let output = lock.location.path
    guard let parent = try OpenFolder(existing: lock.location.parent) else {
      throw .inputOutput(.list, path: lock.location.parent, SystemFault(code: ENOENT))
    }
    if FileStatus(output) == nil {
      guard rename(folder.path, output) == 0 else { throw .inputOutput(.rename, path: folder.path, .last) }
      try barrier.names(in: parent)
      return (.created, [])
    }
    if lock.location.triesExchange {
      if cfs_exchange(folder.path, output) == 0 {
        try barrier.names(in: parent)
        return (.exchanged, [])
      }
      let fault = SystemFault.last
      if fault.forbidsRename { return nil }
      guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(fault.code) else {
        throw .inputOutput(.rename, path: output, fault)
      }
    }

    let aside = lock.location.setAsidePath
    guard rename(output, aside) == 0 else {
      let fault = SystemFault.last
      if fault.forbidsRename { return nil }
      throw .inputOutput(.rename, path: output, fault)
    }
    do throws(PublishingError) {
      try barrier.names(in: parent)
      guard rename(folder.path, output) == 0 else { throw .inputOutput(.rename, path: folder.path, .last) }
    } catch {
      _ = rename(aside, output)
      throw error
    }
    try barrier.names(in: parent)
    return (.renamedAside, rename(aside, folder.path) == 0 ? [] : [.inputOutput(.rename, path: aside, .last)])
  }

  /// Copies the staging tree into the output, for a file-by-file swap.
  func relocate(_ manifest: Manifest, _ barrier: inout DiskBarrier) throws(PublishingError) -> StagingTree {
    let inside = StagingTree(
      try OpenFolder(creating: lock.location.inside("staging"), mode: Self.modeInside), copyOf: self)
    do throws(PublishingError) {
      var writer = inside.writer()
      for entry in manifest.entries {
        try writer.copy(from: folder.path + "/" + entry.path, to: entry.path)
      }
      try inside.folder.write(Manifest.fileName, manifest.text(), synchronizing: true)
      try barrier.everything(around: inside.folder)
    } catch {
      inside.discard()
      throw error
    }
    return inside
  }
}

extension SystemFault {
  /// A mount point that was not recognized as one, a folder in a lower layer of an overlay, or a parent with the sticky
  /// bit.
  fileprivate var forbidsRename: Bool { [EBUSY, EXDEV, EACCES, EPERM].contains(code) }
}
