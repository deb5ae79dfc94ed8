internal import Glibc

/// What `cleanOutput` removed.
package struct CleanReport: Sendable, Hashable {
  /// Published files.
  package var files = 0
  /// Folders that contained nothing else.
  package var folders = 0
  /// Files of unfinished and outdated trees left over from killed builds.
  package var leftoverFiles = 0
  /// Files not made by a build, which are kept; at most the first thousand.
  package var foreignFiles: [String] = []
}

/// Removes what builds have published at a path: the files listed in the manifest, the folders that become empty, the
/// manifest itself, and leftovers of killed builds. Foreign files, placeholders and the output folder itself are kept.
/// A missing output or manifest is not an error; nothing is removed then.
///
/// Throws `locked`, `notWritable`, `unreadableManifest`, or `inputOutput` after removing as much as possible.
package func cleanOutput(at path: String) throws(PublishingError) -> CleanReport {
  try cleanOutput(OutputLocation(path))
}

func cleanOutput(_ location: OutputLocation) throws(PublishingError) -> CleanReport {
  guard FileStatus(location.parent) != nil else { return CleanReport() }
  let lock = try OutputLock(location)
  var report = CleanReport()
  report.leftoverFiles = try lock.recover().files

  guard let output = try OpenFolder(existing: location.path) else { return report }
  let manifest = try Manifest(in: output)
  report.foreignFiles = try (manifest ?? .empty).foreignFiles(in: output, limit: 1000)
  guard let manifest else { return report }
  guard isWritable(location.path) else { throw .notWritable(path: location.path, .last) }

  var removal = FileRemoval(from: output)
  for entry in manifest.entries { removal.remove(entry.path) }
  removal.removeEmptiedFolders()
  report.files = removal.removedFiles
  report.folders = removal.removedFolders
  if let failure = removal.failures.first { throw failure }

  // The manifest goes last, so that an interrupted clean can be repeated.
  guard unlinkat(output.descriptor, Manifest.fileName, 0) == 0 else {
    throw .inputOutput(.remove, path: output.path + "/" + Manifest.fileName, .last)
  }
  return report
}
