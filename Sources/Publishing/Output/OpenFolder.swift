internal import CFileSystem
internal import Glibc

/// A folder that is kept open, so that work continues in the same folder even if it is renamed.
final class OpenFolder: Sendable {
  /// The path it was opened with, for messages.
  let path: String
  let descriptor: Int32

  static let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  /// `nil` if there is no such folder. Throws `inputOutput` if it exists and cannot be opened.
  init?(existing path: String) throws(PublishingError) {
    descriptor = uninterrupted { open(path, Self.flags) }
    self.path = path
    if descriptor < 0 {
      let fault = SystemFault.last
      if fault.code == ENOENT { return nil }
      throw .inputOutput(.list, path: path, fault)
    }
  }

  /// Creates the folder, which must not exist. Throws `notWritable`, or `inputOutput` if the disk is full.
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

  /// The contents of a file directly in this folder; `nil` if there is none. Throws `inputOutput`.
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

  /// Writes a new file directly in this folder. Throws `inputOutput`, with `EEXIST` if there is one.
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

  /// Copies owner, group and permissions from another folder, as far as this user may set them.
  func takeOwnership(from other: OpenFolder) {
    guard let wanted = FileStatus(of: other.descriptor), let own = FileStatus(of: descriptor) else { return }
    if wanted.owner != own.owner || wanted.group != own.group {
      if fchown(descriptor, wanted.owner, wanted.group) != 0 {
        _ = fchown(descriptor, uid_t.max, wanted.group)
      }
    }
    _ = fchmod(descriptor, wanted.mode & 0o7777)
  }

  /// Flushes the names in this folder to disk. Throws `inputOutput`.
  func synchronizeNames() throws(PublishingError) {
    // Some file systems have nothing to flush here and return an error.
    if uninterrupted({ fsync(descriptor) }) != 0, errno != EINVAL, errno != ENOTSUP {
      throw .inputOutput(.synchronize, path: path, .last)
    }
  }

  /// Flushes the whole file system to disk. Throws `inputOutput`.
  func synchronizeFileSystem() throws(PublishingError) {
    if uninterrupted({ cfs_sync_file_system(descriptor) }) != 0 {
      throw .inputOutput(.synchronize, path: path, .last)
    }
  }
}

/// Reads until the buffer is full or the file ends, using as many calls as necessary.
///
/// - Parameter offset: The offset in the file; by default, the current position.
/// - Returns: The number of bytes read. It is less than the size of the buffer only at the end of the file or after a
///   fault.
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

/// Writes all bytes, using as many calls as necessary.
///
/// - Parameter offset: The offset in the file; by default, the current position.
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
