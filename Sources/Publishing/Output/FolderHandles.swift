internal import Glibc

/// Descriptors of the folders of one tree, for one thread. Many files in a row go to the same few folders, and a name
/// relative to an open folder is found without resolving its whole path again.
///
/// No symbolic link is followed on the way to a folder.
struct FolderHandles: ~Copyable {
  private let root: OpenFolder
  private let creates: Bool
  private let bound: Int
  private var handles: [[CChar]: Int32] = [:]
  /// The open folders as a ring buffer. The one at `oldest` is closed next.
  private var ring: [[CChar]] = []
  private var oldest = 0
  private var recent: [CChar] = []
  private var recentHandle: Int32 = -1

  /// - Parameters:
  ///   - creates: Whether missing folders are created.
  ///   - bound: The largest number of folders that stay open.
  init(of root: OpenFolder, creates: Bool, bound: Int = 64) {
    self.root = root
    self.creates = creates
    self.bound = bound
  }

  deinit {
    for handle in handles.values { close(handle) }
  }

  /// The descriptor of the folder that contains a file, valid until the next call.
  ///
  /// Throws `inputOutput`: with `ENOENT` if the folder does not exist and is not created, and with `ENOTDIR` or `ELOOP`
  /// if its path is a file or a link.
  @inline(__always)
  mutating func folder(of path: TreePath) throws(PublishingError) -> Int32 {
    let folder = path.folder
    if folder.isEmpty { return root.descriptor }
    if folder.elementsEqual(recent) { return recentHandle }
    let handle = try open(Array(folder))
    recent = Array(folder)
    recentHandle = handle
    return handle
  }

  private mutating func open(_ folder: [CChar]) throws(PublishingError) -> Int32 {
    if folder.isEmpty { return root.descriptor }
    if let known = handles[folder] { return known }
    let slash = folder.lastIndex(of: CChar(bitPattern: UInt8(ascii: "/")))
    let parent = try open(slash.map { Array(folder[..<$0]) } ?? [])
    let name = slash.map { Array(folder[($0 + 1)...]) + [0] } ?? folder + [0]

    var handle = uninterrupted { openat(parent, name, OpenFolder.flags) }
    if handle < 0, errno == ENOENT, creates {
      // Another thread may have created it in the meantime.
      if mkdirat(parent, name, 0o777) == 0 || errno == EEXIST {
        handle = uninterrupted { openat(parent, name, OpenFolder.flags) }
      }
    }
    guard handle >= 0 else {
      let fault = SystemFault.last
      let text = String(decoding: folder.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw .inputOutput(creates ? .create : .list, path: root.path + "/" + text, fault)
    }
    remember(handle, folder)
    return handle
  }

  private mutating func remember(_ handle: Int32, _ folder: [CChar]) {
    if ring.count < bound {
      ring.append(folder)
    } else {
      if let closed = handles.removeValue(forKey: ring[oldest]) {
        close(closed)
        if closed == recentHandle { recent = [] }
      }
      ring[oldest] = folder
      oldest = (oldest + 1) % bound
    }
    handles[folder] = handle
  }
}
