/// How well a newly published tree survives a power failure.
///
/// Killing a build never harms a tree, because of the way it is swapped in. But after a power failure, a file system
/// such as ext4 may have the names of new files without their contents.
package enum Durability: Sendable {
  /// Only the manifest is synchronized before the swap. Files that lost their contents then differ from it in size. For
  /// previews and tests, which can be repeated.
  case manifest
  /// The new tree is on disk before it replaces the old one, and its name is on disk before the old one is removed:
  /// whatever is reported as published survives a power failure.
  case wholeTree
}

/// Makes sure that things reach the disk in order, and measures the time this takes.
///
/// The whole file system is synchronized at once (`syncfs`), which also waits for data that other programs have
/// written. This is still two orders of magnitude faster than synchronizing thousands of small files individually.
struct DiskBarrier: ~Copyable {
  private let durability: Durability
  private(set) var time: Duration = .zero

  init(_ durability: Durability) {
    self.durability = durability
  }

  /// Waits until everything written to the file system of a folder is on disk. Throws `inputOutput`.
  mutating func everything(around folder: OpenFolder) throws(PublishingError) {
    try measured { () throws(PublishingError) in try folder.synchronizeFileSystem() }
  }

  /// Waits until the names in a folder are on disk. Throws `inputOutput`.
  mutating func names(in folder: OpenFolder) throws(PublishingError) {
    try measured { () throws(PublishingError) in try folder.synchronizeNames() }
  }

  private mutating func measured(_ work: () throws(PublishingError) -> Void) throws(PublishingError) {
    guard durability == .wholeTree else { return }
    let start = ContinuousClock.now
    defer { time += ContinuousClock.now - start }
    try work()
  }
}
