internal import DataFiles
package import Diagnostics
internal import Glibc
internal import Markup
internal import Pages
package import Portal
package import Reports
package import Templates

/// A portal's folder, parsed as far as every report needs it: site, regions, agencies, forms.
package struct PortalSources: Sendable {
  package let folder: String
  package private(set) var site: Site
  package let registry: Registry
  package let forms: FormLibrary
  package let themes: [ThemeFolder]
  /// Every kind of finding in this portal: those of the tool and those of the rules in the portal's own forms.
  package let kinds: [FindingKind]
  /// The severities of findings in this portal.
  let severities: SeverityPolicy
  let content: ContentFolder
  private let themeFolder: InputFolder
  package private(set) var findings: [Finding]

  /// The host website's frame, which replaces the header and footer of the theme.
  let hostFrame: HostFrame?

  package var contentPath: String { "\(folder)/Content" }

  /// Reads the registry of a portal.
  ///
  /// - Parameter jobs: Number of threads that read agencies.
  package init(folder: String, jobs: Int) {
    self.folder = folder
    let input = InputFolder("\(folder)/Content")
    var findings: [Finding] = []
    let site =
      Self.read("site.yaml", in: input, Limits(), &findings).flatMap { source in
        YAMLReader.read(source, findings: &findings).map {
          Site($0, in: source, formats: DataFormats.keys, findings: &findings)
        }
      } ?? Site()
    let staticLinks: InputFolder.Links = site.followsStaticLinks ? .staying : .refused
    let (content, builtInForms) = both(jobs: jobs) {
      ContentFolder(input, staticLinks: staticLinks, named: [site.hostHeader, site.hostFooter].compactMap { $0 })
    } _: {
      FormLibrary.builtIn
    }
    findings += content.findings
    let regions =
      Self.read("regions.yaml", in: input, site.limits, &findings).flatMap { source in
        YAMLReader.read(source, findings: &findings).map { RegionTree($0, in: source, findings: &findings) }
      } ?? RegionTree()
    let agencies = Self.agencies(content.agencies, in: input, site.limits, jobs: jobs, &findings)
    self.site = site
    registry = Registry(regions: regions, agencies: agencies, findings: &findings)
    let portalForms = content.forms.compactMap { Self.read($0, in: input, site.limits, &findings) }
    forms = portalForms.isEmpty ? builtInForms : FormLibrary(portalForms: portalForms, findings: &findings)
    findings += FormTranslations.findings(of: forms, in: site)
    let own = forms.ruleKinds
    kinds = Catalogue.kinds + own.filter { Catalogue.kind($0.id) == nil }
    severities = RuleSettings.policy(of: site, kinds: kinds, findings: &findings)
    themeFolder = InputFolder("\(folder)/Themes")
    themes = Self.themes(in: themeFolder, &findings)
    hostFrame = site.isEmbedded ? Self.hostFrame(of: site, in: input, &findings) : nil
    self.content = content
    self.findings = findings.withLinksOnce()
  }

  private static func hostFrame(of site: Site, in folder: InputFolder, _ findings: inout [Finding]) -> HostFrame {
    func fragment(_ path: String?) -> [UInt8] {
      guard let path, let source = read(path, in: folder, site.limits, &findings),
        source.isText(findings: &findings)
      else { return [] }
      return source.bytes
    }
    return HostFrame(header: fragment(site.hostHeader), footer: fragment(site.hostFooter))
  }

  /// The same portal, published without data files except for the JSON of each page.
  package func withoutData() -> PortalSources {
    var copy = self
    copy.site.data = .none
    return copy
  }

  /// The same portal, published without search.
  package func withoutSearch() -> PortalSources {
    var copy = self
    copy.site.search = false
    return copy
  }

  /// Reads a file of `Content`, or adds a finding if it cannot be read.
  static func read(
    _ path: String, in folder: InputFolder, _ limits: Limits, _ findings: inout [Finding]
  ) -> SourceFile? {
    do throws(FileReading.Fault) {
      return SourceFile(path: path, bytes: try folder.read(path, limit: limits.fileBytes))
    } catch {
      if case .system(SystemFault(code: ENOENT)) = error {
        findings.append(
          Finding(
            ContentFindings.missing, at: SourceRange(file: path),
            LocalizedText("缺少文件 Content/\(path)", en: "the file Content/\(path) is missing")))
      } else {
        findings.append(.unreadable(path, error))
      }
      return nil
    }
  }

  private static func agencies(
    _ paths: [String], in folder: InputFolder, _ limits: Limits, jobs: Int, _ findings: inout [Finding]
  ) -> [Agency] {
    let parser = MarkupParser(limits: limits)
    let (read, _) = concurrently(paths.count, jobs: jobs, makeWorker: {}) { (_: inout Void, index: Int) in
      var findings: [Finding] = []
      let agency = Self.read(paths[index], in: folder, limits, &findings)
        .flatMap { parser.parse($0, findings: &findings) }
        .flatMap { Agency($0, findings: &findings) }
      return (agency: agency, findings: findings)
    } finish: { _ in
    }
    findings += read.flatMap(\.findings)
    return read.compactMap(\.agency)
  }

  /// The theme of the site, ready for rendering; `nil`, with at least one finding, if no page could be rendered with
  /// it.
  func readTheme() -> (theme: Theme?, findings: [Finding]) {
    var findings: [Finding] = []
    let theme = Theme(named: site.theme, folders: themes, languages: site.languages, findings: &findings)
    return (theme, findings)
  }

  private static func themes(in folder: InputFolder, _ findings: inout [Finding]) -> [ThemeFolder] {
    let scan: FolderScan?
    do throws(SystemFault) {
      scan = try folder.scan("")
    } catch {
      findings.append(.unreadable("Themes/", error))
      return []
    }
    for name in scan?.unusableNames ?? [] { findings.append(.unusableName("Themes/\(name)")) }
    var themes: [ThemeFolder] = []
    for (name, entry) in scan?.entries ?? [] {
      if entry == .link { findings.append(.symbolicLink("Themes/\(name)")) }
      guard entry == .folder else { continue }
      let tree = TreeScan(name, in: folder, shownUnder: "Themes/", mostEntries: mostThemeFiles)
      findings += tree.findings
      var files: [(path: String, bytes: [UInt8])] = []
      for path in tree.files.keys.sorted() {
        do throws(FileReading.Fault) {
          files.append((path, try folder.read("\(name)/\(path)", limit: mostThemeBytes)))
        } catch {
          findings.append(.unreadable("Themes/\(name)/\(path)", error))
        }
      }
      themes.append(ThemeFolder(name: name, files: files, shownUnder: "Themes/\(name)/"))
    }
    return themes
  }

  /// The largest number of files and folders in a theme.
  static let mostThemeFiles = 5_000

  /// The largest size of one file. The largest files in a theme are fonts or pictures.
  private static let mostThemeBytes = 8 << 20
}

