internal import Glibc
internal import Publishing

/// File operations for the subcommands.
enum FileManagement {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a file consists of exactly these bytes.
  static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    let found = [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
    return found == bytes
  }

  /// The bytes of a file; `nil` when it cannot be read, is no plain file or has more.
  static func read(_ path: String, most: Int) -> [UInt8]? {
    guard !isFolder(path), let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= most else {
      return nil
    }
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
  }

  /// The absolute path with symbolic links resolved; `nil` if there is no such file.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Creates a folder and its missing parents.
  static func makeFolder(_ path: String) -> Bool {
    if path.isEmpty || exists(path) { return true }
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return makeFolder(parent) && (mkdir(path, 0o777) == 0 || errno == EEXIST)
  }

  /// Writes a new file atomically. Fails if it exists.
  static func create(_ path: String, _ text: String) throws(SystemFault) {
    let file = try UnfinishedFile(for: path)
    try file.write(Array(text.utf8))
    try file.create()
  }

  /// Replaces the content of a file atomically, keeping its permissions.
  ///
  /// A symbolic link is kept, and the file it points to is replaced. If this throws, the old file is unchanged.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(SystemFault) {
    let file = try UnfinishedFile(for: path)
    try file.write(bytes)
    try file.replace()
  }
}
