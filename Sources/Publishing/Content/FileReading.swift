internal import Diagnostics
internal import Glibc
internal import Markup

/// Reads whole files.
enum FileReading {
  static func head(of path: String, most: Int) throws(Fault) -> [UInt8] {
    let file = uninterrupted { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard file >= 0 else { throw .system(.last) }
    defer { close(file) }
    var fault: SystemFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      (count, fault) = readAll(into: UnsafeMutableBufferPointer(rebasing: buffer[..<most]), from: file)
    }
    if let fault { throw .system(fault) }
    return bytes
  }

  enum Fault: Error {
    case system(SystemFault)
    case tooLarge(bytes: Int, limit: Int)
  }

  /// - Parameter limit: a larger file is not read at all, as no part of it could be trusted to be the whole.
  static func read(_ path: String, limit: Int) throws(Fault) -> [UInt8] {
    let file = uninterrupted { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard file >= 0 else { throw .system(.last) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(.last) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .system(SystemFault(code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL))
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    var fault: SystemFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      (count, fault) = readAll(into: UnsafeMutableBufferPointer(rebasing: buffer[..<size]), from: file)
    }
    if let fault { throw .system(fault) }
    return bytes
  }
}

extension Finding {
  /// - Parameter path: relative to `Content`, or to the portal for a theme.
  static func unreadable(_ path: String, _ fault: FileReading.Fault) -> Finding {
    switch fault {
    case .system(let fault): .unreadable(path, fault)
    case .tooLarge(let bytes, let limit): .tooLarge(bytes, limit, path: path)
    }
  }
}
