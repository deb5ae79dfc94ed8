internal import Glibc
internal import Portal

/// Writes compressed copies of the text files in a tree, which servers send instead of the originals: `index.html.gz`,
/// `index.html.br`.
///
/// A file with the same bytes as in the published tree reuses the copies there, provided that the same library made
/// them and that they still match their digests in the manifest.
struct CompressedCopies: Sendable {
  let staging: StagingTree
  let encodings: [ContentEncoding]
  let jobs: Int

  /// Files smaller than this, in bytes, fit into the first packets of a response uncompressed.
  static let smallest = 1000
  private static let extensions: Set<Substring> = [
    "atom", "css", "csv", "html", "js", "json", "jsonld", "mjs", "ndjson", "svg", "txt", "webmanifest", "xml",
  ]

  static func isText(_ path: String) -> Bool {
    let name = path[(path.lastIndex(of: "/") ?? path.startIndex)...]
    return name.lastIndex(of: ".").map { extensions.contains(name[name.index(after: $0)...]) } ?? false
  }

  /// The encoders that make the copies.
  private var encoders: String { encodings.map(\.encoder).joined(separator: ",") }

  /// The encoders that made the copies of a tree, as recorded in its manifest. Empty if some of the portal's own files
  /// are named like copies, because the next build could not tell them apart.
  ///
  /// - Parameter entries: All other files of the tree.
  func encoders(beside entries: [Manifest.Entry]) -> String {
    if encodings.isEmpty { return "" }
    let paths = Set(entries.lazy.map(\.path))
    let hasOwn = paths.contains { path in ContentEncoding.split(path).map { paths.contains($0.path) } ?? false }
    return hasOwn ? "" : encoders
  }

  /// - Parameter entries: All other files of the tree. A file that is named like a copy is not overwritten.
  func write(of entries: [Manifest.Entry]) throws(PublishingError) -> [Manifest.Entry] {
    if encodings.isEmpty { return [] }
    let taken = Set(entries.lazy.map(\.path).filter { ContentEncoding.split($0) != nil })
    // Largest first, so that no thread starts a large file when the others have finished.
    let sources = entries.filter { $0.size >= Self.smallest && Self.isText($0.path) }
      .sorted { ($1.size, $0.path) < ($0.size, $1.path) }
    let published = PublishedCopies(of: staging, encoders: encoders)
    let (_, written) = try concurrently(sources.count, jobs: jobs) {
      staging.writer()
    } _: { (writer: inout StagingWriter, index: Int) throws(PublishingError) in
      let source = sources[index]
      let isUnchanged = published.map { $0.hasSame(source, as: staging.folder.path) } ?? false
      for encoding in encodings {
        let path = source.path + encoding.suffix
        // A name of 255 bytes has no room for a suffix; servers then send the original.
        if taken.contains(path) || (try? TreePath(path)) == nil { continue }
        if isUnchanged, let old = published?.copy(path) {
          try writer.link(old.path, size: old.size, digest: old.digest, to: path)
        } else {
          try write(encoding, of: source, to: path, with: &writer)
        }
      }
    } finish: { writer in
      writer.finish()
    }
    return written.flatMap { $0 }
  }

  private func write(
    _ encoding: ContentEncoding, of source: Manifest.Entry, to path: String, with writer: inout StagingWriter
  ) throws(PublishingError) {
    let whole = "\(staging.folder.path)/\(source.path)"
    let input = uninterrupted { Glibc.open(whole, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
    guard input >= 0 else { throw .inputOutput(.read, path: whole, .last) }
    defer { close(input) }
    let file = try writer.open(path)
    var size = 0
    var fault: SystemFault?
    var digest = RunningDigest()
    do throws(CodingFault) {
      try encoding.compress(input, size: source.size) { bytes in
        size += bytes.count
        digest.add(bytes)
        return writeAll(bytes, to: file).map { .system($0) }
      }
    } catch {
      if case .system(let system) = error { fault = system } else { fault = SystemFault(code: EINVAL) }
    }
    try writer.finish(path, file, size: size, fault: fault, digest: digest.finish())
  }
}

/// The copies in the published tree. `nil` if a different library made them, or if the tree is not as its manifest
/// says.
private struct PublishedCopies: Sendable {
  private let folder: String
  private let entries: [String: Manifest.Entry]

  init?(of staging: StagingTree, encoders: String) {
    let previous = staging.previous
    guard previous.isComplete, previous.encoders == encoders else { return nil }
    folder = staging.lock.location.path
    entries = Dictionary(previous.entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The copy, if its bytes are as published. A copy that is damaged or cannot be read is made again.
  func copy(_ path: String) -> (path: String, size: Int, digest: FileDigest)? {
    let whole = "\(folder)/\(path)"
    guard let entry = entries[path], let digest = entry.digest, let status = FileStatus(whole), status.isFile,
      status.size == entry.size, (try? FileDigest(ofFile: whole)) == digest
    else { return nil }
    return (whole, entry.size, digest)
  }

  /// Whether the published file of an entry has the same bytes as the one in another tree.
  func hasSame(_ entry: Manifest.Entry, as tree: String) -> Bool {
    guard entries[entry.path]?.size == entry.size else { return false }
    let files = [folder, tree].map { root in
      uninterrupted { open("\(root)/\(entry.path)", O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    }
    defer { for file in files where file >= 0 { close(file) } }
    guard files.allSatisfy({ $0 >= 0 }), FileStatus(of: files[0])?.size == entry.size else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * comparedAtOnce) { buffer in
      let first = UnsafeMutableBufferPointer(rebasing: buffer[..<comparedAtOnce])
      let second = UnsafeMutableBufferPointer(rebasing: buffer[comparedAtOnce...])
      while true {
        let (one, other) = (readAll(into: first, from: files[0]), readAll(into: second, from: files[1]))
        // A file that cannot be read counts as different: compressing it again will report the fault.
        guard one.fault == nil, other.fault == nil, one.count == other.count, isSame(first, second, one.count) else {
          return false
        }
        if one.count < comparedAtOnce { return true }
      }
    }
  }
}

private let comparedAtOnce = 1 << 16

private func isSame(
  _ first: UnsafeMutableBufferPointer<UInt8>, _ second: UnsafeMutableBufferPointer<UInt8>, _ count: Int
) -> Bool {
  guard let one = first.baseAddress, let other = second.baseAddress else { return count == 0 }
  return memcmp(one, other, count) == 0
}
