internal import Diagnostics
internal import Pages
internal import Portal
internal import Templates

/// The paths that a portal generates itself, known before anything is rendered. Files of `static/` cannot use them.
///
/// They are reserved regardless of the current settings, so that a path does not change its owner when a setting does.
struct ReservedPaths {
  /// Folders that belong entirely to the portal.
  private static let folders = Set(PageKinds.all.map { $0.folder[...] }.filter { !$0.isEmpty } + ["data", "schema"])
  private static let rootFiles: Set<Substring> = [
    "404.html", "CITATION.cff", "SHA256SUMS", "catalog.jsonld", "datapackage.json", "feed.atom", "opensearch.xml",
  ]
  /// The front page and the files beside it: `index.html`, `index.json`, `index.requests.svg`.
  private static let homePrefix = "index."

  private let languages: Set<Substring>
  /// Files of the theme, and the folders that contain them.
  private let assets: Set<String>
  private let assetFolders: Set<String>

  init(_ site: Site, _ theme: Theme?) {
    languages = Set(site.languages.map { site.prefix(of: $0).dropLast() }.filter { !$0.isEmpty })
    assets = Set(theme?.assets.map(\.path) ?? [])
    assetFolders = Set(assets.flatMap { Self.folders(above: $0) })
  }

  /// Whether a file at this path would conflict with a generated file or its compressed copy.
  func conflicts(_ path: String) -> Bool {
    if isReserved(path) { return true }
    return ContentEncoding.split(path).map { isReserved($0.path) } ?? false
  }

  private func isReserved(_ path: String) -> Bool {
    if path.hasPrefix(OutputLocation.ownPrefix) { return true }
    if assets.contains(path) || assetFolders.contains(path) { return true }
    if Self.folders(above: path).contains(where: assets.contains) { return true }
    var parts = path.split(separator: "/")[...]
    guard let first = parts.first else { return false }
    if languages.contains(first) {
      parts = parts.dropFirst()
      // A file named like the folder.
      guard !parts.isEmpty else { return true }
    }
    guard let top = parts.first else { return false }
    return Self.folders.contains(top) || Self.rootFiles.contains(top) || top.hasPrefix(Self.homePrefix)
      || Self.replaceable.contains(top) && parts.count > 1
  }

  /// Whether the folder of a report's pictures and attachments is named like a file beside its page:
  /// `reports/2023/liulin.html`, which happens because `liulin.html.md` may be a report too.
  static func isInItsOwnWay(_ report: ContentFolder.ReportFile) -> Bool {
    guard !report.files.isEmpty, let dot = report.name.lastIndex(of: ".") else { return false }
    return pageEndings.contains(report.name[report.name.index(after: dot)...])
  }

  /// Extensions of files beside a page.
  private static let pageEndings: Set<Substring> = ["br", "csv", "gz", "html", "json", "svg", "xlsx"]

  /// Generated only if the portal has no file of its own. There can be no folder with that name.
  private static let replaceable: Set<Substring> = ["robots.txt", "sitemap.xml"]

  /// `assets` and `assets/fonts` for `assets/fonts/a.woff2`.
  private static func folders(above path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }
}

extension PortalSources {
  /// Problems of the site that can be found before any report is read: in its theme, and conflicts between its own
  /// files and generated ones.
  ///
  /// - Returns: The theme; `nil`, with at least one finding, if no page could be rendered with it.
  func readSite() -> (theme: Theme?, findings: [Finding]) {
    let (theme, findings) = readTheme()
    let reserved = ReservedPaths(site, theme)
    let taken = content.statics.filter(reserved.conflicts).map { path in
      let asset = themes.first { $0.assets[path] != nil }.map { SourceRange(file: "Themes/\($0.name)/\(path)") }
      return Finding.pathTaken(path, at: "static/\(path)", by: asset)
    }
    let inTheWay = content.reports.values.joined().filter(ReservedPaths.isInItsOwnWay)
    return (theme, findings + taken + inTheWay.map { Finding.pathTaken($0.folder, at: $0.path, by: nil) })
  }

  /// The finding for a path that was produced twice or is not valid; `nil` if no source of the portal causes it.
  func finding(ofFault fault: PublishingError) -> Finding? {
    guard let path = fault.contestedPath else { return nil }
    let places = places(of: path)
    guard let first = places.first else { return nil }
    return .pathTaken(path, at: first, by: places.dropFirst().first.map { SourceRange(file: $0) })
  }

  /// The sources that produce a path, or one that conflicts with it.
  private func places(of path: String) -> [String] {
    func meet(_ own: String) -> Bool { own == path || own.hasPrefix(path + "/") || path.hasPrefix(own + "/") }
    var places = content.statics.filter(meet).prefix(1).map { "static/\($0)" }
    for report in content.reports.values.joined().sorted(by: { $0.path < $1.path }) {
      let isPage = path.hasPrefix(report.folder + ".")
      if isPage || meet(report.folder) { places.append(report.path) }
    }
    let agencies = content.agencies.filter { path.hasPrefix($0.dropLast(".md".count) + "/") }
    return places + agencies
  }
}

extension PublishingError {
  /// The path of the published tree that caused the error.
  fileprivate var contestedPath: String? {
    switch self {
    case .conflictingPath(let path), .invalidPath(let path): path
    default: nil
    }
  }
}

extension Finding {
  /// - Parameters:
  ///   - path: In the published tree.
  ///   - place: The source that asks for it.
  ///   - other: The source that already has it, if there is one.
  static func pathTaken(_ path: String, at place: String, by other: SourceRange?) -> Finding {
    Finding(
      ContentFindings.pathTaken, at: SourceRange(file: place),
      LocalizedText(
        "网址 \(path) 由门户自己使用，\(place) 不能发布", en: "the portal makes \(path) itself; \(place) cannot be published there"),
      related: other.map { [.init(LocalizedText("同一网址的文件在这里", en: "the file that has this address"), at: $0)] } ?? [])
  }
}
