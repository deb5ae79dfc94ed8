internal import Glibc

/// The names in a folder, as bytes, so that names that are not UTF-8 can be removed too.
struct FolderListing {
  enum Kind { case folder, other, unknown }

  private var names: [CChar] = []
  private var items: [(start: Int, length: Int, kind: Kind)] = []

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19

  /// Reads the whole listing at once, so that the caller may change the folder while iterating over it.
  static func read(of folder: Int32) -> Result<FolderListing, SystemFault> {
    let descriptor = uninterrupted { openat(folder, ".", OpenFolder.flags) }
    guard descriptor >= 0 else { return .failure(.last) }
    guard let stream = fdopendir(descriptor) else {
      defer { close(descriptor) }
      return .failure(.last)
    }
    defer { closedir(stream) }
    var listing = FolderListing()
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        return errno == 0 ? .success(listing) : .failure(.last)
      }
      let name = (UnsafeRawPointer(entry) + nameOffset).assumingMemoryBound(to: CChar.self)
      let length = strlen(name)
      let isSelfOrParent = name[0] == 0x2E && (length == 1 || (length == 2 && name[1] == 0x2E))
      if isSelfOrParent { continue }
      let kind: Kind =
        switch Int(entry.pointee.d_type) {
        case Int(DT_DIR): .folder
        case Int(DT_UNKNOWN): .unknown
        default: .other
        }
      listing.items.append((listing.names.count, length, kind))
      listing.names.append(contentsOf: UnsafeBufferPointer(start: name, count: length + 1))
    }
  }

  /// Calls `body` for each name, which is zero-terminated.
  ///
  /// - Parameter folder: The open folder that contains the names, needed where the file system does not return the type
  ///   with the name.
  func forEach(in folder: Int32, _ body: (UnsafeBufferPointer<CChar>, _ isFolder: Bool) -> Void) {
    names.withUnsafeBufferPointer { names in
      for item in items {
        let name = UnsafeBufferPointer(rebasing: names[item.start..<(item.start + item.length + 1)])
        guard let base = name.baseAddress else { continue }
        switch item.kind {
        case .folder: body(name, true)
        case .other: body(name, false)
        case .unknown:
          var status = stat()
          let found = fstatat(folder, base, &status, AT_SYMLINK_NOFOLLOW) == 0
          body(name, found && status.st_mode & S_IFMT == S_IFDIR)
        }
      }
    }
  }
}
