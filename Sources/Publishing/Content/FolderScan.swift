internal import Glibc

/// The entries of one folder, sorted by name.
struct FolderScan {
  enum Entry: Hashable {
    case file
    case folder
    case link
    /// A pipe or device.
    case other
  }

  private(set) var entries: [(name: String, entry: Entry)] = []
  /// Names that no published file can have, as escaped by `FileName.shown`.
  private(set) var unusableNames: [String] = []

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19

  /// - Parameters:
  ///   - folder: Descriptor of an open folder, which is closed here.
  ///   - includesHidden: Whether names that start with a dot are included.
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

  /// The type of an entry. Most file systems return it with the name; otherwise the entry is queried.
  ///
  /// - Returns: `nil` if the entry was removed while the folder was being read.
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
