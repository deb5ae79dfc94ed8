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

  /// Writes a file that must not be there yet.
  ///
  /// - Returns: what the system says when it could not be written.
  static func create(_ path: String, _ text: String) -> String? {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { return String(cString: strerror(errno)) }
    let fault = Array(text.utf8).withUnsafeBufferPointer { writeAll($0, to: file) }
    let reason = fault.map { String(cString: strerror($0.code)) }
    return close(file) == 0 || reason != nil ? reason : String(cString: strerror(errno))
  }
}

extension FileManagement {
  /// A name beside a file for what is to take its place.
  static func unfinishedPath(beside path: String) -> String { "\(path).gongkai-\(getpid())" }

  static func remove(_ path: String) { unlink(path) }

  /// Puts a finished file in the place of another, in one step.
  ///
  /// - Returns: what the system says when it could not be done; the unfinished file is gone then.
  static func move(_ unfinished: String, to path: String) -> String? {
    if rename(unfinished, path) == 0 { return nil }
    let reason = String(cString: strerror(errno))
    unlink(unfinished)
    return reason
  }

  /// Replaces the content of a file in one step, so that nobody ever reads half of it; its permissions stay.
  ///
  /// A symbolic link stays one: the file that it leads to is replaced.
  ///
  /// - Returns: what the system says when it could not be written; the old file stands then.
  static func replace(_ path: String, _ bytes: [UInt8]) -> String? {
    let target = resolved(path) ?? path
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o777 : nil
    let unfinished = unfinishedPath(beside: target)
    let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { return String(cString: strerror(errno)) }
    let isSafe =
      bytes.withUnsafeBufferPointer { writeAll($0, to: file) } == nil && (mode.map { fchmod(file, $0) == 0 } ?? true)
      && fsync(file) == 0
    let reason = isSafe ? nil : String(cString: strerror(errno))
    close(file)
    if let reason {
      unlink(unfinished)
      return reason
    }
    return move(unfinished, to: target)
  }
}
