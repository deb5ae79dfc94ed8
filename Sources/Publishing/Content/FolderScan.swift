internal import Glibc

/// What one folder holds, by name, in byte order.
struct FolderScan {
  enum Entry: Hashable {
    case file
    case folder
    /// A link, pipe or device; what a link leads to is looked at by `ContentFolder`.
    case link
    case other
  }

  private(set) var entries: [(name: String, entry: Entry)] = []

  /// - Parameter includesHidden: whether names that start with a dot are among them.
  /// - Returns: `nil` when there is no such folder; what is there and cannot be read as a folder is a fault.
  init?(_ path: String, includesHidden: Bool = false) throws(SystemFault) {
    guard let folder = opendir(path) else {
      if errno == ENOENT { return nil }
      throw .last
    }
    defer { closedir(folder) }
    let descriptor = dirfd(folder)
    while true {
      errno = 0
      guard let item = readdir(folder) else {
        if errno != 0 { throw .last }
        break
      }
      let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name == "." || name == ".." || (!includesHidden && name.hasPrefix(".")) { continue }
      guard let entry = try Self.entry(of: item.pointee.d_type, name, in: descriptor) else { continue }
      entries.append((name, entry))
    }
    entries.sort { $0.name < $1.name }
  }

  /// Most file systems say with the name what it is; the others are asked.
  ///
  /// - Returns: `nil` when the entry was removed while the folder was read.
  private static func entry(of type: UInt8, _ name: String, in folder: Int32) throws(SystemFault) -> Entry? {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN): break
    default: return .other
    }
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw .last
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }
}
