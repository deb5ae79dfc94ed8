internal import CFileSystem
internal import Glibc

extension StagingTree {
  /// Swaps a staging tree that lies beside the output with it.
  ///
  /// By an exchange, where the file system has it; then the staging path holds the old tree. Otherwise by three
  /// renames, with what a kill after each leaves for `OutputLock.recover`:
  ///
  /// 1. output → old: no output; old becomes the output again.
  /// 2. staging → output: the new tree is published; old is removed.
  /// 3. old → staging, which is removed: any build removes a staging tree that it finds.
  ///
  /// The old tree thus stands under its own name only while it is whole. Each step is on the disk before the next, so
  /// that a power failure leaves no more than a kill does.
  ///
  /// - Returns: `nil` when the system refuses to rename the output at all, and nothing has changed.
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

  /// Copies the staging tree into the output, to swap file by file from there.
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
  /// A mount point that was not seen as one, a folder of a lower layer of an overlay, a parent with the
  /// sticky bit.
  fileprivate var forbidsRename: Bool { [EBUSY, EXDEV, EACCES, EPERM].contains(code) }
}
