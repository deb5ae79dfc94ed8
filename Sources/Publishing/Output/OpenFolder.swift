internal import CFileSystem
internal import Glibc

/// A folder that is held open, so that work in it goes on in the same folder whatever its name becomes.
final class OpenFolder: Sendable {
  /// Where it was opened, for messages.
  let path: String
  let descriptor: Int32

  static let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  /// `nil` when there is no such folder; throws `inputOutput` when it is there and cannot be opened.
  init?(existing path: String) throws(PublishingError) {
    descriptor = uninterrupted { open(path, Self.flags) }
    self.path = path
    if descriptor < 0 {
      let fault = SystemFault.last
      if fault.code == ENOENT { return nil }
      throw .inputOutput(.list, path: path, fault)
    }
  }

  /// Creates the folder, which must not exist. Throws `notWritable`, or `inputOutput` on a full disk.
  init(creating path: String, mode: mode_t) throws(PublishingError) {
    guard mkdir(path, mode) == 0 else {
      let fault = SystemFault.last
      if fault.code == EACCES || fault.code == EROFS { throw .notWritable(path: path, fault) }
      throw .inputOutput(.create, path: path, fault)
    }
    descriptor = uninterrupted { open(path, Self.flags) }
    self.path = path
    if descriptor < 0 { throw .inputOutput(.create, path: path, .last) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The bytes of a file at its root; `nil` when there is none. Throws `inputOutput`.
  func read(_ name: String) throws(PublishingError) -> [UInt8]? {
    let file = uninterrupted { openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard file >= 0 else {
      let fault = SystemFault.last
      if fault.code == ENOENT { return nil }
      throw .inputOutput(.read, path: path + "/" + name, fault)
    }
    defer { close(file) }
    guard let status = FileStatus(of: file), status.isFile else { throw .notAFile(path: path + "/" + name) }
    var failed: SystemFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: status.size) { buffer, count in
      (count, failed) = readAll(into: buffer, from: file)
    }
    if let failed { throw .inputOutput(.read, path: path + "/" + name, failed) }
    return bytes
  }

  /// Writes a new file at its root. Throws `inputOutput`, with `EEXIST` when there is one.
  func write(_ name: String, _ bytes: [UInt8], synchronizing: Bool) throws(PublishingError) {
    let file = uninterrupted {
      openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
    guard file >= 0 else { throw .inputOutput(.create, path: path + "/" + name, .last) }
    var fault = bytes.withUnsafeBufferPointer { writeAll($0, to: file) }
    if fault == nil, synchronizing, uninterrupted({ fsync(file) }) != 0 { fault = .last }
    if close(file) != 0, fault == nil { fault = .last }
    if let fault { throw .inputOutput(.write, path: path + "/" + name, fault) }
  }

  /// Takes over owner, group and permissions, as far as this user may set them.
  func takeOwnership(from other: OpenFolder) {
    guard let wanted = FileStatus(of: other.descriptor), let own = FileStatus(of: descriptor) else { return }
    if wanted.owner != own.owner || wanted.group != own.group {
      if fchown(descriptor, wanted.owner, wanted.group) != 0 {
        _ = fchown(descriptor, uid_t.max, wanted.group)
      }
    }
    _ = fchmod(descriptor, wanted.mode & 0o7777)
  }

  /// Writes the names in it to the disk. Throws `inputOutput`.
  func synchronizeNames() throws(PublishingError) {
    // Some file systems have nothing to synchronize here, and say so.
    if uninterrupted({ fsync(descriptor) }) != 0, errno != EINVAL, errno != ENOTSUP {
      throw .inputOutput(.synchronize, path: path, .last)
    }
  }

  /// Writes everything of its file system to the disk. Throws `inputOutput`.
  func synchronizeFileSystem() throws(PublishingError) {
    if uninterrupted({ cfs_sync_file_system(descriptor) }) != 0 {
      throw .inputOutput(.synchronize, path: path, .last)
    }
  }
}

/// Reads as much as there is room for, however many calls that takes.
///
/// - Parameter offset: where in the file; without one, where it was read to last.
/// - Returns: how much was read: less than there is room for at the end of the file only, or with a fault.
func readAll(
  into buffer: UnsafeMutableBufferPointer<UInt8>, from file: Int32, at offset: Int? = nil
) -> (count: Int, fault: SystemFault?) {
  guard let base = buffer.baseAddress else { return (0, nil) }
  var count = 0
  while count < buffer.count {
    let more = uninterrupted {
      let (next, rest) = (base + count, buffer.count - count)
      return offset.map { pread(file, next, rest, $0 + count) } ?? read(file, next, rest)
    }
    if more < 0 { return (count, .last) }
    if more == 0 { break }
    count += more
  }
  return (count, nil)
}

/// Writes every byte, however many calls that takes.
///
/// - Parameter offset: where in the file; without one, where it was written to last.
package func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32, at offset: Int? = nil) -> SystemFault? {
  guard let base = bytes.baseAddress else { return nil }
  var done = 0
  while done < bytes.count {
    let written = uninterrupted {
      let (next, rest) = (base + done, bytes.count - done)
      return offset.map { pwrite(file, next, rest, $0 + done) } ?? write(file, next, rest)
    }
    if written < 0 { return .last }
    done += written
  }
  return nil
}
