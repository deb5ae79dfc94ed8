internal import Glibc

/// What one folder holds, by name, in byte order.
struct FolderScan {
  enum Entry: Hashable {
    case file(bytes: Int)
    case folder
    /// A link, pipe or device; what a link leads to is looked at by `ContentFolder`.
    case link
    case other
  }

  private(set) var entries: [(name: String, entry: Entry)] = []

  /// - Parameter includesHidden: whether names that start with a dot are among them.
  /// - Returns: `nil` when there is no such folder or it cannot be read.
  init?(_ path: String, includesHidden: Bool = false) {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    let descriptor = dirfd(folder)
    while let item = readdir(folder) {
      let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name == "." || name == ".." || (!includesHidden && name.hasPrefix(".")) { continue }
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: entries.append((name, .file(bytes: Int(status.st_size))))
      case S_IFDIR: entries.append((name, .folder))
      case S_IFLNK: entries.append((name, .link))
      default: entries.append((name, .other))
      }
    }
    entries.sort { $0.name < $1.name }
  }
}

/// Reads whole files.
enum FileReading {
  /// - Returns: `nil` with `errno` set when the file cannot be read; at most `limit + 1` bytes of a larger one.
  static func read(_ path: String, limit: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
      errno = EINVAL
      return nil
    }
    let size = min(Int(status.st_size), limit + 1)
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    return failed ? nil : bytes
  }
}
