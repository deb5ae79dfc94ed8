internal import Glibc

/// The tree that a build writes, out of sight until it is whole.
///
///     let lock = try OutputLock(OutputLocation(path, inputs: [content]))
///     let staging = try StagingTree(under: lock)
///     var writer = staging.writer()          // one for each thread
///     try writer.write("index.html", page)
///     let report = try staging.commit(writer.finish())
///
/// Before `commit`, the published tree is not touched. A build that fails calls `discard`; what one that is
/// killed leaves behind, the next one removes. The lock is held for as long as a staging tree lives.
package struct StagingTree: Sendable {
  let lock: OutputLock
  let folder: OpenFolder
  /// What the output lists before the swap.
  let previous: Manifest
  /// Files of the output that will be deleted, because that was forced.
  let foreignFiles: [String]
  private let enlisted: Interruption.Place

  /// Recovers from a killed build, looks for foreign files and creates an empty tree.
  ///
  /// With `force`, the published folder is replaced whole: files in it that no build has made, or that cannot
  /// be told from such because the manifest is unreadable, are deleted by the swap.
  /// Throws `foreignFiles`, `unreadableManifest`, `notWritable` or `inputOutput`.
  package init(under lock: OutputLock, force: Bool = false) throws(PublishingError) {
    _ = try lock.recover()
    let location = lock.location
    var previous = Manifest.empty
    var foreignFiles: [String] = []
    let output = try OpenFolder(existing: location.path)
    if let output {
      guard isWritable(location.path) else { throw .notWritable(path: location.path, .last) }
      do throws(PublishingError) {
        previous = try Manifest(in: output) ?? .empty
      } catch {
        if !force { throw error }
      }
      foreignFiles = try previous.foreignFiles(in: output, limit: force ? .max : 1000)
      if !force, !foreignFiles.isEmpty { throw .foreignFiles(output: location.path, foreignFiles) }
    }
    self.lock = lock
    self.previous = previous
    self.foreignFiles = foreignFiles
    switch location.placement {
    case .beside:
      folder = try OpenFolder(creating: location.stagingPath, mode: 0o777)
      if let output { folder.takeOwnership(from: output) }
    case .inside:
      folder = try OpenFolder(creating: location.stagingPath, mode: Self.modeInside)
    }
    enlisted = Self.enlist(folder)
    Interruption.ofProcess.note(.prepared)
  }

  /// A copy of another one, in a folder that the output lies in.
  init(_ folder: OpenFolder, copyOf other: StagingTree) {
    self.folder = folder
    lock = other.lock
    previous = other.previous
    foreignFiles = other.foreignFiles
    enlisted = Self.enlist(folder)
  }

  private static func enlist(_ folder: OpenFolder) -> Interruption.Place {
    let path = folder.path
    return Interruption.ofProcess.enlist {
      var removal = FolderRemoval()
      removal.remove(path)
      return FileStatus(path) == nil
    }
  }

  /// A web server may serve the folder that this one lies in: what is not yet published is not for its eyes.
  static let modeInside: mode_t = 0o700

  /// - Parameter hashes: whether the SHA-256 of what is written is kept.
  package func writer(hashes: Bool = false) -> StagingWriter { StagingWriter(root: folder, hashes: hashes) }

  /// Removes the tree. What cannot be removed is returned; the next build tries again.
  @discardableResult
  package func discard() -> [PublishingError] {
    var removal = FolderRemoval()
    removal.remove(folder.path)
    Interruption.ofProcess.strike(enlisted)
    return removal.failures
  }

  /// Publishes the tree, with the manifest of what the writers have written. It may be called once.
  ///
  /// The published tree is as before when this throws; only where files are swapped one by one, it may be
  /// partly new, and the next build puts that right, and where the disk fails after the swap, it is new. The staging
  /// tree stays, for `discard`.
  /// Throws `conflictingPath` or `inputOutput`.
  ///
  /// - Parameter encoders: what made the compressed copies among the files.
  package func commit(
    _ entries: [Manifest.Entry], encoders: String = "", durability: Durability = .wholeTree
  ) throws(PublishingError) -> SwapReport {
    let manifest = try Manifest(entries, encoders: encoders)
    if lock.location.placement == .beside { try carryOverPlaceholders(manifest) }
    try folder.write(Manifest.fileName, manifest.text(), synchronizing: true)
    var barrier = DiskBarrier(durability)
    try barrier.everything(around: folder)
    let (way, leftovers) = try swap(for: manifest, &barrier)
    // What has the path of the staging tree now is the old tree, or what remains of the new one.
    return report(way, manifest, barrier, leftovers: leftovers + discard())
  }

  private func swap(
    for manifest: Manifest, _ barrier: inout DiskBarrier
  ) throws(PublishingError) -> (SwapReport.Way, leftovers: [PublishingError]) {
    let interruption = Interruption.ofProcess
    if lock.location.placement == .beside {
      let swapped = try interruption.holdingOff(until: .published) {
        () throws(PublishingError) in try swapTrees(for: manifest, &barrier)
      }
      if let swapped { return swapped }
    }
    let source = lock.location.placement == .beside ? try relocate(manifest, &barrier) : self
    try interruption.holdingOff(until: .published) {
      () throws(PublishingError) in try swapFileByFile(from: source.folder, for: manifest, &barrier)
    }
    return (.fileByFile, lock.location.placement == .beside ? source.discard() : [])
  }

  private func carryOverPlaceholders(_ manifest: Manifest) throws(PublishingError) {
    var writer = self.writer()
    for name in Manifest.placeholders where !manifest.contains(name) {
      let path = lock.location.path + "/" + name
      if FileStatus(path)?.isFile == true { try writer.copy(from: path, to: name) }
    }
  }

  func report(
    _ way: SwapReport.Way, _ manifest: Manifest, _ barrier: borrowing DiskBarrier, leftovers: [PublishingError]
  ) -> SwapReport {
    SwapReport(
      way: way, files: manifest.entries.count, bytes: manifest.size,
      removedFiles: previous.entries(missingFrom: manifest).count,
      removedForeignFiles: foreignFiles.count, leftovers: leftovers,
      synchronizing: barrier.time)
  }
}
