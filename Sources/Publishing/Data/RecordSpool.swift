internal import DataFiles
internal import Glibc

/// Keeps the records of one thread's reports in an unnamed file, because all of them would not fit into memory.
struct RecordSpool: ~Copyable {
  private let folder: OpenFolder
  private var file: RecordFile?
  private var size = 0
  private var places: [RecordPlace] = []

  init(_ folder: OpenFolder) {
    self.folder = folder
  }

  /// Throws `inputOutput`.
  mutating func append(_ key: RecordKey, _ record: UnsafeBufferPointer<UInt8>) throws(PublishingError) {
    let file = try open()
    if let fault = writeAll(record, to: file.descriptor, at: size) {
      throw .inputOutput(.write, path: folder.path, fault)
    }
    places.append(RecordPlace(key: key, file: file, range: size..<size + record.count))
    size += record.count
  }

  consuming func finish() -> [RecordPlace] { places }

  private mutating func open() throws(PublishingError) -> RecordFile {
    if let file { return file }
    let opened = try RecordFile(in: folder)
    file = opened
    return opened
  }
}

/// Where the record of a report is stored.
struct RecordPlace: Sendable {
  let key: RecordKey
  fileprivate let file: RecordFile
  fileprivate let range: Range<Int>

  /// Throws `inputOutput`.
  func record() throws(PublishingError) -> ReportRecord { ReportRecord(try file.read(range)) }
}

/// A file that nobody else can open, and that disappears with the last reference to it.
private final class RecordFile: Sendable {
  let descriptor: Int32
  private let folder: String

  init(in folder: OpenFolder) throws(PublishingError) {
    self.folder = folder.path
    for number in 0... {
      let name = "\(OutputLocation.ownPrefix)records-\(number)"
      let file = uninterrupted { openat(folder.descriptor, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
      if file >= 0 {
        descriptor = file
        if unlinkat(folder.descriptor, name, 0) != 0 { throw .inputOutput(.remove, path: folder.path, .last) }
        return
      }
      // Another thread has created a file with this name and is about to unlink it.
      if errno != EEXIST { break }
    }
    throw .inputOutput(.create, path: folder.path, .last)
  }

  deinit { close(descriptor) }

  func read(_ range: Range<Int>) throws(PublishingError) -> [UInt8] {
    var fault: SystemFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      let room = UnsafeMutableBufferPointer(rebasing: buffer[..<range.count])
      (count, fault) = readAll(into: room, from: descriptor, at: range.lowerBound)
      // The record was written, so the end of the file cannot come before its end.
      if fault == nil, count < range.count { fault = SystemFault(code: EIO) }
    }
    if let fault { throw .inputOutput(.read, path: folder, fault) }
    return bytes
  }
}
