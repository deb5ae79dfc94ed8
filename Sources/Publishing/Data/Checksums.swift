internal import Bytes

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
