internal import CFileSystem
internal import Glibc
internal import Synchronization

/// A file that is written completely before it replaces another file, or gets an unused name, in one step.
///
/// If the file system supports unnamed files, it has no name until it is complete, so a killed process leaves nothing
/// behind. Otherwise, and for the moment between two system calls, it has a temporary name in the folder; a leftover of
/// a killed process is removed by the next process that writes to that folder. Locks tell which files are leftovers: a
/// process holds a lock on its file for as long as it lives.
package final class UnfinishedFile: Sendable {
  /// The final path. A symbolic link at its end has been followed.
  package let target: String
  /// The folder of the target, for temporary files of the code that writes it.
  package let folder: String
  private let descriptor: Int32
  private let name: String
  private let isNameless: Bool
  private let enlisted: Interruption.Place

  private static let prefix = OutputLocation.ownPrefix + "unfinished-"
  private static let swept = Mutex<Set<String>>([])
  private static let number = Atomic(0)

  /// Throws the system's error if the file cannot be created.
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
    // If locks are not supported, leftover files stay.
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

  /// For a library that opens the file itself.
  package var path: String { isNameless ? "/proc/self/fd/\(descriptor)" : name }

  package func write(_ bytes: [UInt8]) throws(SystemFault) {
    if let fault = bytes.withUnsafeBufferPointer({ writeAll($0, to: descriptor) }) { throw fault }
  }

  /// Replaces the target, keeping its permissions. The new content is on disk before.
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

  /// Gives the file the name of the target, which must be free: throws `EEXIST` if it is not.
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

  /// Removes what killed processes have left in a folder. Runs once for each folder.
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
