internal import Glibc

/// The few things that verbs do with single files.
enum FileManagement {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

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

  /// Writes a file that must not be there yet.
  ///
  /// - Returns: what the system says when it could not be written.
  static func create(_ path: String, _ text: String) -> String? {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { return String(cString: strerror(errno)) }
    var text = text
    let written = text.withUTF8 { Glibc.write(file, $0.baseAddress, $0.count) }
    let isClosed = close(file) == 0
    return written == text.utf8.count && isClosed ? nil : String(cString: strerror(errno))
  }
}
