internal import CFileSystem
internal import Glibc

/// The path that a tree is published to, and the paths of its lock and staging tree.
package struct OutputLocation: Sendable, Hashable {
  /// Where the new tree is prepared. It must be on the same file system as the output.
  package enum Placement: Sendable, Hashable {
    /// In the parent folder; the whole tree is swapped in one step.
    case beside
    /// In the output itself, because that is a mount point or its parent is not writable; files are moved into place
    /// one by one.
    case inside
  }

  /// Absolute, without symbolic links.
  package let path: String
  /// Determined by the file system. Tests override it.
  package var placement: Placement
  /// Whether to try the file system's atomic exchange. Tests of the fallback clear it.
  package var triesExchange = true

  let parent: String
  private let name: String

  static let ownPrefix = ".gongkai-"

  /// Resolves a path that need not exist. Creates nothing.
  ///
  /// Throws `nameTooLong`; `notWritable` for a file, for `/` and for a path that cannot be resolved; `overlapsInput` if
  /// one of `inputs` contains the output or is inside it, since a swap would delete it.
  package init(_ path: String, inputs: [String] = []) throws(PublishingError) {
    let resolved = try resolve(path)
    guard let slash = resolved.lastIndex(of: "/"), resolved != "/" else {
      throw .notWritable(path: path, SystemFault(code: EBUSY))
    }
    self.path = resolved
    parent = slash == resolved.startIndex ? "/" : String(resolved[..<slash])
    name = String(resolved[resolved.index(after: slash)...])

    for input in inputs {
      let folder = try resolve(input)
      if lies(resolved, in: folder) || lies(folder, in: resolved) {
        throw .overlapsInput(output: path, input: input)
      }
    }

    placement = .beside
    if let output = FileStatus(resolved) {
      guard output.isFolder else { throw .notWritable(path: path, SystemFault(code: ENOTDIR)) }
      let isMount = cfs_is_mount_root(resolved) == 1 || FileStatus(parent)?.device != output.device
      if isMount || !isWritable(parent) { placement = .inside }
    }
    let longest = Self.longestName(in: parent) - (Self.longestPart.utf8.count + Self.ownPrefix.utf8.count + 1)
    if placement == .beside, name.utf8.count > longest { throw .nameTooLong(output: path, longest: longest) }
  }

  /// The longest of the suffixes that names beside the output get.
  private static let longestPart = "staging"

  /// The longest name, in bytes, that the file system allows in a folder, which need not exist yet.
  private static func longestName(in folder: String) -> Int {
    var folder = folder
    while FileStatus(folder) == nil, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      folder = String(folder[..<slash])
    }
    let longest = pathconf(folder, Int32(_PC_NAME_MAX))
    return longest > 0 ? longest : 255
  }

  /// `.<name>.gongkai-<part>` in the parent folder.
  func beside(_ part: String) -> String {
    (parent == "/" ? "" : parent) + "/." + name + Self.ownPrefix + part
  }

  /// `.gongkai-<part>` in the output.
  func inside(_ part: String) -> String { path + "/" + Self.ownPrefix + part }

  var lockPath: String { placement == .beside ? beside("lock") : inside("lock") }
  var stagingPath: String { placement == .beside ? beside("staging") : inside("staging") }
  /// Holds the old tree for a moment when two renames are used instead of an exchange.
  var setAsidePath: String { beside("old") }
}

private func lies(_ path: String, in folder: String) -> Bool {
  path == folder || folder == "/" || path.hasPrefix(folder + "/")
}

func isWritable(_ folder: String) -> Bool {
  faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0
}

/// The absolute path without links, `.` and `..`. Components that do not exist yet are kept.
private func resolve(_ path: String, depth: Int = 0) throws(PublishingError) -> String {
  guard depth < 64 else { throw .notWritable(path: path, SystemFault(code: ELOOP)) }
  if let resolved = realpath(path.isEmpty ? "." : path, nil) {
    defer { free(resolved) }
    return String(cString: resolved)
  }
  let fault = SystemFault.last
  guard fault.code == ENOENT else { throw .notWritable(path: path, fault) }

  var trimmed = Substring(path)
  while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
  let slash = trimmed.lastIndex(of: "/")
  let folder = slash.map { $0 == trimmed.startIndex ? "/" : String(trimmed[..<$0]) } ?? "."
  let name = slash.map { String(trimmed[trimmed.index(after: $0)...]) } ?? String(trimmed)

  if let target = linkTarget(String(trimmed)) {
    return try resolve(target.hasPrefix("/") ? target : folder + "/" + target, depth: depth + 1)
  }
  let base = try resolve(folder, depth: depth + 1)
  switch name {
  case ".": return base
  case "..": return try resolve(base + "/..", depth: depth + 1)
  default: return (base == "/" ? "" : base) + "/" + name
  }
}

private func linkTarget(_ path: String) -> String? {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
    guard let base = buffer.baseAddress else { return nil }
    let length = readlink(path, base, buffer.count)
    guard length > 0 else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: base, count: length), as: UTF8.self)
  }
}
