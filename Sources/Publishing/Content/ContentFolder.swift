internal import Diagnostics
internal import Glibc
internal import Reports

/// The contents of a portal's `Content` folder, determined without reading any file.
///
/// Symbolic links below it are rejected wherever they point, because a file is published only under its own path.
struct ContentFolder: Sendable {
  struct ReportFile: Sendable {
    /// Relative to `Content`: `reports/2023/liulin.md`.
    var path: String
    /// File name without its extension.
    var name: String
    /// The files in the folder named after the report, by path in it, with their sizes in bytes.
    var files: [String: Int] = [:]
    /// Findings about that folder.
    var findings: [Finding] = []

    /// The folder named after the report, relative to `Content`.
    var folder: String { String(path.dropLast(".md".count)) }
  }

  /// The largest number of files and folders in the folder of a report, and in `static/`.
  static let mostOfReport = 1_000
  static let mostStatics = 500_000

  let folder: InputFolder
  private(set) var agencies: [String] = []
  private(set) var forms: [String] = []
  /// Files of `static/`, by path in it.
  private(set) var statics: [String] = []
  /// Keyed by file name, which should be the id of the agency. Each list is sorted by path, and so by year.
  private(set) var reports: [String: [ReportFile]] = [:]
  /// Findings about files that belong to no report.
  private(set) var findings: [Finding] = []
  private let staticFolder: InputFolder

  /// - Parameters:
  ///   - staticLinks: Whether links in `static/` are followed if their target is in `static/`.
  ///   - named: Paths of further files, which the settings of the site name.
  init(_ folder: InputFolder, staticLinks: InputFolder.Links = .refused, named: [String] = []) {
    self.folder = folder
    staticFolder = InputFolder("static", in: folder, links: staticLinks)
    let known = Self.known.union(named.compactMap { $0.split(separator: "/").first.map(String.init) })
    for (name, entry) in entries(of: "") {
      if entry == .link {
        findings.append(.symbolicLink(name))
      } else if !known.contains(name) {
        findings.append(.misplaced(name, isFolder: entry == .folder, among: Self.known))
      }
    }
    agencies = files(in: "agencies", ending: ".md")
    forms = files(in: "forms", ending: ".yaml")
    scanStatics()
    for (year, entry) in entries(of: "reports") {
      switch entry {
      case .folder where Int(year).map(CalendarDate.years.contains) != true || year.count != 4:
        findings.append(.misplaced("reports/\(year)", isFolder: true, among: Self.century(of: year)))
      case .folder: scanYear("reports/\(year)")
      case .link: findings.append(.symbolicLink("reports/\(year)"))
      case .file, .other: findings.append(.unused("reports/\(year)"))
      }
    }
  }

  /// What `Content` may hold.
  private static let known: Set = ["agencies", "forms", "regions.yaml", "reports", "site.yaml", "static"]

  /// `reports/2025` for a folder `25`.
  private static func century(of year: String) -> [String] {
    year.count == 2 && Int(year) != nil ? ["reports/20\(year)"] : []
  }

  /// All report sources, in path order.
  var reportPaths: [String] { reports.values.joined().map(\.path).sorted() }

  /// Whether there is a report source at this path.
  func hasReport(at path: String) -> Bool {
    guard let name = path.split(separator: "/").last, name.hasSuffix(".md") else { return false }
    return reports[String(name.dropLast(".md".count))]?.contains { $0.path == path } ?? false
  }

  /// Opens a file by its path in `static/`; see `InputFolder.open`.
  func openStatic(_ path: String) throws(SystemFault) -> InputFile { try staticFolder.open(path) }

  private mutating func scanStatics() {
    do throws(SystemFault) {
      // If it is not a folder, that is reported here; a link is reported with the others of `Content`.
      if try folder.scan("static") == nil { return }
    } catch {
      if error.code != ELOOP { findings.append(.unreadable("static", error)) }
      return
    }
    let tree = TreeScan(
      "", in: staticFolder, shownUnder: "static/", includesHidden: true, mostEntries: Self.mostStatics)
    statics = tree.files.keys.sorted()
    findings += tree.findings
  }

  private mutating func scanYear(_ folder: String) {
    let entries = entries(of: folder)
    var folders = Set(entries.filter { $0.entry == .folder || $0.entry == .link }.map(\.name))
    for (name, entry) in entries where entry == .file && name.hasSuffix(".md") {
      let id = String(name.dropLast(".md".count))
      var report = ReportFile(path: "\(folder)/\(name)", name: id)
      if folders.remove(id) != nil {
        let tree = TreeScan("\(folder)/\(id)", in: self.folder, mostEntries: Self.mostOfReport)
        (report.files, report.findings) = (tree.files, tree.findings)
      }
      reports[id, default: []].append(report)
    }
    // The remaining entries belong to no report.
    for (name, entry) in entries where !(entry == .file && name.hasSuffix(".md")) {
      if entry == .link, folders.contains(name) {
        findings.append(.symbolicLink("\(folder)/\(name)"))
      } else if entry != .folder && entry != .link || folders.contains(name) {
        findings.append(.unused("\(folder)/\(name)"))
      }
    }
  }

  private mutating func files(in folder: String, ending: String) -> [String] {
    var files: [String] = []
    for (name, entry) in entries(of: folder) {
      let path = "\(folder)/\(name)"
      switch entry {
      case .file where name.hasSuffix(ending): files.append(path)
      case .link: findings.append(.symbolicLink(path))
      case .file, .folder, .other: findings.append(.unused(path))
      }
    }
    return files
  }

  /// The entries of a folder. The empty path is `Content` itself.
  private mutating func entries(of folder: String) -> [(name: String, entry: FolderScan.Entry)] {
    do throws(SystemFault) {
      guard let scan = try self.folder.scan(folder) else { return [] }
      for name in scan.unusableNames { findings.append(.unusableName(folder.isEmpty ? name : "\(folder)/\(name)")) }
      return scan.entries
    } catch {
      // A link is reported with the others of `Content`.
      if error.code != ELOOP { findings.append(.unreadable(folder, error)) }
      return []
    }
  }
}
