package import Diagnostics
internal import Glibc

/// What a portal's `Content` folder holds, found without reading any file.
struct ContentFolder: Sendable {
  struct ReportFile: Sendable {
    /// Relative to `Content`: `reports/2023/liulin.md`.
    var path: String
    /// Name of the file without its ending.
    var name: String
    /// Files of the folder of the report's name, by their path in it, with their sizes.
    var files: [String: Int] = [:]
  }

  let root: String
  private(set) var agencies: [String] = []
  private(set) var forms: [String] = []
  /// Files of `static/`, by their path in it.
  private(set) var statics: [String] = []
  /// By the name of the file, which is to be the agency's id; each by path, so in the order of years.
  private(set) var reports: [String: [ReportFile]] = [:]
  private(set) var findings: [Finding] = []
  private let realRoot: String

  init(_ root: String) {
    self.root = root
    realRoot = Self.realPath(root) ?? root
    agencies = files(in: "agencies", ending: ".md")
    forms = files(in: "forms", ending: ".yaml")
    statics = tree("static", includesHidden: true).keys.sorted()
    for (year, entry) in entries(of: "reports") {
      guard entry == .folder else {
        unused("reports/\(year)")
        continue
      }
      scanYear("reports/\(year)")
    }
  }

  /// All report sources, in the order of their paths.
  var reportPaths: [String] { reports.values.joined().map(\.path).sorted() }

  /// Whether a path is that of a report's source.
  func hasReport(at path: String) -> Bool {
    guard let name = path.split(separator: "/").last, name.hasSuffix(".md") else { return false }
    return reports[String(name.dropLast(".md".count))]?.contains { $0.path == path } ?? false
  }

  private mutating func scanYear(_ folder: String) {
    let entries = entries(of: folder)
    var folders = Set(entries.filter { $0.entry == .folder }.map(\.name))
    for (name, entry) in entries where entry == .file && name.hasSuffix(".md") {
      let id = String(name.dropLast(".md".count))
      let files = folders.remove(id) == nil ? [:] : tree("\(folder)/\(id)")
      reports[id, default: []].append(ReportFile(path: "\(folder)/\(name)", name: id, files: files))
    }
    // What is left of them belongs to no report.
    for (name, entry) in entries where !(entry == .file && name.hasSuffix(".md")) {
      if entry != .folder || folders.contains(name) { unused("\(folder)/\(name)") }
    }
  }

  private mutating func files(in folder: String, ending: String) -> [String] {
    var files: [String] = []
    for (name, entry) in entries(of: folder) {
      if entry == .file, name.hasSuffix(ending) {
        files.append("\(folder)/\(name)")
      } else {
        unused("\(folder)/\(name)")
      }
    }
    return files
  }

  /// All files below a folder, by their path in it, with their sizes.
  private mutating func tree(_ folder: String, includesHidden: Bool = false, depth: Int = 0) -> [String: Int] {
    guard depth < 16 else { return [:] }
    var files: [String: Int] = [:]
    for (name, entry) in entries(of: folder, includesHidden: includesHidden) {
      switch entry {
      case .file: files[name] = size(of: "\(folder)/\(name)")
      case .folder:
        let inside = tree("\(folder)/\(name)", includesHidden: includesHidden, depth: depth + 1)
        for (path, bytes) in inside { files["\(name)/\(path)"] = bytes }
      case .link, .other: unused("\(folder)/\(name)")
      }
    }
    return files
  }

  /// The entries of a folder, links followed as long as they stay inside of `Content`.
  private mutating func entries(
    of folder: String, includesHidden: Bool = false
  ) -> [(name: String, entry: FolderScan.Entry)] {
    let scan: FolderScan?
    do throws(SystemFault) {
      scan = try FolderScan("\(root)/\(folder)", includesHidden: includesHidden)
    } catch {
      findings.append(.unreadable(folder, error))
      return []
    }
    return (scan?.entries ?? []).compactMap { name, entry in
      guard entry == .link else { return (name, entry) }
      let path = "\(folder)/\(name)"
      guard let target = Self.realPath("\(root)/\(path)"), target.hasPrefix(realRoot + "/") else {
        findings.append(
          Finding(
            ContentFindings.linkOutside, at: SourceRange(file: path),
            LocalizedText("符号链接指向 Content 之外", en: "this symbolic link leads out of Content")))
        return nil
      }
      var status = stat()
      guard stat(target, &status) == 0 else {
        findings.append(.unreadable(path, .last))
        return nil
      }
      return (name, status.st_mode & S_IFMT == S_IFDIR ? .folder : .file)
    }
  }

