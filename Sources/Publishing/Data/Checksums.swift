internal import Bytes

/// `SHA256SUMS`: the SHA-256 of every published file, in the format of `sha256sum -c`.
struct Checksums: Sendable {
  static let fileName = "SHA256SUMS"
  let staging: StagingTree
  let jobs: Int

  /// Writes the list. Files that were not hashed while they were written are read again.
  func write(of entries: [Manifest.Entry]) throws -> Manifest.Entry {
    let all = entries.inPathOrder()
    var buffer = ByteBuffer(capacity: all.count * 100)
    for (entry, digest) in zip(all, try digests(of: all)) {
      buffer.append(digest.hexadecimal)
      buffer.append("  ")
      buffer.append(entry.path)
      buffer.append("\n")
    }
    var writer = staging.writer()
    try writer.write(Self.fileName, buffer.bytes)
    return writer.finish()[0]
  }

  /// The digest of each file.
  func digests(of entries: [Manifest.Entry]) throws(PublishingError) -> [FileDigest] {
    let folder = staging.folder.path
    return try concurrently(entries.count, jobs: jobs, makeWorker: {}) {
      (_: inout Void, index: Int) throws(PublishingError) -> FileDigest in
      if let digest = entries[index].digest { return digest }
      return try FileDigest(ofFile: "\(folder)/\(entries[index].path)")
    } finish: { _ in
    }.outputs
  }
}
