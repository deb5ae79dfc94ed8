package import Diagnostics
internal import Languages
package import Markup

/// The files of one theme by path, before any of them is parsed.
package struct ThemeFolder: Sendable {
  package let name: String
  /// Text files: layouts, partials, strings, `theme.yaml`.
  package var sources: [String: SourceFile]
  /// Files to publish, by path below `assets/`.
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
    joinScripts()
  }

  /// A folder `assets/search.js` becomes one script: its files in the order of their names, inside one function.
  private mutating func joinScripts() {
    var scripts: [String: [UInt8]] = [:]
    for path in assets.keys.sorted() where path.hasSuffix(".js") {
      guard let folder = path.firstRange(of: ".js/"), let part = assets.removeValue(forKey: path) else { continue }
      scripts[String(path[..<folder.upperBound].dropLast()), default: []] += part
    }
    for (path, parts) in scripts {
      assets[path] = Array("(() => {\n\"use strict\";\n\n".utf8) + parts + Array("})();\n".utf8)
    }
  }

  /// The built-in theme.
  package static let builtIn: ThemeFolder = {
    let root = "Themes/default/"
    let files = (embeddedFiles + StringsFile.builtInFiles).filter { $0.path.hasPrefix(root) }
      .map { file in
        let bytes = Array("\(file.text)".utf8)
        return (String(file.path.dropFirst(root.count)), file.path.hasSuffix(".js") ? withoutComments(bytes) : bytes)
      }
    return ThemeFolder(name: "default", files: files, shownUnder: root)
  }()

  /// A script without the comments that fill whole lines, which are a sixth of what a browser would load.
  private static func withoutComments(_ script: [UInt8]) -> [UInt8] {
    var isComment = false
    let lines = script.split(separator: UInt8(ascii: "\n")).filter { line in
      let text = line.drop { $0 == UInt8(ascii: " ") }
      if text.starts(with: "/*".utf8) { isComment = true }
      defer { if text.suffix(2).elementsEqual("*/".utf8) { isComment = false } }
      return !isComment && !text.starts(with: "//".utf8)
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  }

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
