internal import Glibc

/// Keeps the records of reports in a file without a name, for one thread: all of them at once would not fit into memory.
struct RecordSpool: ~Copyable {
  struct Place: Sendable {
    let agency: String
    let year: Int
    let range: Range<Int>
  }

  private let folder: OpenFolder
  private var file: Int32 = -1
  private var size = 0
  private var places: [Place] = []

  init(_ folder: OpenFolder) {
    self.folder = folder
  }

  deinit { if file >= 0 { close(file) } }

  /// Throws `inputOutput`.
  mutating func append(agency: String, year: Int, _ record: UnsafeBufferPointer<UInt8>) throws(PublishingError) {
    if file < 0 { file = try Self.nameless(in: folder) }
    if let fault = writeAll(record, to: file) { throw .inputOutput(.write, path: folder.path, fault) }
    places.append(Place(agency: agency, year: year, range: size..<size + record.count))
    size += record.count
  }

  consuming func finish() -> RecordFile? { size > 0 ? RecordFile(file, size: size, places: places) : nil }

  private static func nameless(in folder: OpenFolder) throws(PublishingError) -> Int32 {
    for number in 0... {
      let name = "\(OutputLocation.ownPrefix)records-\(number)"
      let file = uninterrupted { openat(folder.descriptor, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
      if file >= 0 {
        unlinkat(folder.descriptor, name, 0)
        return file
      }
      // Another thread is about to take its name away.
      if errno != EEXIST { break }
    }
    throw .inputOutput(.create, path: folder.path, .last)
  }
}

/// The records of one thread, to be read.
final class RecordFile: Sendable {
  let places: [RecordSpool.Place]
  // The memory is never written to.
  nonisolated(unsafe) private let memory: UnsafeRawBufferPointer

  /// `nil` when the file cannot be mapped.
  init?(_ file: Int32, size: Int, places: [RecordSpool.Place]) {
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED else { return nil }
    memory = UnsafeRawBufferPointer(start: base, count: size)
    self.places = places
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count) }

  func bytes(at place: RecordSpool.Place) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: memory[place.range])
  }
}
