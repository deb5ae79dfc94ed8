/// How a tree came to be the published one.
package struct SwapReport: Sendable {
  package enum Way: Sendable, Hashable {
    /// There was no output before.
    case created
    /// New and old tree changed places in one step: every moment shows one of them, whole.
    case exchanged
    /// The old tree was renamed aside first: for a moment there is no output.
    case renamedAside
    /// The output is a mount point, or its parent may not be written: files were moved into place one by one,
    /// so for a while there were new and old ones. Worth telling the user.
    case fileByFile
  }

  package let way: Way
  package let files: Int
  package let bytes: Int
  /// Files of the tree before that are no longer produced.
  package let removedFiles: Int
  /// Foreign files that disappeared, because that was forced.
  package let removedForeignFiles: Int
  /// What remains of the old tree or the staging tree, and why. The new tree is published all the same, and
  /// the next build removes the rest.
  package let leftovers: [PublishingError]
  /// How long it took until all of it was on the disk.
  package let synchronizing: Duration
}
