internal import Diagnostics
internal import Glibc

/// Reads whole files.
enum FileReading {
  enum Fault: Error {
    case system(SystemFault)
    case tooLarge(bytes: Int, limit: Int)
  }

  /// Reads a file named on the command line; see `InputFile.read`.
  static func read(_ path: String, limit: Int) throws(Fault) -> [UInt8] {
    let file: InputFile
    do throws(SystemFault) { file = try InputFile(named: path) } catch { throw .system(error) }
    return try file.read(limit: limit)
  }
}

extension InputFile {
  /// Reads the whole file.
  ///
  /// - Parameter limit: In bytes. A larger file is not read at all, because part of a file could be mistaken for all of
  ///   it.
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
  /// The first `most` bytes of the file, or all of it if it is shorter.
  consuming func head(most: Int) throws(SystemFault) -> [UInt8] {
    try readHead(of: descriptor, most: most)
  }
}

/// The first `most` bytes of an open file, or all of it if it is shorter.
func readHead(of file: Int32, most: Int) throws(SystemFault) -> [UInt8] {
  var fault: SystemFault?
  let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
    (count, fault) = readAll(into: UnsafeMutableBufferPointer(rebasing: buffer[..<most]), from: file)
  }
  if let fault { throw fault }
  return bytes
}

extension InputFolder {
  /// Reads a whole file; see `open`.
  func read(_ path: String, limit: Int) throws(FileReading.Fault) -> [UInt8] {
    let file: InputFile
    do throws(SystemFault) { file = try open(path) } catch { throw .system(error) }
    return try file.read(limit: limit)
  }
}
