import Foundation

/// A portal in a temporary folder, which is removed when the value is released.
final class TemporaryPortal {
  let folder: URL

  /// - Parameters:
  ///   - archive: Further files, or replacements for those of the registry; see `PortalArchive`.
  ///   - hasRegistry: Whether the portal starts with the site, regions and agencies of `PortalArchive.registry`.
  init(_ archive: String = "", hasRegistry: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gongkai-portal-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if hasRegistry { try add(PortalArchive.registry) }
    try add(archive)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func add(_ archive: String) throws {
    for file in PortalArchive(archive).files { try write(file.path, Data(file.text.utf8)) }
  }

  func write(_ path: String, _ bytes: Data) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  func replace(_ old: String, with new: String, in path: String) throws {
    let text = try text(path)
    guard text.contains(old) else {
      throw CocoaError(.fileReadUnknown, userInfo: [NSLocalizedDescriptionKey: "\(path) has no \(old)"])
    }
    try write(path, text.replacingOccurrences(of: old, with: new))
  }

  /// Turns off findings about missing reports, since most test portals have only one or two.
  func expectFewReports() throws {
    try write("Content/site.yaml", text("Content/site.yaml") + "rules: {report-missing: off}\n")
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: path).path) }

  /// Runs `gongkai` in the portal's folder.
  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandRun {
    try CommandRun(CommandRun.executable, arguments, in: folder, environment: environment)
  }

  /// Publishes the portal. Throws the output of the tool if that fails.
  func build() throws {
    let run = try run("build")
    guard run.exitCode == 0 else {
      throw CocoaError(.fileReadUnknown, userInfo: [NSLocalizedDescriptionKey: run.stdout + run.stderr])
    }
  }

  /// Every file below a folder by relative path, except the publisher's own.
  func files(_ folder: String = "Output") throws -> [String: Data] {
    let root = self.folder.appending(path: folder)
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where !path.hasPrefix(".gongkai-") {
      var isFolder: ObjCBool = false
      let file = root.appending(path: path)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[path] = try Data(contentsOf: file)
    }
    return files
  }

  /// A published file as JSON.
  func json(_ path: String) throws -> JSON { try JSON(text: text("Output/\(path)")) }
}

extension [String: Data] {
  /// Paths of the files that contain a text.
  func holding(_ text: String) -> [String] {
    let bytes = Data(text.utf8)
    return filter { $0.value.range(of: bytes) != nil }.map(\.key).sorted()
  }
}
