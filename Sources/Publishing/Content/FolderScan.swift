internal import Glibc

/// What one folder holds, by name, in the order of the names.
struct FolderScan {
  enum Entry: Hashable {
    case file
    case folder
    case link
    /// A pipe or device.
    case other
  }

  private(set) var entries: [(name: String, entry: Entry)] = []
  /// Names that nothing can have which is published, as `FileName.shown` writes them.
  private(set) var unusableNames: [String] = []

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19

  /// - Parameters:
  ///   - folder: an open folder, which is closed here.
  ///   - includesHidden: whether names that start with a dot are among them.
  init(_ folder: Int32, includesHidden: Bool) throws(SystemFault) {
    guard let stream = fdopendir(folder) else {
      let fault = SystemFault.last
      close(folder)
      throw fault
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let item = readdir(stream) else {
        if errno != 0 { throw .last }
        break
      }
      let start = (UnsafeRawPointer(item) + Self.nameOffset).assumingMemoryBound(to: UInt8.self)
      let bytes = UnsafeBufferPointer(
        start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)))
      if bytes[0] == UInt8(ascii: ".") {
        let isSelfOrParent = bytes.count == 1 || (bytes.count == 2 && bytes[1] == UInt8(ascii: "."))
        if isSelfOrParent || !includesHidden { continue }
      }
      guard let name = FileName.usable(bytes) else {
        unusableNames.append(FileName.shown(bytes))
        continue
      }
      guard let entry = try Self.entry(of: item.pointee.d_type, name, in: folder) else { continue }
      entries.append((name, entry))
    }
    entries.sort { $0.name < $1.name }
    unusableNames.sort()
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
