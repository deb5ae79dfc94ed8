internal import Glibc

/// The tree that a build writes, which stays hidden until it is complete.
///
///     let lock = try OutputLock(OutputLocation(path, inputs: [content]))
///     let staging = try StagingTree(under: lock)
///     var writer = staging.writer()          // one for each thread
///     try writer.write("index.html", page)
///     let report = try staging.commit(writer.finish())
///
/// The published tree is not touched before `commit`. A build that fails calls `discard`; the next build removes what a
/// killed build left over. The lock is held for as long as a staging tree exists.
package struct StagingTree: Sendable {
  let lock: OutputLock
  let folder: OpenFolder
  /// The manifest of the output before the swap.
  let previous: Manifest
  /// Foreign files of the output, which are deleted because of `force`.
  let foreignFiles: [String]
  private let enlisted: Interruption.Place

  /// Recovers from a killed build, looks for foreign files and creates an empty tree.
  ///
  /// With `force`, the published folder is replaced completely: the swap deletes files that no build has made, or that
  /// cannot be told apart from them because the manifest is unreadable. Throws `foreignFiles`, `unreadableManifest`,
  /// `notWritable` or `inputOutput`.
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

  /// A copy of another staging tree, in a folder inside the output.
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

  /// A web server may be serving the folder that contains this one, and must not reveal unpublished files.
  static let modeInside: mode_t = 0o700

  /// - Parameter hashes: Whether to keep the SHA-256 of written files.
  package func writer(hashes: Bool = false) -> StagingWriter { StagingWriter(root: folder, hashes: hashes) }

  /// Removes the tree. Returns what could not be removed; the next build tries again.
  @discardableResult
  package func discard() -> [PublishingError] {
    var removal = FolderRemoval()
    removal.remove(folder.path)
    Interruption.ofProcess.strike(enlisted)
    return removal.failures
  }

  /// Publishes the tree together with a manifest of the written files. May be called once.
  ///
  /// If this throws, the published tree is unchanged, with two exceptions: after a file-by-file swap it may be partly
  /// new, which the next build repairs, and if the disk fails after the swap, it is new. The staging tree is kept, for
  /// `discard`. Throws `conflictingPath` or `inputOutput`.
  ///
  /// - Parameter encoders: The encoders that made the compressed copies among the files.
  package func commit(
    _ entries: [Manifest.Entry], encoders: String = "", durability: Durability = .wholeTree
  ) throws(PublishingError) -> SwapReport {
    let manifest = try Manifest(entries, encoders: encoders)
    if lock.location.placement == .beside { try carryOverPlaceholders(manifest) }
    try folder.write(Manifest.fileName, manifest.text(), synchronizing: true)
    var barrier = DiskBarrier(durability)
    try barrier.everything(around: folder)
    let (way, leftovers) = try swap(for: manifest, &barrier)
    // The path of the staging tree now leads to the old tree, or to what remains of the new one.
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
