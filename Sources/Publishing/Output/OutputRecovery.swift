internal import Glibc

extension OutputLock {
  /// Recovers from a killed build: an old tree that was set aside becomes the output again if that is missing, and
  /// unfinished and outdated trees are removed.
  ///
  /// Throws `inputOutput`. Returns the files and folders removed.
  func recover() throws(PublishingError) -> FolderRemoval {
    var removal = FolderRemoval()
    if isWritable(location.parent) {
      let aside = location.setAsidePath
      if FileStatus(location.path) == nil, FileStatus(aside) != nil {
        guard rename(aside, location.path) == 0 else { throw .inputOutput(.rename, path: aside, .last) }
      }
      for path in [aside, location.beside("staging")] where FileStatus(path) != nil { removal.remove(path) }
    }
    let inside = location.inside("staging")
    if FileStatus(inside) != nil { removal.remove(inside) }
    if let failure = removal.failures.first { throw failure }
    return removal
  }
}
