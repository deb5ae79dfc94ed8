internal import Glibc

/// Descriptors of the folders of one tree, for one thread: files go one after another into a few folders, and
/// a name inside an open folder is found without walking its path again.
///
/// No symbolic link is followed on the way to a folder.
struct FolderHandles: ~Copyable {
  private let root: OpenFolder
  private let creates: Bool
  private let bound: Int
  private var handles: [[CChar]: Int32] = [:]
  /// The open folders as a ring; the one at `oldest` is closed next.
  private var ring: [[CChar]] = []
  private var oldest = 0
  private var recent: [CChar] = []
  private var recentHandle: Int32 = -1

  /// At most `bound` folders stay open; with `creates`, missing ones are created.
  init(of root: OpenFolder, creates: Bool, bound: Int = 64) {
    self.root = root
    self.creates = creates
    self.bound = bound
  }

  deinit {
    for handle in handles.values { close(handle) }
  }

  /// The folder that a file lies in, good until the next call.
  ///
  /// Throws `inputOutput`: `ENOENT` when there is none and none is created, `ENOTDIR` or `ELOOP` when a file
  /// or a link has its name.
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
      // Another thread may have created it meanwhile.
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
