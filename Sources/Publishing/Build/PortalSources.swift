package import Diagnostics
internal import Glibc
internal import Markup
package import Portal
package import Rendering
package import Reports

/// A portal's folder, read as far as every report needs it: site, regions, agencies, forms.
package struct PortalSources: Sendable {
  package let folder: String
  package private(set) var site: Site
  package let registry: Registry
  package let forms: FormLibrary
  package let themes: [ThemeFolder]
  /// Everything that can be found here: what the tool knows, and the rules of the portal's own forms.
  package let kinds: [FindingKind]
  /// Severities of findings in this portal.
  let severities: SeverityPolicy
  let content: ContentFolder
  package private(set) var findings: [Finding]

  /// What stands around the pages in place of the theme's header and footer.
  let hostFrame: HostFrame?

  package var contentPath: String { "\(folder)/Content" }

  /// Reads the registry of a portal.
  ///
  /// - Parameter jobs: how many threads read agencies.
  package init(folder: String, jobs: Int) {
    self.folder = folder
    let (content, builtInForms) = both(jobs: jobs) {
      ContentFolder("\(folder)/Content")
    } _: {
      FormLibrary.builtIn
    }
    var findings = content.findings
    let site =
      Self.read("site.yaml", in: folder, Limits(), &findings).flatMap { source in
        YAMLReader.read(source, findings: &findings).map { Site($0, in: source, findings: &findings) }
      } ?? Site()
    let regions =
      Self.read("regions.yaml", in: folder, site.limits, &findings).flatMap { source in
        YAMLReader.read(source, findings: &findings).map { RegionTree($0, in: source, findings: &findings) }
      } ?? RegionTree()
    let agencies = Self.agencies(content.agencies, in: folder, site.limits, jobs: jobs, &findings)
    self.site = site
    registry = Registry(regions: regions, agencies: agencies, findings: &findings)
    let portalForms = content.forms.compactMap { Self.read($0, in: folder, site.limits, &findings) }
    forms = portalForms.isEmpty ? builtInForms : FormLibrary(portalForms: portalForms, findings: &findings)
    let own = forms.ruleKinds
    kinds = Catalogue.kinds + own.filter { Catalogue.kind($0.id) == nil }
    severities = RuleSettings.policy(of: site, kinds: kinds, findings: &findings)
    themes = Self.themes(in: "\(folder)/Themes", &findings)
    hostFrame = site.isEmbedded ? Self.hostFrame(of: site, in: folder, &findings) : nil
    self.content = content
    self.findings = findings
  }

  private static func hostFrame(of site: Site, in folder: String, _ findings: inout [Finding]) -> HostFrame {
    func fragment(_ path: String?) -> [UInt8] {
      guard let path, let source = read(path, in: folder, site.limits, &findings),
        source.isText(findings: &findings)
      else { return [] }
      return source.bytes
    }
    return HostFrame(header: fragment(site.hostHeader), footer: fragment(site.hostFooter))
  }

  /// The same portal, published without any data but the JSON beside its pages.
  package func withoutData() -> PortalSources {
    var copy = self
    copy.site.data = .none
    return copy
  }

  /// The same portal, published without its search.
  package func withoutSearch() -> PortalSources {
    var copy = self
    copy.site.search = false
    return copy
  }

  /// Reads a file of `Content`; a finding says when it cannot be read.
  static func read(_ path: String, in folder: String, _ limits: Limits, _ findings: inout [Finding]) -> SourceFile? {
    do throws(FileReading.Fault) {
      return SourceFile(path: path, bytes: try FileReading.read("\(folder)/Content/\(path)", limit: limits.fileBytes))
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
    _ paths: [String], in folder: String, _ limits: Limits, jobs: Int, _ findings: inout [Finding]
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

  /// The theme of the site, ready to render; `nil` with at least one finding when no page could be rendered with it.
  func readTheme() -> (theme: Theme?, findings: [Finding]) {
    var findings: [Finding] = []
    let theme = Theme(named: site.theme, folders: themes, languages: site.languages, findings: &findings)
    return (theme, findings)
  }

  private static func themes(in folder: String, _ findings: inout [Finding]) -> [ThemeFolder] {
    /// All files below a folder of a theme.
    func files(_ path: String) -> [(path: String, bytes: [UInt8])] {
      do throws(SystemFault) {
        return (try FolderScan("\(folder)/\(path)")?.entries ?? []).flatMap { name, entry in
          entry == .folder ? files("\(path)/\(name)") : file("\(path)/\(name)")
        }
      } catch {
        findings.append(.unreadable("Themes/\(path)", error))
        return []
      }
    }
    func file(_ path: String) -> [(path: String, bytes: [UInt8])] {
      do throws(FileReading.Fault) {
        return [(path, try FileReading.read("\(folder)/\(path)", limit: mostThemeBytes))]
      } catch {
        findings.append(.unreadable("Themes/\(path)", error))
        return []
      }
    }
    let names: [String]
    do throws(SystemFault) {
      names = (try FolderScan(folder)?.entries ?? []).filter { $0.entry == .folder }.map(\.name)
    } catch {
      findings.append(.unreadable("Themes/", error))
      return []
    }
    return names.map { name in
      let own = files(name).map { (path: String($0.path.dropFirst(name.count + 1)), bytes: $0.bytes) }
      return ThemeFolder(name: name, files: own, shownUnder: "Themes/\(name)/")
    }
  }

  /// Of one file: a font or picture is the largest that a theme has.
  private static let mostThemeBytes = 8 << 20
}
