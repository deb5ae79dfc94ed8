package import Diagnostics
internal import Portal

/// A published folder compared with the list of checksums that was published in it.
package struct Verification: Sendable {
  package enum Kind: Sendable {
    case missing, changed, unlisted

    package var name: LocalizedText {
      switch self {
      case .missing: LocalizedText("缺少", en: "missing")
      case .changed: LocalizedText("不同", en: "changed")
      case .unlisted: LocalizedText("清单以外", en: "not listed")
      }
    }
  }

  package struct Difference: Sendable {
    package let kind: Kind
    package let path: String
  }

  /// How many files the list names.
  package let files: Int
  /// In the order of the list; then compressed copies, and what is not listed comes last.
  package let differences: [Difference]

  package func count(_ kind: Kind) -> Int { differences.count { $0.kind == kind } }

  /// Whether every file of the list, and every compressed copy, is there as it was published.
  package var isSound: Bool { count(.missing) + count(.changed) == 0 }

  /// Throws `noChecksums` when the folder has no list, `unreadableChecksums` when it is damaged.
  package init(of folder: String, jobs: Int) throws(PublishingError) {
    let root = try OpenFolder(existing: folder)
    guard let root, let bytes = try root.read(Checksums.fileName) else { throw .noChecksums(folder: folder) }
    guard let listed = Self.parse(bytes) else { throw .unreadableChecksums(folder: folder) }
    let (kinds, _) = try concurrently(listed.count, jobs: jobs, makeWorker: {}) {
      (_: inout Void, index: Int) throws(PublishingError) -> Kind? in
      let entry = listed[index]
      guard FileStatus("\(folder)/\(entry.path)")?.isFile == true else { return .missing }
      return try FileDigest(ofFile: "\(folder)/\(entry.path)") == entry.digest ? nil : .changed
    } finish: { _ in
    }
    files = listed.count
    let manifest = try Manifest(listed.map { Manifest.Entry(path: $0.path, size: 0) })
    let others = try manifest.foreignFiles(in: root).filter { $0 != Checksums.fileName }
    differences =
      zip(listed, kinds).compactMap { entry, kind in kind.map { Difference(kind: $0, path: entry.path) } }
      + (try Self.differences(of: others, from: listed, in: folder, jobs: jobs))
  }

  /// A compressed copy of a listed file is not listed itself: it has to hold what that file has to hold.
  private static func differences(
    of others: [String], from listed: [(path: String, digest: FileDigest)], in folder: String, jobs: Int
  ) throws(PublishingError) -> [Difference] {
    if others.isEmpty { return [] }
    let digests = Dictionary(listed.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
    let found = try concurrently(others.count, jobs: jobs, makeWorker: {}) {
      (_: inout Void, index: Int) throws(PublishingError) -> Difference? in
      let path = others[index]
      guard let copy = ContentEncoding.split(path), let digest = digests[copy.path],
        FileStatus("\(folder)/\(path)")?.isFile == true
      else { return Difference(kind: .unlisted, path: path) }
      let holds = try FileDigest(ofFile: "\(folder)/\(path)", expanding: copy.encoding)
      return holds == digest ? nil : Difference(kind: .changed, path: path)
    } finish: { _ in
    }.outputs.compactMap { $0 }
    return found.filter { $0.kind == .changed } + found.filter { $0.kind != .changed }
  }

  /// `nil` unless every line is a hash, two blanks and a path inside the folder.
  private static func parse(_ bytes: [UInt8]) -> [(path: String, digest: FileDigest)]? {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    guard lines.popLast()?.isEmpty == true else { return nil }
    var entries: [(path: String, digest: FileDigest)] = []
    for line in lines {
      let text = String(decoding: line, as: UTF8.self)
      guard text.utf8.count > 66, let digest = FileDigest(hexadecimal: text.prefix(64)),
        text.dropFirst(64).hasPrefix("  "), let path = try? TreePath(String(text.dropFirst(66))).text
      else { return nil }
      entries.append((path, digest))
    }
    return entries
  }
}
