internal import CFileSystem
internal import Glibc

/// Writes files to a staging tree, for one thread. Several writers may write to one tree at the same time.
///
/// Files are not synchronized individually, which would cost about a millisecond each; an unfinished tree is never
/// published (see `Durability`).
package struct StagingWriter: ~Copyable {
  private let root: OpenFolder
  private var folders: FolderHandles
  private var entries: [Manifest.Entry] = []
  /// Whether to keep the SHA-256 of written files.
  private let hashes: Bool

  init(root: OpenFolder, hashes: Bool = false) {
    self.root = root
    self.hashes = hashes
    folders = FolderHandles(of: root, creates: true)
  }

  /// Writes a file, creating the folders it needs.
  ///
  /// Throws `invalidPath`, `conflictingPath` if the path is already a file or a folder, or `inputOutput`.
  package mutating func write(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(PublishingError) {
    let file = try create(path)
    try finish(
      path, file, size: bytes.count, fault: writeAll(bytes, to: file), digest: hashes ? FileDigest(of: bytes) : nil)
  }

  package mutating func write(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
    try bytes.withUnsafeBufferPointer { bytes throws(PublishingError) in try write(path, bytes) }
  }

  /// Copies a file of another published tree, or one that its operator has put there.
  ///
  /// Throws the same errors as `write`, `inputOutput(.read)` if the source cannot be read, with `ELOOP` if it is a
  /// symbolic link, and `notAFile` if it is not a regular file.
  package mutating func copy(from source: String, to path: String) throws(PublishingError) {
    // Opened without blocking, because opening a pipe would wait for its writer.
    let input = uninterrupted { Glibc.open(source, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard input >= 0 else { throw .inputOutput(.read, path: source, .last) }
    defer { close(input) }
    guard let status = FileStatus(of: input), status.isFile else { throw .notAFile(path: source) }
    try copy(descriptor: input, to: path)
  }

  /// Copies an open source. Throws the same errors as `write`.
  ///
  /// - Returns: Its size in bytes.
  @discardableResult
  mutating func copy(_ source: borrowing InputFile, to path: String) throws(PublishingError) -> Int {
    try copy(descriptor: source.descriptor, to: path)
  }

  @discardableResult
  private mutating func copy(descriptor input: Int32, to path: String) throws(PublishingError) -> Int {
    let file = try create(path)
    let (size, fault) = copyAll(from: input, to: file)
    try finish(path, file, size: size, fault: fault, digest: nil)
    return size
  }

  /// The first `most` bytes of a file that was written, or all of it if it is shorter.
  ///
  /// Throws `inputOutput(.read)`.
  mutating func head(of path: String, most: Int) throws(PublishingError) -> [UInt8] {
    let target = try TreePath(path)
    let folder = try folders.folder(of: target)
    let file = target.withName { name in uninterrupted { openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) } }
    guard file >= 0 else { throw .inputOutput(.read, path: root.path + "/" + path, .last) }
    defer { close(file) }
    do throws(SystemFault) {
      return try readHead(of: file, most: most)
    } catch {
      throw .inputOutput(.read, path: root.path + "/" + path, error)
    }
  }

  /// Lets a library write a file that it opens itself: creates an empty file and passes its path.
  ///
  /// Throws the same errors as `write`, and those of `make`.
  ///
  /// - Returns: The size of the file in bytes.
  @discardableResult
  package mutating func write(_ path: String, with make: (String) throws -> Void) throws -> Int {
    let file = try create(path)
    close(file)
    let whole = root.path + "/" + path
    try make(whole)
    guard let status = FileStatus(whole) else { throw PublishingError.inputOutput(.write, path: whole, .last) }
    entries.append(Manifest.Entry(path: path, size: status.size))
    return status.size
  }

  /// Creates a file that others write to. `finish` closes it.
  mutating func open(_ path: String) throws(PublishingError) -> Int32 { try create(path) }

  /// Hard-links a published file into this tree, or copies it if the file system refuses the link.
  ///
  /// Throws the same errors as `copy`.
  ///
  /// - Parameter digest: The digest of the file, for the manifest.
  mutating func link(_ source: String, size: Int, digest: FileDigest, to path: String) throws(PublishingError) {
    let target = try TreePath(path)
    let folder = try folders.folder(of: target)
    if target.withName({ linkat(AT_FDCWD, source, folder, $0, 0) }) == 0 {
      entries.append(Manifest.Entry(path: path, size: size, digest: digest))
    } else {
      try copy(from: source, to: path)
      entries[entries.count - 1].digest = digest
    }
  }

  /// The entries of the written files, sorted, so that each thread sorts its own share and the shares only have to be
  /// merged.
  package consuming func finish() -> [Manifest.Entry] { entries.inPathOrder() }

  private mutating func create(_ path: String) throws(PublishingError) -> Int32 {
    Interruption.ofProcess.stopIfUnderWay()
    let target = try TreePath(path)
    let folder: Int32
    do throws(PublishingError) {
      folder = try folders.folder(of: target)
    } catch .inputOutput(_, _, let fault) where fault.code == ENOTDIR || fault.code == ELOOP {
      throw .conflictingPath(path)
    }
    let file = target.withName { name in
      uninterrupted { openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666) }
    }
    guard file >= 0 else {
      let fault = SystemFault.last
      if fault.code == EEXIST { throw .conflictingPath(path) }
      throw .inputOutput(.create, path: root.path + "/" + path, fault)
    }
    return file
  }

  mutating func finish(
    _ path: String, _ file: Int32, size: Int, fault: SystemFault? = nil, digest: FileDigest? = nil
  ) throws(PublishingError) {
    var fault = fault
    // A network file system may report a full disk only now.
    if close(file) != 0, fault == nil { fault = .last }
    if let fault { throw .inputOutput(.write, path: root.path + "/" + path, fault) }
    entries.append(Manifest.Entry(path: path, size: size, digest: digest))
  }
}

/// Copies to the end of the input, inside the kernel if possible.
private func copyAll(from input: Int32, to output: Int32) -> (size: Int, fault: SystemFault?) {
  var size = 0
  while true {
    let copied = uninterrupted { cfs_copy_range(input, output, 1 << 30) }
    if copied > 0 {
      size += copied
    } else if copied == 0, size > 0 {
      return (size, nil)
    } else if copied == 0 || [EXDEV, EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) {
      // Some virtual file systems report an end of file here for a file that can be read.
      break
    } else {
      return (size, .last)
    }
  }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { buffer in
    while true {
      let count = uninterrupted { read(input, buffer.baseAddress, buffer.count) }
      if count < 0 { return (size, .last) }
      if count == 0 { return (size, nil) }
      if let fault = writeAll(UnsafeBufferPointer(rebasing: buffer[..<count]), to: output) {
        return (size, fault)
      }
      size += count
    }
  }
}
