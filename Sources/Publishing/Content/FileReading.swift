internal import Diagnostics
internal import Glibc

/// Reads whole files.
enum FileReading {
  enum Fault: Error {
    case system(SystemFault)
    case tooLarge(bytes: Int, limit: Int)
  }

  /// Reads a file that somebody names on the command line; see `InputFile.read`.
  static func read(_ path: String, limit: Int) throws(Fault) -> [UInt8] {
    let file: InputFile
    do throws(SystemFault) { file = try InputFile(named: path) } catch { throw .system(error) }
    return try file.read(limit: limit)
  }
}

extension InputFile {
  /// All bytes of the file.
  ///
  /// - Parameter limit: a larger file is not read at all, as no part of it could be trusted to be the whole.
  consuming func read(limit: Int) throws(FileReading.Fault) -> [UInt8] {
    let (descriptor, size) = (descriptor, size)
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    var fault: SystemFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      (count, fault) = readAll(into: UnsafeMutableBufferPointer(rebasing: buffer[..<size]), from: descriptor)
    }
    if let fault { throw .system(fault) }
    return bytes
  }
}

extension InputFile {
  /// The first bytes of the file, as many as are wanted or all that it has.
  consuming func head(most: Int) throws(SystemFault) -> [UInt8] {
    try readHead(of: descriptor, most: most)
  }
}

/// The first bytes of an open file, as many as are wanted or all that it has.
func readHead(of file: Int32, most: Int) throws(SystemFault) -> [UInt8] {
  var fault: SystemFault?
  let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
    (count, fault) = readAll(into: UnsafeMutableBufferPointer(rebasing: buffer[..<most]), from: file)
  }
  if let fault { throw fault }
  return bytes
}

extension InputFolder {
  /// All bytes of a file; see `open`.
  func read(_ path: String, limit: Int) throws(FileReading.Fault) -> [UInt8] {
    let file: InputFile
    do throws(SystemFault) { file = try open(path) } catch { throw .system(error) }
    return try file.read(limit: limit)
  }
}
