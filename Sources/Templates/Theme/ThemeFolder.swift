package import Diagnostics
package import Markup

/// The files of one theme by path, before any of them is parsed.
package struct ThemeFolder: Sendable {
  package let name: String
  /// Text files: layouts, partials, strings, `theme.yaml`.
  package var sources: [String: SourceFile]
  /// Files that are copied unchanged, by path below `assets/`.
  package var assets: [String: [UInt8]]

  package init(name: String, files: [(path: String, bytes: [UInt8])], shownUnder prefix: String) {
    self.name = name
    sources = [:]
    assets = [:]
    for file in files {
      if file.path.hasPrefix("assets/") {
        assets[file.path] = file.bytes
      } else {
        sources[file.path] = SourceFile(path: "\(prefix)\(file.path)", bytes: file.bytes)
      }
    }
  }

  /// The built-in theme.
  package static let builtIn: ThemeFolder = {
    let root = "Themes/default/"
    let files = embeddedFiles.filter { $0.path.hasPrefix(root) }
      .map { (String($0.path.dropFirst(root.count)), Array("\($0.text)".utf8)) }
    return ThemeFolder(name: "default", files: files, shownUnder: root)
  }()

  /// The name of the theme that this one extends.
  package func base(findings: inout [Finding]) -> String? {
    guard let source = sources["theme.yaml"], let value = YAMLReader.read(source, findings: &findings) else {
      return nil
    }
    var fields = Fields(value, in: source)
    _ = fields.text("name")
    let base = fields.text("extends")
    findings += fields.finish()
    return base
  }

  /// This theme, completed with the files of the theme that it extends.
  func extending(_ base: ThemeFolder) -> ThemeFolder {
    var folder = self
    folder.sources.merge(base.sources) { own, _ in own }
    folder.assets.merge(base.assets) { own, _ in own }
    // Strings are merged key by key when they are read, so those of the base theme are kept separately.
    for (path, source) in base.sources where path.hasPrefix("strings/") {
      folder.baseStrings[path, default: []].append(source)
    }
    for (path, sources) in base.baseStrings { folder.baseStrings[path, default: []] += sources }
    return folder
  }

  /// String files of the themes that this one extends, nearest first.
  var baseStrings: [String: [SourceFile]] = [:]
}
