internal import CFileSystem
internal import Glibc

/// A folder of sources that is kept open. Its files are opened by their relative paths and never through a symbolic
/// link, even if the folders change during a build: offices write to them at any time.
///
/// The folder itself may be a link, which is its operator's decision. If it is missing or cannot be opened, opening any
/// file in it throws that error.
final class InputFolder: Sendable {
  enum Links: Sendable {
    case refused
    /// Followed if the target is in this folder.
    case staying
  }

  /// The path it was opened with, for messages.
  let path: String
  let links: Links
  private let descriptor: Int32
  private let fault: SystemFault?

  /// - Parameter path: A file system path, in which links are followed.
  init(_ path: String) {
    self.path = path
    links = .refused
    descriptor = uninterrupted { Glibc.open(path, cfs_path_only | O_DIRECTORY | O_CLOEXEC) }
    fault = descriptor < 0 ? .last : nil
  }

  /// A subfolder of another folder.
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
  /// Throws `ELOOP` if a component of the path is a link, `EXDEV` if the path or a link leads out of the folder,
  /// `EISDIR` for a folder, and `EINVAL` for a pipe or device.
  func open(_ path: String) throws(SystemFault) -> InputFile {
    try InputFile(descriptor(of: path, InputFile.flags))
  }

  /// Lists a subfolder. The empty path is this folder.
  ///
  /// Throws the same errors as `open`.
  ///
  /// - Parameter includesHidden: Whether names that start with a dot are included.
  /// - Returns: `nil` if there is no such folder.
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
  /// In bytes, at the time it was opened.
  let size: Int

  /// Opened without blocking, because opening a pipe would wait for its writer.
  static let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  /// - Parameter descriptor: Closed when this value ends, or here if it is not a regular file.
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

  /// Opens a file named on the command line. Links are followed.
  init(named path: String) throws(SystemFault) {
    let descriptor = uninterrupted { Glibc.open(path, Self.flags) }
    guard descriptor >= 0 else { throw .last }
    try self.init(descriptor)
  }

  deinit { close(descriptor) }

  /// Transfers the descriptor to the caller, who has to close it.
  consuming func take() -> Int32 {
    let taken = descriptor
    discard self
    return taken
  }
}
