package import Diagnostics
package import Languages
internal import Markup

/// The name of a layout: a file of `layouts/` in a theme. Those of the built-in theme are the layouts that there are.
package struct Layout: Sendable, Hashable {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  /// Figures of a row of the forms, or of agencies side by side.
  package static let statistics = Layout("statistics")
  /// A page of text.
  package static let document = Layout("document")

  package static let all: [Layout] = ThemeFolder.builtIn.sources.keys.sorted().compactMap { path in
    path.hasPrefix(folder) && path.hasSuffix(ending)
      ? Layout(String(path.dropFirst(folder.count).dropLast(ending.count))) : nil
  }

  private static let folder = "layouts/"
  private static let ending = ".mustache"

  /// Below the folder of the theme.
  var path: String { Self.folder + name + Self.ending }
}

/// A theme ready for rendering: every layout compiled for every language of the portal.
package struct Theme: Sendable {
  private var templates: [Language: [Layout: CompiledTemplate]] = [:]
  package let strings: SiteStrings
  /// Path below the root of the site, and content.
  package let assets: [(path: String, bytes: [UInt8])]
  /// Styles written into charts that are separate files, which cannot use the styles of a page.
  package let chartStyle: [UInt8]

  private static let chartStyle = "chart.css"

  package func template(_ layout: Layout, _ language: Language) -> CompiledTemplate? {
    templates[language]?[layout]
  }

  /// Reads a theme and the themes that it extends.
  ///
  /// - Parameter folders: The portal's own themes. The built-in theme need not be included.
  /// - Returns: `nil`, with at least one finding, if a page could not be rendered with it.
  package init?(
    named name: String, folders: [ThemeFolder], languages: [Language], findings: inout [Finding]
  ) {
    var problems: [Finding] = []
    guard let folder = Self.resolve(name, folders, seen: [], &problems) else {
      findings += problems
      return nil
    }
    let versions = AssetVersions(folder.assets)
    var files: [Language: StringsFile] = [:]
    for language in languages + [.simplifiedChinese, .english] where files[language] == nil {
      let file = ThemeStrings(folder: folder, language: language).read(
        isOfPages: languages.contains(language), &problems)
      files[language] = file
    }
    strings = SiteStrings(languages) { files[$0] ?? .builtIn($0) }
    for language in languages {
      guard let file = files[language], !file.patterns.isEmpty else { continue }
      var found: [Finding] = []
      templates[language] = Self.compile(folder, versions, language, file.patterns.mapValues(\.text), &found)
      // A fault in a layout occurs in every language and is reported once.
      problems += found.filter { finding in
        !problems.contains {
          $0.kind.id == finding.kind.id && $0.range == finding.range && $0.message == finding.message
        }
      }
    }
    chartStyle = (folder.sources[Self.chartStyle] ?? ThemeFolder.builtIn.sources[Self.chartStyle])?.bytes ?? []
    assets = folder.assets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    findings += problems
    if problems.contains(where: { $0.severity == .error }) { return nil }
  }

  private static func resolve(
    _ name: String, _ folders: [ThemeFolder], seen: [String], _ findings: inout [Finding]
  ) -> ThemeFolder? {
    // A portal's theme may be named `default` and still extend the built-in theme of that name.
    let own = seen.contains(name) ? nil : folders.first { $0.name == name }
    guard let folder = own ?? (name == ThemeFolder.builtIn.name ? ThemeFolder.builtIn : nil), seen.count < 8 else {
      findings.append(
        Finding(
          ThemeFindings.missingTheme, at: nil, LocalizedText("没有主题 \(name)", en: "there is no theme \(name)"),
          help: Suggestion.help(for: name, among: folders.map(\.name) + ["default"])))
      return nil
    }
    guard let base = folder.base(findings: &findings) else { return folder }
    return resolve(base, folders, seen: seen + [name], &findings).map { folder.extending($0) }
  }

  private static func compile(
    _ folder: ThemeFolder, _ versions: AssetVersions, _ language: Language, _ strings: [String: String],
    _ findings: inout [Finding]
  ) -> [Layout: CompiledTemplate] {
    func parse(_ source: SourceFile) -> [TemplateNode] {
      var parser = TemplateParser(source: source, strings: strings, language: language)
      let nodes = parser.parse()
      findings += parser.findings
      return versions.marking(nodes)
    }
    var partials: [String: [TemplateNode]] = [:]
    for (path, source) in folder.sources.sorted(by: { $0.key < $1.key }) where path.hasPrefix("partials/") {
      let name = path.dropFirst("partials/".count)
      if name.hasSuffix(".mustache") { partials[String(name.dropLast(".mustache".count))] = parse(source) }
    }
    for (name, nodes) in partials.sorted(by: { $0.key < $1.key }) {
      guard let source = folder.sources["partials/\(name).mustache"] else { continue }
      PartialCheck(partials: partials, source: source).check(nodes, named: name, &findings)
    }
    var sizes = ExpandedSizes(partials: partials)
    var templates: [Layout: CompiledTemplate] = [:]
    for layout in Layout.all {
      let path = layout.path
      guard let source = folder.sources[path] else {
        findings.append(
          Finding(
            ThemeFindings.missingLayout, at: SourceRange(file: "Themes/\(folder.name)/\(path)"),
            LocalizedText("主题 \(folder.name) 缺少布局 \(path)", en: "the theme \(folder.name) lacks the layout \(path)")))
        continue
      }
      let nodes = parse(source)
      PartialCheck(partials: partials, source: source).check(nodes, named: nil, &findings)
      // Partials that include themselves would be expanded forever.
      let isUnfit = findings.contains {
        $0.kind.id == ThemeFindings.missingPartial.id || $0.kind.id == ThemeFindings.tooLarge.id
      }
      if isUnfit { continue }
      if let finding = sizes.finding(for: nodes, in: source) {
        findings.append(finding)
        continue
      }
      templates[layout] = CompiledTemplate(nodes, partials: partials)
    }
    return templates
  }
}
