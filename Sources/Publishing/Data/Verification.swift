package import Diagnostics
internal import Portal

/// Compares a published folder with the list of checksums in it, and the list with the manifest.
package struct Verification: Sendable {
  package enum Kind: Sendable {
    case missing, changed, omitted, unfinished, unlisted

    package var name: LocalizedText {
      switch self {
      case .missing: LocalizedText("缺少", en: "missing")
      case .changed: LocalizedText("不同", en: "changed")
      case .omitted: LocalizedText("清单漏列", en: "left out of the list")
      case .unfinished: LocalizedText("发布未完成", en: "unfinished")
      case .unlisted: LocalizedText("清单以外", en: "not listed")
      }
    }
  }

  package struct Difference: Sendable {
    package let kind: Kind
    package let path: String
  }

  /// The number of files in the list.
  package let files: Int
  /// In the order of the list, followed by compressed copies, files missing from the list, and files that are not
  /// listed.
  package let differences: [Difference]

  package func count(_ kind: Kind) -> Int { differences.count { $0.kind == kind } }

  /// Whether every published file and every compressed copy is unchanged.
  package var isSound: Bool { differences.allSatisfy { $0.kind == .unlisted } }

  /// If the manifest is beside the list, as in the folder that was published to, the list has to name every file in the
  /// manifest. A mirror has only the list.
  ///
  /// Throws `noChecksums` if the folder has no list and either was published without one or has no manifest to tell;
  /// `unreadableChecksums` if the list is empty or damaged.
  package init(of folder: String, jobs: Int) throws(PublishingError) {
    guard let root = try OpenFolder(existing: folder) else { throw .noChecksums(folder: folder) }
    var (manifest, faults) = try Self.manifest(in: root)
    guard let bytes = try root.read(Checksums.fileName) else {
      guard manifest.contains(Checksums.fileName) else { throw .noChecksums(folder: folder) }
      files = 0
      differences = [Difference(kind: .missing, path: Checksums.fileName)] + faults
      return
    }
    guard let listed = Self.parse(bytes), !listed.isEmpty else { throw .unreadableChecksums(folder: folder) }
    let (kinds, _) = try concurrently(listed.count, jobs: jobs, makeWorker: {}) {
      (_: inout Void, index: Int) throws(PublishingError) -> Kind? in
      let entry = listed[index]
      guard FileStatus("\(folder)/\(entry.path)")?.isFile == true else { return .missing }
      return try FileDigest(ofFile: "\(folder)/\(entry.path)") == entry.digest ? nil : .changed
    } finish: { _ in
    }
    files = listed.count
    let list = try Manifest(listed.map { Manifest.Entry(path: $0.path, size: 0) })
    let omitted = manifest.entries(missingFrom: list).map(\.path).filter { path in
      path != Checksums.fileName && !(ContentEncoding.split(path).map { list.contains($0.path) } ?? false)
    }
    faults += omitted.map { Difference(kind: .omitted, path: $0) }
    let known = Set(omitted + [Checksums.fileName])
    let others = try list.foreignFiles(in: root).filter { !known.contains($0) }
    let found = try Self.differences(of: others, from: listed, in: folder, jobs: jobs)
    differences =
      zip(listed, kinds).compactMap { entry, kind in kind.map { Difference(kind: $0, path: entry.path) } }
      + found.filter { $0.kind == .changed } + faults + found.filter { $0.kind != .changed }
  }

  /// The manifest, empty if there is none that can be relied on, and the problems with it.
  private static func manifest(in root: OpenFolder) throws(PublishingError) -> (Manifest, [Difference]) {
    do throws(PublishingError) {
      let manifest = try Manifest(in: root) ?? .empty
      // An incomplete manifest also names files of the previous tree.
      return manifest.isComplete
        ? (manifest, []) : (.empty, [Difference(kind: .unfinished, path: Manifest.fileName)])
    } catch .unreadableManifest {
      return (.empty, [Difference(kind: .changed, path: Manifest.fileName)])
    }
  }

  /// A compressed copy of a listed file is not listed itself; its decompressed content must match that file.
  private static func differences(
    of others: [String], from listed: [(path: String, digest: FileDigest)], in folder: String, jobs: Int
  ) throws(PublishingError) -> [Difference] {
    if others.isEmpty { return [] }
    let digests = Dictionary(listed.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
    return try concurrently(others.count, jobs: jobs, makeWorker: {}) {
      (_: inout Void, index: Int) throws(PublishingError) -> Difference? in
      let path = others[index]
      guard let copy = ContentEncoding.split(path), let digest = digests[copy.path],
        FileStatus("\(folder)/\(path)")?.isFile == true
      else { return Difference(kind: .unlisted, path: path) }
      let holds = try FileDigest(ofFile: "\(folder)/\(path)", expanding: copy.encoding)
      return holds == digest ? nil : Difference(kind: .changed, path: path)
    } finish: { _ in
    }.outputs.compactMap { $0 }
  }

  /// `nil` unless every line is a hash, two spaces and a path inside the folder.
  private static func parse(_ bytes: [UInt8]) -> [(path: String, digest: FileDigest)]? {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    guard lines.popLast()?.isEmpty == true else { return nil }
    var entries: [(path: String, digest: FileDigest)] = []
    for line in lines {
      let text = String(decoding: line, as: UTF8.self)
      guard text.utf8.count > 66, let digest = FileDigest(hexadecimal: text.utf8.prefix(64)),
        text.dropFirst(64).hasPrefix("  "), let path = try? TreePath(String(text.dropFirst(66))).text
      else { return nil }
      entries.append((path, digest))
    }
    return entries
  }
}
