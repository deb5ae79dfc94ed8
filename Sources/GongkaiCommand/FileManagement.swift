internal import Glibc
internal import Publishing

/// The few things that verbs do with single files.
enum FileManagement {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a file holds these bytes and no others.
  static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    let found = [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
    return found == bytes
  }

  /// The absolute path without links; `nil` when there is no such file.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) -> Bool {
    if path.isEmpty || exists(path) { return true }
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return makeFolder(parent) && (mkdir(path, 0o777) == 0 || errno == EEXIST)
  }

  /// Writes a file that must not be there yet: all of it, or nothing.
  static func create(_ path: String, _ text: String) throws(SystemFault) {
    let file = try UnfinishedFile(for: path)
    try file.write(Array(text.utf8))
    try file.create()
  }

  /// Replaces the content of a file in one step, so that nobody ever reads half of it; its permissions stay.
  ///
  /// A symbolic link stays one: the file that it leads to is replaced. The old file stands when this throws.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(SystemFault) {
    let file = try UnfinishedFile(for: path)
    try file.write(bytes)
    try file.replace()
  }
}