extension PortalSources {
  /// Opens the source that a finding is about, in order to show its lines; see `InputFolder.open`.
  ///
  /// - Parameter path: Relative to `Content`, or to the portal for a theme.
  /// - Returns: A descriptor that the caller has to close; `nil` if there is no such file, if there is a link on the
  ///   way to it, or if it is a picture or an attachment rather than a source.
  package func openShown(_ path: String) -> Int32? {
    if Self.isPublishedAsItIs(path) { return nil }
    let themePrefix = "Themes/"
    do throws(SystemFault) {
      let file =
        path.hasPrefix(themePrefix)
        ? try themeFolder.open(String(path.dropFirst(themePrefix.count))) : try content.folder.open(path)
      return file.take()
    } catch {
      return nil
    }
  }
}

extension PortalSources {
  /// Whether the path is a file of `static/` or of a report's folder, which is not a text to show.
  private static func isPublishedAsItIs(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.first == "static" || (parts.first == "reports" && (parts.count > 3 || !path.hasSuffix(".md")))
  }
}

extension [Finding] {
  /// The same link may be found when its folder is listed and again when it is read as a file.
  fileprivate func withLinksOnce() -> [Finding] {
    var met: Set<String> = []
    return filter { finding in
      guard finding.kind.id == ContentFindings.symbolicLink.id, let path = finding.range?.file else { return true }
      return met.insert(path).inserted
    }
  }
}
