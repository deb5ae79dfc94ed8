/// What a power failure may do to a tree that has just been published.
///
/// A build that is killed never harms a tree: that rests on the swap alone. After a power failure, a file
/// system such as ext4 may have the names of new files without their bytes.
package enum Durability: Sendable {
  /// The manifest is synchronized before the swap, and nothing else. Files that lost their bytes then differ from it in
  /// size. For previews and tests, which can be made again.
  case manifest
  /// The new tree is on the disk before it takes the place of the old one, and its name before the old one is removed:
  /// what is reported as published is there after a power failure, too.
  case wholeTree
}

/// Has things be on the disk in their order, and keeps the time that this takes.
///
/// All of the file system is synchronized at once (`syncfs`), and so waits for what other programs have written, too. It is
/// faster all the same by two orders of magnitude than to have thousands of small files on the disk one by one.
struct DiskBarrier: ~Copyable {
  private let durability: Durability
  private(set) var time: Duration = .zero

  init(_ durability: Durability) {
    self.durability = durability
  }

  /// Waits until all that was written to the file system of a folder is on the disk. Throws `inputOutput`.
  mutating func everything(around folder: OpenFolder) throws(PublishingError) {
    try measured { () throws(PublishingError) in try folder.synchronizeFileSystem() }
  }

  /// Waits until the names in a folder are on the disk. Throws `inputOutput`.
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
