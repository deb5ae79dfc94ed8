internal import Bytes

/// The folder named after a report, beside its source, with pictures and attachments.
package struct ReportFolder: Sendable {
  /// The file that a URL in the report's text refers to.
  package struct Target: Sendable, Hashable {
    /// Path in the folder, as spelled in the file system.
    package let file: String
    /// The part of the URL after the path: `#page=2`.
    package let rest: String
  }

  /// File sizes in bytes, by path in the folder.
  package let files: [String: Int]
  /// Name of the folder.
  package let name: String
  private let source: String
  /// Path of the folder relative to `Content`, with a trailing slash.
  private let path: String

  /// - Parameter source: Path of the report's source relative to `Content`.
  package init(of source: String, files: [String: Int]) {
    self.source = source
    self.files = files
    let stem = source.hasSuffix(".md") ? String(source.dropLast(".md".count)) : source
    path = stem + "/"
    name = stem.split(separator: "/").last.map(String.init) ?? ""
  }

  /// The path of a file as spelled in the file system. The same name may be encoded in different bytes.
  package func file(named name: String) -> String? {
    files.index(forKey: name).map { files[$0].key }
  }

  /// The file that a URL refers to. Authors write a file name either literally or percent-encoded, with `%20` for a
  /// space. If both are possible, the literal name takes precedence.
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

  /// Splits a URL into its path and the rest.
  package static func divided(_ address: String) -> (path: String, rest: String) {
    let end = address.unicodeScalars.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    return (String(address[..<end]), String(address[end...]))
  }

  /// The path relative to `Content` that a relative path refers to; `nil` if it leads out of `Content`.
  ///
  /// - Parameter source: Path of the file that contains it.
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
