internal import CFileSystem
internal import Glibc
internal import Synchronization

/// A file that is written to take the place of another, or a place that is free, in one step.
///
/// It has no name until it is whole, where the file system has files without names: nothing remains of a process that is
/// killed before. Elsewhere, and for the moment between two calls, it has a name of its own in the folder; one that is
/// left of a killed process is removed by the next that writes to that folder. Which are left is told by locks: a
/// process holds one on its file for as long as it lives.
package final class UnfinishedFile: Sendable {
  /// Where it will be; a symbolic link at the end has been followed.
  package let target: String
  /// The folder of it, for temporary files of whoever writes it.
  package let folder: String
  private let descriptor: Int32
  private let name: String
  private let isNameless: Bool
  private let enlisted: Interruption.Place

  private static let prefix = OutputLocation.ownPrefix + "unfinished-"
  private static let swept = Mutex<Set<String>>([])
  private static let number = Atomic(0)

  /// Throws what the system says when it cannot be begun.
  package init(for path: String) throws(SystemFault) {
    let target = Self.resolved(path)
    let folder = target.lastIndex(of: "/").map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    self.target = target
    self.folder = folder
    Self.sweep(folder)
    let number = Self.number.add(1, ordering: .relaxed).newValue
    let name = "\(folder)/\(Self.prefix)\(getpid())-\(number)"
    var file = uninterrupted { cfs_open_nameless(folder) }
    isNameless = file >= 0
    if file < 0, errno == EOPNOTSUPP {
      file = uninterrupted { open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666) }
    }
    guard file >= 0 else { throw .last }
    // Where there are no locks, files that are left stay.
    _ = uninterrupted { flock(file, LOCK_EX | LOCK_NB) }
    descriptor = file
    self.name = name
    enlisted = Interruption.ofProcess.enlist {
      unlink(name)
      return true
    }
  }

  deinit {
    if !isNameless { unlink(name) }
    close(descriptor)
    Interruption.ofProcess.strike(enlisted)
  }

  /// For a library that opens it itself.
  package var path: String { isNameless ? "/proc/self/fd/\(descriptor)" : name }

  package func write(_ bytes: [UInt8]) throws(SystemFault) {
    if let fault = bytes.withUnsafeBufferPointer({ writeAll($0, to: descriptor) }) { throw fault }
  }

  /// Puts it in the place of the target, whose permissions it takes over. It is on the disk before.
  package func replace() throws(SystemFault) {
    var status = stat()
    if stat(target, &status) == 0, fchmod(descriptor, status.st_mode & 0o777) != 0 { throw .last }
    try synchronize()
    let fault = Interruption.ofProcess.holdingOff { () -> SystemFault? in
      if isNameless, cfs_give_name(descriptor, name) != 0 { return .last }
      if rename(name, target) == 0 { return nil }
      let fault = SystemFault.last
      unlink(name)
      return fault
    }
    if let fault { throw fault }
    try synchronizeFolder()
  }

  /// Gives it the place of the target, which must be free: throws `EEXIST` when it is not.
  package func create() throws(SystemFault) {
    try synchronize()
    let result = isNameless ? cfs_give_name(descriptor, target) : link(name, target)
    if result != 0 { throw .last }
    try synchronizeFolder()
  }

  private func synchronize() throws(SystemFault) {
    if uninterrupted({ fsync(descriptor) }) != 0 { throw .last }
  }

  private func synchronizeFolder() throws(SystemFault) {
    let opened = uninterrupted { open(folder, OpenFolder.flags & ~O_NOFOLLOW) }
    guard opened >= 0 else { throw .last }
    defer { close(opened) }
    if uninterrupted({ fsync(opened) }) != 0, errno != EINVAL, errno != ENOTSUP { throw .last }
  }

  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Removes what killed processes have left in a folder; once for each folder.
  private static func sweep(_ folder: String) {
    guard swept.withLock({ $0.insert(folder).inserted }) else { return }
    let opened = uninterrupted { open(folder, OpenFolder.flags & ~O_NOFOLLOW) }
    guard opened >= 0 else { return }
    defer { close(opened) }
    guard case .success(let listing) = FolderListing.read(of: opened) else { return }
    let start = Array(prefix.utf8)
    listing.forEach(in: opened) { name, isFolder in
      guard !isFolder, UnsafeRawBufferPointer(name).starts(with: start), let base = name.baseAddress else { return }
      let file = uninterrupted { openat(opened, base, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
      guard file >= 0 else { return }
      defer { close(file) }
      if uninterrupted({ flock(file, LOCK_EX | LOCK_NB) }) == 0 { unlinkat(opened, base, 0) }
    }
  }
}
