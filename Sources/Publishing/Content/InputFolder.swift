internal import CFileSystem
internal import Glibc

/// A folder of sources that is held open. Its files are opened by their paths in it, and never through a symbolic link,
/// whatever becomes of the folders on the way while a build goes on: offices write there.
///
/// The folder itself may be a link, which is its operator's choice. One that is missing or cannot be opened has no files:
/// its fault is that of each of them.
final class InputFolder: Sendable {
  enum Links: Sendable {
    case refused
    /// Followed as long as they stay in this folder.
    case staying
  }

  /// Where it was opened, for messages.
  let path: String
  let links: Links
  private let descriptor: Int32
  private let fault: SystemFault?

  /// - Parameter path: of the operating system; links in it are followed.
  init(_ path: String) {
    self.path = path
    links = .refused
    descriptor = uninterrupted { Glibc.open(path, cfs_path_only | O_DIRECTORY | O_CLOEXEC) }
    fault = descriptor < 0 ? .last : nil
  }

  /// A folder below another.
  init(_ name: String, in parent: InputFolder, links: Links) {
    path = "\(parent.path)/\(name)"
    self.links = links
    do throws(SystemFault) {
      descriptor = try parent.descriptor(of: name, cfs_path_only | O_DIRECTORY)
      fault = nil
    } catch {
      descriptor = -1
      fault = error
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Opens a regular file.
  ///
  /// Throws `ELOOP` where a component of the path is a link, `EXDEV` where the path or a link leads out of the folder,
  /// `EISDIR` for a folder and `EINVAL` for a pipe or device.
  func open(_ path: String) throws(SystemFault) -> InputFile {
    try InputFile(descriptor(of: path, InputFile.flags))
  }

  /// What a folder below this one holds; the empty path is this one.
  ///
  /// Throws as `open`.
  ///
  /// - Parameter includesHidden: whether names that start with a dot are among them.
  /// - Returns: `nil` when there is no such folder.
  func scan(_ path: String, includesHidden: Bool = false) throws(SystemFault) -> FolderScan? {
    let folder: Int32
    do throws(SystemFault) {
      folder = try descriptor(of: path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    return try FolderScan(folder, includesHidden: includesHidden)
  }

  private func descriptor(of path: String, _ flags: Int32) throws(SystemFault) -> Int32 {
    if let fault { throw fault }
    let opened = uninterrupted {
      switch links {
      case .refused: cfs_open_beneath(descriptor, path, flags | O_CLOEXEC)
      case .staying: cfs_open_beneath_following(descriptor, path, flags | O_CLOEXEC)
      }
    }
    guard opened >= 0 else { throw .last }
    return opened
  }
}

/// An open regular file.
struct InputFile: ~Copyable {
  let descriptor: Int32
  /// In bytes, when it was opened.
  let size: Int

  /// Not blocking: a pipe would wait for its writer.
  static let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  /// - Parameter descriptor: is closed with this, or here when it is no regular file.
  init(_ descriptor: Int32) throws(SystemFault) {
    guard let status = FileStatus(of: descriptor) else {
      let fault = SystemFault.last
      close(descriptor)
      throw fault
    }
    guard status.isFile else {
      close(descriptor)
      throw SystemFault(code: status.isFolder ? EISDIR : EINVAL)
    }
    self.descriptor = descriptor
    size = status.size
  }

  /// A file that somebody names on the command line; links are followed.
  init(named path: String) throws(SystemFault) {
    let descriptor = uninterrupted { Glibc.open(path, Self.flags) }
    guard descriptor >= 0 else { throw .last }
    try self.init(descriptor)
  }

  deinit { close(descriptor) }

  /// The descriptor, which the caller closes.
  consuming func take() -> Int32 {
    let taken = descriptor
    discard self
    return taken
  }
}
