internal import CFileSystem
internal import Glibc

extension StagingTree {
  /// Swaps a staging tree that lies beside the output with it.
  ///
  /// By an exchange, where the file system has it; then the staging path holds the old tree, which is
  /// removed. Otherwise by three renames, with what a kill after each leaves for `OutputLock.recover`:
  ///
  /// 1. output → old: no output; old becomes the output again.
  /// 2. staging → output: the new tree is published; old is removed.
  /// 3. old → staging, which is removed: any build removes a staging tree that it finds.
  ///
  /// The old tree thus stands under its own name only while it is whole. Where the system refuses to rename
  /// the output at all, the files are swapped one by one.
  func swapTrees(for manifest: Manifest) throws(PublishingError) -> SwapReport {
    let output = lock.location.path
    if FileStatus(output) == nil {
      guard rename(folder.path, output) == 0 else { throw .inputOutput(.rename, path: folder.path, .last) }
      return report(.created, manifest, leftovers: [])
    }
    if lock.location.triesExchange {
      if cfs_exchange(folder.path, output) == 0 {
        return report(.exchanged, manifest, leftovers: removeOldTree())
      }
      let fault = SystemFault.last
      if fault.forbidsRename { return try relocateAndSwap(manifest) }
      guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(fault.code) else {
        throw .inputOutput(.rename, path: output, fault)
      }
    }

    let aside = lock.location.setAsidePath
    guard rename(output, aside) == 0 else {
      let fault = SystemFault.last
      if fault.forbidsRename { return try relocateAndSwap(manifest) }
      throw .inputOutput(.rename, path: output, fault)
    }
    guard rename(folder.path, output) == 0 else {
      let fault = SystemFault.last
      _ = rename(aside, output)
      throw .inputOutput(.rename, path: folder.path, fault)
    }
    guard rename(aside, folder.path) == 0 else {
      return report(.renamedAside, manifest, leftovers: [.inputOutput(.rename, path: aside, .last)])
    }
    return report(.renamedAside, manifest, leftovers: removeOldTree())
  }

  /// After the swap, the old tree has the path of the staging tree.
  private func removeOldTree() -> [PublishingError] { discard() }

  /// Copies the staging tree into the output, and swaps file by file from there.
  private func relocateAndSwap(_ manifest: Manifest) throws(PublishingError) -> SwapReport {
    let inside = try OpenFolder(creating: lock.location.inside("staging"), mode: Self.modeInside)
    var writer = StagingWriter(root: inside)
    for entry in manifest.entries {
      try writer.copy(from: folder.path + "/" + entry.path, to: entry.path)
    }
    try inside.write(Manifest.fileName, manifest.text(), synchronizing: true)
    let leftovers = discard()
    let report = try swapFileByFile(from: inside, for: manifest)
    return self.report(.fileByFile, manifest, leftovers: leftovers + report.leftovers)
  }
}

extension SystemFault {
  /// A mount point that was not seen as one, a folder of a lower layer of an overlay, a parent with the
  /// sticky bit.
  fileprivate var forbidsRename: Bool { [EBUSY, EXDEV, EACCES, EPERM].contains(code) }
}
