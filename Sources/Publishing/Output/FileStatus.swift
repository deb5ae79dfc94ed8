internal import Glibc

/// The metadata of a file in the file system.
struct FileStatus {
  let device: UInt
  let inode: UInt
  let mode: mode_t
  let owner: uid_t
  let group: gid_t
  let size: Int

  var isFolder: Bool { mode & S_IFMT == S_IFDIR }
  var isFile: Bool { mode & S_IFMT == S_IFREG }

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    mode = status.st_mode
    owner = status.st_uid
    group = status.st_gid
    size = Int(status.st_size)
  }

  /// `nil` if there is no such file. A link at the end of the path is not followed.
  init?(_ path: String) {
    self.init(named: path, in: AT_FDCWD)
  }

  init?(named name: String, in folder: Int32) {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    self.init(status)
  }

  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }
}
