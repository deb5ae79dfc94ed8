internal import Glibc
internal import Portal

/// The list of files in a published tree, in byte order of their paths.
///
/// It is published with them as `.gongkai-manifest`, so that tree and list are swapped together. It determines which
/// files of an output belong to `gongkai`: without `force`, only those are ever replaced or deleted.
package struct Manifest: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    /// Relative to the root of the tree.
    package let path: String
    package let size: Int
    /// Computed only where it was asked for. The manifest stores the digests of compressed copies.
    var digest: FileDigest?

    package init(path: String, size: Int) {
      self.init(path: path, size: size, digest: nil)
    }

    init(path: String, size: Int, digest: FileDigest?) {
      self.path = path
      self.size = size
      self.digest = digest
    }
  }

  package static let fileName = OutputLocation.ownPrefix + "manifest"
  /// Files that keep an empty output folder in a repository. They are never foreign and are carried over by a swap.
  package static let placeholders = [".gitignore", ".gitkeep"]

  package let entries: [Entry]
  /// False during a file-by-file swap, and after one that was interrupted: some of the listed files may then be missing
  /// or differ in size.
  package let isComplete: Bool
  /// The encoders that made the compressed copies; empty if there are none.
  let encoders: String

  static let empty = Manifest(sorted: [], isComplete: true)

  /// Throws `conflictingPath` if a path occurs twice.
  package init(_ entries: [Entry], encoders: String = "") throws(PublishingError) {
    self.init(sorted: entries.inPathOrder(), isComplete: true, encoders: encoders)
    for (entry, next) in zip(self.entries, self.entries.dropFirst())
    where entry.path.comparedInBytes(with: next.path) == 0 {
      throw .conflictingPath(entry.path)
    }
  }

  init(sorted entries: [Entry], isComplete: Bool, encoders: String = "") {
    self.entries = entries
    self.isComplete = isComplete
    self.encoders = encoders
  }

  /// The manifest of the tree published at a path; `nil` if there is none.
  ///
  /// Throws `unreadableManifest` or `inputOutput`.
  package init?(ofOutput path: String) throws(PublishingError) {
    guard let folder = try OpenFolder(existing: path), let found = try Manifest(in: folder) else {
      return nil
    }
    self = found
  }

  init?(in folder: OpenFolder) throws(PublishingError) {
    guard let bytes = try folder.read(Self.fileName) else { return nil }
    guard let parsed = Manifest(text: bytes) else {
      throw .unreadableManifest(path: folder.path + "/" + Self.fileName)
    }
    self = parsed
  }

  package var size: Int { entries.reduce(0) { $0 + $1.size } }

  package func contains(_ path: String) -> Bool {
    Array(path.utf8).withUnsafeBufferPointer { contains($0) }
  }

  func contains(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let order = entries[middle].path.comparedInBytes(with: path)
      if order == 0 { return true }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return false
  }

  /// The entries whose paths are not listed in `other`.
  func entries(missingFrom other: Manifest) -> [Entry] {
    var missing: [Entry] = []
    var index = 0
    for entry in entries {
      while index < other.entries.count, other.entries[index].path.precedesInBytes(entry.path) { index += 1 }
      let isListed =
        index < other.entries.count && other.entries[index].path.comparedInBytes(with: entry.path) == 0
      if !isListed { missing.append(entry) }
    }
    return missing
  }
}

// MARK: - As text

extension Manifest {
  private static let format = "gongkai-manifest"
  private static let version = "2"
  /// Without digests of copies: written by earlier versions of the tool.
  private static let oldVersion = "1"

  /// Serializes the manifest. The header holds the state, the number of files, which reveals a truncated text, and the
  /// encoders of compressed copies, if any. Then there is a line for each file: its size, the SHA-256 for a compressed
  /// copy or a `-` for other files, which are listed in `SHA256SUMS`, and its path.
  func text() -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(64 * (entries.count + 1))
    text += "\(Self.format) \(Self.version) \(isComplete ? "complete" : "unfinished") \(entries.count)".utf8
    if !encoders.isEmpty { text += " \(encoders)".utf8 }
    text.append(UInt8(ascii: "\n"))
    for entry in entries {
      text += String(entry.size).utf8
      text.append(UInt8(ascii: " "))
      if let digest = entry.digest, ContentEncoding.split(entry.path) != nil {
        text += digest.hexadecimal.utf8
      } else {
        text.append(UInt8(ascii: "-"))
      }
      text.append(UInt8(ascii: " "))
      text += entry.path.utf8
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// `nil` unless every line has the format that `text()` writes. Paths that lead out of the tree are rejected here,
  /// because files are deleted according to this list.
  init?(text: [UInt8]) {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    guard lines.popLast()?.isEmpty == true, let first = lines.popFirst() else { return nil }
    let words = String(decoding: first, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
    guard (4...5).contains(words.count) else { return nil }
    let hasDigests = words[1] == Self.version
    guard words[0] == Self.format, hasDigests || words[1] == Self.oldVersion, words[3] == "\(lines.count)" else {
      return nil
    }
    switch words[2] {
    case "complete": isComplete = true
    case "unfinished": isComplete = false
    default: return nil
    }
    encoders = words.count == 5 ? String(words[4]) : ""

    var entries: [Entry] = []
    entries.reserveCapacity(lines.count)
    for line in lines {
      let fields = line.split(
        separator: UInt8(ascii: " "), maxSplits: hasDigests ? 2 : 1, omittingEmptySubsequences: false)
      guard fields.count == (hasDigests ? 3 : 2), let name = fields.last,
        let size = Int(String(decoding: fields[0], as: UTF8.self)), size >= 0,
        let path = try? TreePath(String(decoding: name, as: UTF8.self)).text
      else { return nil }
      if let last = entries.last, !last.path.precedesInBytes(path) { return nil }
      var digest: FileDigest?
      if hasDigests, !fields[1].elementsEqual("-".utf8) {
        digest = FileDigest(hexadecimal: fields[1])
        if digest == nil { return nil }
      }
      entries.append(Entry(path: path, size: size, digest: digest))
    }
    self.entries = entries
  }
}
