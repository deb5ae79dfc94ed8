/// How a tree was published.
package struct SwapReport: Sendable {
  package enum Way: Sendable, Hashable {
    /// There was no output before.
    case created
    /// The new and the old tree were exchanged atomically: at every moment one of them is there, complete.
    case exchanged
    /// The old tree was renamed first: for a moment there was no output.
    case renamedAside
    /// The output is a mount point, or its parent is not writable: files were moved into place one by one, so for a
    /// while old and new ones were mixed. Worth telling the user.
    case fileByFile
  }

  package let way: Way
  package let files: Int
  package let bytes: Int
  /// Files of the previous tree that are no longer produced.
  package let removedFiles: Int
  /// Foreign files that were deleted because of `force`.
  package let removedForeignFiles: Int
  /// Remains of the old tree or the staging tree, and why they could not be removed. The new tree is published
  /// nevertheless, and the next build removes the rest.
  package let leftovers: [PublishingError]
  /// The time spent waiting for data to reach the disk.
  package let synchronizing: Duration
}
