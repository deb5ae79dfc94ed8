internal import Bytes
internal import Glibc

/// `SHA256SUMS`: the SHA-256 of every published file, as `sha256sum -c` reads it.
struct Checksums: Sendable {
  static let fileName = "SHA256SUMS"
  let staging: StagingTree
  let jobs: Int

  /// Writes the list; what was not hashed while it was written is read again.
  func write(of entries: [Manifest.Entry]) throws -> Manifest.Entry {
    let all = try completed(entries).sorted { $0.path.precedesInBytes($1.path) }
    var buffer = ByteBuffer(capacity: all.count * 100)
    for entry in all {
      guard let digest = entry.digest else { continue }
      buffer.append(digest.hexadecimal)
      buffer.append("  ")
      buffer.append(entry.path)
      buffer.append("\n")
    }
    var writer = staging.writer()
    try writer.write(Self.fileName, buffer.bytes)
    return writer.finish()[0]
  }

  /// The entries with the hash of each.
  func completed(_ entries: [Manifest.Entry]) throws -> [Manifest.Entry] {
    let missing = entries.indices.filter { entries[$0].digest == nil }
    let folder = staging.folder.path
    let (digests, _) = try concurrently(missing.count, jobs: jobs, makeWorker: {}) {
      (_: inout Void, index: Int) throws(PublishingError) in
      try FileDigest(ofFile: "\(folder)/\(entries[missing[index]].path)")
    } finish: { _ in
    }
    var entries = entries
    for (place, digest) in zip(missing, digests) { entries[place].digest = digest }
    return entries
  }
}

extension FileDigest {
  /// Throws `inputOutput`, or `notAFile`.
  init(ofFile path: String) throws(PublishingError) {
    let file = uninterrupted { open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard file >= 0 else { throw .inputOutput(.read, path: path, .last) }
    defer { close(file) }
    guard let status = FileStatus(of: file), status.isFile else { throw .notAFile(path: path) }
    guard status.size > 0 else {
      self.init(of: UnsafeBufferPointer(start: nil, count: 0))
      return
    }
    guard let base = mmap(nil, status.size, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED else {
      throw .inputOutput(.read, path: path, .last)
    }
    defer { munmap(base, status.size) }
    self.init(of: UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: status.size))
  }
}
