internal import Glibc

/// What `cleanOutput` has removed.
package struct CleanReport: Sendable, Hashable {
  /// Published files.
  package var files = 0
  /// Folders that held nothing else.
  package var folders = 0
  /// Files of unfinished and outdated trees that killed builds have left.
  package var leftoverFiles = 0
  /// Files that no build has made, which stay; at most the first thousand.
  package var foreignFiles: [String] = []
}

/// Removes what builds have published at a path: the files that the manifest lists, folders that are empty
/// after that, the manifest, and what killed builds have left. Foreign files, placeholders and the output
/// folder itself stay. Without an output or a manifest it is no error: nothing is removed.
///
/// Throws `locked`, `notWritable`, `unreadableManifest`, or `inputOutput` after removing what could be
/// removed.
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

  // Last, so that a clean that was interrupted can be repeated.
  guard unlinkat(output.descriptor, Manifest.fileName, 0) == 0 else {
    throw .inputOutput(.remove, path: output.path + "/" + Manifest.fileName, .last)
  }
  return report
}
