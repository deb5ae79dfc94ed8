internal import Diagnostics
internal import Glibc

/// The right to publish to one output. One build at a time holds it, for as long as this value exists.
///
/// It is a kernel lock (`flock`) on a file next to the staging tree, so it ends with its process no matter how. The
/// file names the process and the machine, for the message to a second build. It is deleted on release; a file left
/// over from a killed build is reused.
package final class OutputLock: Sendable {
  package let location: OutputLocation
  private let descriptor: Int32
  private let enlisted: Interruption.Place

  /// Creates the parent folders of the output if they are missing.
  ///
  /// Throws `locked`, `notWritable`, or `inputOutput` if the file system does not support locks.
  package init(_ location: OutputLocation) throws(PublishingError) {
    if location.placement == .beside { try createFolders(location.parent) }
    descriptor = try Self.acquire(location)
    self.location = location
    let path = location.lockPath
    enlisted = Interruption.ofProcess.enlist {
      unlink(path)
      return true
    }

    let note = "\(getpid())\n\(machine())\n"
    // The name of the holder is optional: if the disk is full, the lock works without it.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, note, note.utf8.count, 0) }
  }

  deinit {
    unlink(location.lockPath)
    close(descriptor)
    Interruption.ofProcess.strike(enlisted)
  }

  private static func acquire(_ location: OutputLocation) throws(PublishingError) -> Int32 {
    let path = location.lockPath
    while true {
      let descriptor = uninterrupted { open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666) }
      guard descriptor >= 0 else {
        let fault = SystemFault.last
        if fault.code == ENOSPC || fault.code == EDQUOT { throw .inputOutput(.create, path: path, fault) }
        throw .notWritable(path: path, fault)
      }
      if uninterrupted({ flock(descriptor, LOCK_EX | LOCK_NB) }) != 0 {
        let fault = SystemFault.last
        defer { close(descriptor) }
        guard fault.code == EWOULDBLOCK else { throw .inputOutput(.lock, path: path, fault) }
        throw .locked(output: location.path, holder: holder(descriptor))
      }
      // If the lock was released between the two calls, its file has been deleted with it: lock the new file.
      if let locked = FileStatus(of: descriptor), let named = FileStatus(path), locked.inode == named.inode {
        return descriptor
      }
      close(descriptor)
    }
  }

  private static func holder(_ descriptor: Int32) -> LocalizedText {
    let note = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512) { buffer in
      let count = pread(descriptor, buffer.baseAddress, buffer.count, 0)
      return String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
    }
    let lines = note.split(separator: "\n")
    guard let process = lines.first, Int(process) != nil else {
      return LocalizedText("进程号未知", en: "its process is not known")
    }
    guard lines.count > 1, lines[1] != machine() else {
      return LocalizedText("进程 \(process)", en: "process \(process)")
    }
    return LocalizedText("\(lines[1]) 上的进程 \(process)", en: "process \(process) on \(lines[1])")
  }
}

private func machine() -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
    guard let base = buffer.baseAddress, gethostname(base, buffer.count - 1) == 0 else { return "" }
    return String(cString: base)
  }
}

/// Creates a folder and its missing parents. Throws `notWritable`.
private func createFolders(_ path: String) throws(PublishingError) {
  if FileStatus(path)?.isFolder == true { return }
  if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
    try createFolders(String(path[..<slash]))
  }
  if mkdir(path, 0o777) != 0, errno != EEXIST { throw .notWritable(path: path, .last) }
}
