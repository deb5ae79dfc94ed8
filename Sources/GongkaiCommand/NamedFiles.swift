internal import Diagnostics
internal import Publishing

/// The files and folders of the portal that a command line names. Without any, all files are meant.
struct NamedFiles: Sendable {
  /// Absolute paths without links.
  private let named: [String]
  private let root: String

  /// - Throws: `ExitStatus.usage`, after saying which name is not that of a file of the portal.
  init(_ files: [String], in portal: PortalOptions, _ language: MessageLanguage) throws {
    root = FileManagement.resolved(portal.portal) ?? portal.portal
    var named: [String] = []
    for file in files {
      switch Self.resolve(file, in: portal, root) {
      case .success(let path): named.append(path)
      case .failure(let fault):
        Terminal.standardError.write("gongkai: \(fault.message[language])\n")
        throw ExitStatus.usage
      }
    }
    self.named = named
  }

  private struct Fault: Error {
    let message: LocalizedText
  }

  /// A path is relative to the working directory, or else to the portal or its `Content`. One that starts with a dot
  /// cannot be relative to those.
  private static func resolve(_ file: String, in portal: PortalOptions, _ root: String) -> Result<String, Fault> {
    let isUnambiguous = file.hasPrefix("/") || [".", ".."].contains(file.split(separator: "/").first)
    let candidates = isUnambiguous ? [file] : [file, "\(root)/\(file)", "\(root)/Content/\(file)"]
    var found: [String] = []
    for path in candidates.compactMap(FileManagement.resolved) where !found.contains(path) { found.append(path) }
    let inside = found.filter { path in
      path == root || ["Content", "Themes"].contains { path.isBelow("\(root)/\($0)") }
    }
    if inside.count > 1 {
      return .failure(
        Fault(
          message: LocalizedText(
            "\(file) 可能指 \(inside[0])，也可能指 \(inside[1])；请写完整路径",
            en: "\(file) may be \(inside[0]) or \(inside[1]); write the whole path")))
    }
    if let path = inside.first { return .success(path) }
    if found.isEmpty {
      return .failure(Fault(message: LocalizedText("没有文件 \(file)", en: "there is no file \(file)")))
    }
    return .failure(
      Fault(
        message: LocalizedText(
          "\(file) 不在门户 \(portal.portal) 的 Content 里，没有检查",
          en: "\(file) is not in the Content of the portal \(portal.portal); it was not looked at")))
  }

  /// - Parameter path: Of a source, as findings name it: relative to `Content`, or to the portal for a theme.
  func contains(_ path: String) -> Bool {
    if named.isEmpty { return true }
    let inPortal = path.hasPrefix("Themes/") ? path : "Content/\(path)"
    let file = "\(root)/\(inPortal)"
    return named.contains { file.isBelow($0) }
  }
}

extension String {
  /// Whether a path is another one, or lies below it.
  fileprivate func isBelow(_ folder: String) -> Bool {
    self == folder || hasPrefix(folder == "/" ? folder : folder + "/")
  }
}
