internal import Diagnostics
internal import Foundation
internal import Testing

@testable internal import Publishing

/// A temporary folder for one test, which publishes to `site` in it. It is removed at the end.
final class OutputFixture: Sendable {
  let root: String
  var site: String { root + "/site" }

  init() throws {
    root =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path + "/publishing-"
      + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Writes a file as a user would, creating the folders it needs.
  func put(_ path: String, _ text: String) throws {
    let url = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root).sorted()
  }
}

/// A small tree to publish: texts by path.
struct SampleTree {
  var files: [String: String]

  /// Builds it as the tool would, and discards it if something fails.
  @discardableResult
  func publish(
    at location: OutputLocation, force: Bool = false, durability: Durability = .manifest
  ) throws -> SwapReport {
    let staging = try StagingTree(under: OutputLock(location), force: force)
    do {
      var writer = staging.writer()
      for (path, text) in files { try writer.write(path, Array(text.utf8)) }
      return try staging.commit(writer.finish(), durability: durability)
    } catch {
      staging.discard()
      throw error
    }
  }

  @discardableResult
  func publish(at path: String, force: Bool = false) throws -> SwapReport {
    try publish(at: OutputLocation(path), force: force)
  }
}

/// Texts of all files below a folder by path, without the publisher's manifest.
func publishedFiles(at path: String) throws -> [String: String] {
  var found: [String: String] = [:]
  let walk = FileManager.default.enumerator(atPath: path)
  while let name = walk?.nextObject() as? String {
    guard walk?.fileAttributes?[.type] as? FileAttributeType != .typeDirectory else { continue }
    if name != Manifest.fileName {
      found[name] = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }
  }
  return found
}

/// Whether the tree at a path consists of exactly the files in its manifest.
func agreesWithManifest(_ path: String) throws -> Bool {
  guard let manifest = try Manifest(ofOutput: path), manifest.isComplete else { return false }
  let files = try publishedFiles(at: path)
  return manifest.entries.count == files.count
    && manifest.entries.allSatisfy { files[$0.path]?.utf8.count == $0.size }
}

/// A file system mounted in a fixture, and unmounted at the end.
final class TestMount: Sendable {
  let path: String
  /// Kept alive, because it cannot be removed before unmounting.
  private let fixture: OutputFixture

  static let refusal: Comment = "mounting a file system is not permitted here"

  /// Whether this process may mount file systems. Tried once.
  static let isPermitted: Bool = {
    guard let fixture = try? OutputFixture(), let mount = try? TestMount(in: fixture, tmpfs: fixture.site)
    else {
      return false
    }
    _ = mount
    return true
  }()

  init(in fixture: OutputFixture, tmpfs path: String, size: String = "1m") throws {
    self.fixture = fixture
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try run("mount", "-t", "tmpfs", "-o", "size=\(size)", "tmpfs", path)
  }

  static let refusalOfImages: Comment = "making and mounting an image of ext4 is not permitted here"

  /// Whether this process may mount an image of a file system. Tried once.
  static let isPermittedOfImages: Bool = {
    guard let fixture = try? OutputFixture(),
      let mount = try? TestMount(in: fixture, image: fixture.root + "/image", at: fixture.site)
    else { return false }
    _ = mount
    return true
  }()

  /// - Parameter isNew: Whether to create the image.
  init(in fixture: OutputFixture, image: String, at path: String, isNew: Bool = true) throws {
    self.fixture = fixture
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    if isNew {
      try run("truncate", "-s", "32M", image)
      try run("mkfs.ext4", "-q", "-F", image)
    }
    try run("mount", "-o", "loop", image, path)
    if isNew { try FileManager.default.removeItem(atPath: path + "/lost+found") }
  }

  init(in fixture: OutputFixture, binding source: String, at path: String) throws {
    self.fixture = fixture
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try run("mount", "--bind", source, path)
  }

  func makeReadOnly() throws { try run("mount", "-o", "remount,ro", path) }

  deinit { try? run("umount", "-l", path) }
}

private struct CommandFailure: Error {
  let command: [String]
}

private func run(_ command: String...) throws {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = command
  process.standardError = FileHandle.nullDevice
  // Administration programs may not be on the path of other users.
  process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]
  try process.run()
  process.waitUntilExit()
  if process.terminationStatus != 0 { throw CommandFailure(command: command) }
}
