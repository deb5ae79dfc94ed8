internal import Bytes

/// The folder of a report's name beside its source, with the pictures and attachments in it.
package struct ReportFolder: Sendable {
  /// A file that an address of the report's text leads to.
  package struct Target: Sendable, Hashable {
    /// Path in the folder, as the file system has it.
    package let file: String
    /// What stands behind the path in the address: `#page=2`.
    package let rest: String
  }

  /// Sizes of the files by their paths in it.
  package let files: [String: Int]
  /// Name of the folder.
  package let name: String
  private let source: String
  /// Path of the folder below `Content`, with a slash at its end.
  private let path: String

  /// - Parameter source: path of the report's source below `Content`.
  package init(of source: String, files: [String: Int]) {
    self.source = source
    self.files = files
    let stem = source.hasSuffix(".md") ? String(source.dropLast(".md".count)) : source
    path = stem + "/"
    name = stem.split(separator: "/").last.map(String.init) ?? ""
  }

  /// The path of a file as the file system has it: the same name may be written with other bytes.
  package func file(named name: String) -> String? {
    files.index(forKey: name).map { files[$0].key }
  }

  /// The file that an address leads to. Authors write the name of a file as it is, or as an address has it, with `%20`
  /// for a blank; where both could be meant it is the name as it is.
  package func target(of address: String) -> Target? {
    if files.isEmpty || address.hasPrefix("/") || address.contains("://") { return nil }
    if let file = file(at: address) ?? AddressPath.decoded(address).flatMap(file(at:)) {
      return Target(file: file, rest: "")
    }
    let (path, rest) = Self.divided(address)
    guard !rest.isEmpty, let file = file(at: path) ?? AddressPath.decoded(path).flatMap(file(at:)) else { return nil }
    return Target(file: file, rest: rest)
  }

  private func file(at address: String) -> String? {
    guard let resolved = Self.resolved(address, from: source), resolved.hasPrefix(path) else { return nil }
    return file(named: String(resolved.dropFirst(path.count)))
  }

  /// Divides an address into its path, and what stands behind that.
  package static func divided(_ address: String) -> (path: String, rest: String) {
    let end = address.unicodeScalars.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    return (String(address[..<end]), String(address[end...]))
  }

  /// The path below `Content` that a relative path leads to; `nil` when it leads out of it.
  ///
  /// - Parameter source: path of the file that it stands in.
  package static func resolved(_ path: String, from source: String) -> String? {
    var parts = source.split(separator: "/").dropLast()
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
