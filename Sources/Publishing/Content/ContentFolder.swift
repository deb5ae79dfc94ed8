internal import Diagnostics
internal import Glibc

/// What a portal's `Content` folder holds, found without reading any file.
///
/// Links below it are refused, wherever they lead: a file is published by its own path alone.
struct ContentFolder: Sendable {
  struct ReportFile: Sendable {
    /// Relative to `Content`: `reports/2023/liulin.md`.
    var path: String
    /// Name of the file without its ending.
    var name: String
    /// Files of the folder of the report's name, by their path in it, with their sizes.
    var files: [String: Int] = [:]
    /// What is wrong with that folder.
    var findings: [Finding] = []

    /// The folder of the report's name, relative to `Content`.
    var folder: String { String(path.dropLast(".md".count)) }
  }

  /// How many files and folders there may be in the folder of a report, and in `static/`.
  static let mostOfReport = 1_000
  static let mostStatics = 500_000

  let folder: InputFolder
  private(set) var agencies: [String] = []
  private(set) var forms: [String] = []
  /// Files of `static/`, by their path in it.
  private(set) var statics: [String] = []
  /// By the name of the file, which is to be the agency's id; each by path, so in the order of years.
  private(set) var reports: [String: [ReportFile]] = [:]
  /// What is wrong with files that belong to no report.
  private(set) var findings: [Finding] = []
  private let staticFolder: InputFolder

  /// - Parameter staticLinks: whether links in `static/` that stay there are followed.
  init(_ folder: InputFolder, staticLinks: InputFolder.Links = .refused) {
    self.folder = folder
    staticFolder = InputFolder("static", in: folder, links: staticLinks)
    for (name, entry) in entries(of: "") where entry == .link { findings.append(.symbolicLink(name)) }
    agencies = files(in: "agencies", ending: ".md")
    forms = files(in: "forms", ending: ".yaml")
    scanStatics()
    for (year, entry) in entries(of: "reports") {
      switch entry {
      case .folder: scanYear("reports/\(year)")
      case .link: findings.append(.symbolicLink("reports/\(year)"))
      case .file, .other: findings.append(.unused("reports/\(year)"))
      }
    }
  }

  /// All report sources, in the order of their paths.
  var reportPaths: [String] { reports.values.joined().map(\.path).sorted() }

  /// Whether a path is that of a report's source.
  func hasReport(at path: String) -> Bool {
    guard let name = path.split(separator: "/").last, name.hasSuffix(".md") else { return false }
    return reports[String(name.dropLast(".md".count))]?.contains { $0.path == path } ?? false
  }

  /// Opens a file by its path in `static/`; see `InputFolder.open`.
  func openStatic(_ path: String) throws(SystemFault) -> InputFile { try staticFolder.open(path) }

  private mutating func scanStatics() {
    do throws(SystemFault) {
      // What is no folder is told here, and a link with the others of `Content`.
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
    // What is left of them belongs to no report.
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

  /// The entries of a folder; the empty path is `Content`.
  private mutating func entries(of folder: String) -> [(name: String, entry: FolderScan.Entry)] {
    do throws(SystemFault) {
      guard let scan = try self.folder.scan(folder) else { return [] }
      for name in scan.unusableNames { findings.append(.unusableName(folder.isEmpty ? name : "\(folder)/\(name)")) }
      return scan.entries
    } catch {
      // A link is told with the others of `Content`.
      if error.code != ELOOP { findings.append(.unreadable(folder, error)) }
      return []
    }
  }
}