  /// A file that cannot be looked at is reported, and counts as empty.
  private mutating func size(of path: String) -> Int {
    var status = stat()
    if stat("\(root)/\(path)", &status) == 0 { return Int(status.st_size) }
    findings.append(.unreadable(path, .last))
    return 0
  }

  private mutating func unused(_ path: String) {
    findings.append(
      Finding(
        ContentFindings.unused, at: SourceRange(file: path),
        LocalizedText("这个文件不会用到", en: "nothing makes use of this file")))
  }

  /// Where a file lies that is to be copied: behind a link, as long as that stays inside of `Content`.
  func source(of path: String) -> String {
    guard let target = Self.realPath("\(root)/\(path)"), target.hasPrefix(realRoot + "/") else {
      return "\(root)/\(path)"
    }
    return target
  }

  /// The first bytes of a file, as many as are wanted or all that it has.
  func head(of path: String, most: Int) throws(FileReading.Fault) -> [UInt8] {
    try FileReading.head(of: source(of: path), most: most)
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

extension Finding {
  /// - Parameter path: relative to `Content`, or to the portal for a theme.
  static func unreadable(_ path: String, _ fault: SystemFault) -> Finding {
    Finding(
      ContentFindings.unreadable, at: SourceRange(file: path),
      LocalizedText("无法读取：\(fault.text.chinese)", en: "cannot be read: \(fault.text.english)"))
  }
}

package enum ContentFindings {
  package static let all: [FindingKind] = [linkOutside, unused, missing, unreadable, brokenLink, withheldLink]

  package static let linkOutside = FindingKind(
    "link-outside", .error, concession: .none,
    title: LocalizedText("符号链接指向 Content 之外", en: "A symbolic link leads out of Content"),
    explanation: LocalizedText(
      "来源来自许多机关，不可全信：指向 Content 之外的符号链接会把服务器上的其他文件发布出去，因此拒绝。",
      en:
        "Sources come from many offices and are not trusted: a link that leads out of Content would publish other files of the machine."
    ))

  package static let unused = FindingKind(
    "file-unused", .warning,
    title: LocalizedText("用不到的文件", en: "A file that nothing uses"),
    explanation: LocalizedText(
      "年报放在 reports/<年份>/<机关>.md，机关放在 agencies/<机关>.md，自有表单放在 forms/<表单>.yaml，原样发布的文件放在 static/。其他文件不会被读取。",
      en:
        "Reports are reports/<year>/<agency>.md, agencies are agencies/<agency>.md, forms of the portal forms/<form>.yaml, files to be published as they are lie in static/. Nothing else is read."
    ),
    example: "reports/2023/liulin.txt")

  package static let missing = FindingKind(
    "file-missing", .error, concession: .none,
    title: LocalizedText("缺少文件", en: "A file is missing"),
    explanation: LocalizedText(
      "门户必须有 Content/site.yaml 和 Content/regions.yaml；年报提到的图片和附件必须在与年报同名的文件夹里。",
      en:
        "A portal needs Content/site.yaml and Content/regions.yaml; pictures and attachments of a report lie in the folder of its name."
    ),
    example: "attachments:\n  - {file: baogao.pdf, title: 年度报告（盖章）}")

  package static let unreadable = FindingKind(
    "file-unreadable", .error, concession: .none,
    title: LocalizedText("文件或文件夹无法读取", en: "A file or folder cannot be read"),
    explanation: LocalizedText(
      "请检查权限，以及它是否确是所需的文件或文件夹。",
      en: "Check the permissions, and whether it is the file or folder that it should be."))

  package static let brokenLink = FindingKind(
    "link-broken", .error, concession: .acceptance,
    title: LocalizedText("链接的文件不存在", en: "A link leads to nothing"),
    explanation: LocalizedText(
      "相对链接指向同名文件夹里的文件，或另一份年报的来源文件（发布时改为网页地址）。",
      en:
        "A relative link leads to a file in the report's folder, or to the source of another report, whose page it becomes."
    ),
    example: "![图解](liulin/tujie.png)")

  package static let withheldLink = FindingKind(
    "link-withheld", .error, concession: .none,
    title: LocalizedText("链接指向暂不发布的年报", en: "A link leads to a report that is withheld"),
    explanation: LocalizedText(
      "草稿和未到发布日的年报没有网页，已发布的年报也不得透露它们。请等它发布后再加链接。",
      en:
        "A draft or an embargoed report has no page, and a published report must not give it away. Link it when it is published."
    ),
    example: "[上年年报](../2024/liulin.md)（而 2024 年的年报是草稿）")
}
