import Foundation
import Testing

/// The rules of the ground plan: a chain of targets, each of which knows only those to its left.
struct PackageTests {
  /// From left to right. Beside them a target may use the C targets and libraries of its own.
  private static let chain = [
    "Bytes", "Diagnostics", "Markup", "Reports", "Portal", "Rendering", "Publishing", "GongkaiCommand", "gongkai",
  ]
  private static let own: [String: Set<String>] = [
    "Bytes": ["CByteSearch", "Glibc.free", "Glibc.realloc"],
    "Markup": ["CMarkGFM", "CMarkBridge", "Yams", "Glibc.memchr"],
    "Rendering": ["Mustache", "CSQLite", "CXLSXWriter", "CWorkbookFiles"],
    "Reports": ["Glibc.memcmp"],
    "Publishing": ["CFileSystem", "CCrypto", "CZlib", "CBrotli", "Glibc", "Synchronization"],
    "GongkaiCommand": ["ArgumentParser", "Glibc", "Synchronization"], "gongkai": ["CJemalloc"],
  ]

  private struct Dump: Decodable {
    struct Target: Decodable {
      struct Dependency: Decodable {
        let name: String

        /// `{"byName": ["Bytes", null]}` or `{"product": ["Yams", "Yams", null, null]}`.
        init(from decoder: any Decoder) throws {
          let entries = try decoder.singleValueContainer().decode([String: [String?]].self)
          name = entries.values.first?.first.flatMap { $0 } ?? ""
        }
      }

      let name: String
      let type: String
      let dependencies: [Dependency]
    }

    let targets: [Target]
  }

  /// The package as the package manager reads it. A scratch folder of its own keeps it from waiting for the build.
  private static let targets: [Dump.Target] = {
    do {
      let scratch = FileManager.default.temporaryDirectory.appending(path: "gongkai-dump-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: scratch) }
      let environment = ProcessInfo.processInfo.environment
      let run = try CommandRun(
        URL(filePath: "/usr/bin/env"), ["swift", "package", "--scratch-path", scratch.path, "dump-package"],
        in: Repository().folder, environment: environment)
      return try JSONDecoder().decode(Dump.self, from: Data(run.stdout.utf8)).targets
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test func everyTargetDependsOnItsLeftNeighbourAndItsOwnLibrariesOnly() {
    #expect(!Self.targets.isEmpty)
    for (place, name) in Self.chain.enumerated() {
      guard let target = Self.targets.first(where: { $0.name == name }) else {
        Issue.record("there is no target \(name)")
        continue
      }
      let dependencies = Set(target.dependencies.map(\.name))
      let left = place > 0 ? [Self.chain[place - 1]] : []
      let libraries = Self.own[name, default: []].filter { !$0.hasPrefix("Glibc") && $0 != "Synchronization" }
      #expect(dependencies == Set(left).union(libraries), "\(name)")
    }
  }

  @Test func thereIsNoOtherSwiftTargetInTheProduct() {
    let others = Self.targets.filter { ["regular", "executable"].contains($0.type) }.map(\.name)
      .filter { !Self.chain.contains($0) }
    #expect(
      Set(others).subtracting([
        "CByteSearch", "CMarkBridge", "CFileSystem", "CWorkbookFiles", "embed-files", "MarkedSources",
      ]).isEmpty,
      "\(others)")
  }

  @Test(arguments: chain)
  func everyImportNamesSomethingToTheLeft(_ target: String) throws {
    let place = try #require(Self.chain.firstIndex(of: target))
    let allowed = Set(Self.chain[..<place]).union(Self.own[target, default: []])
    let files = try Repository().swiftFiles("Sources/\(target)")
    #expect(!files.isEmpty)
    for path in files {
      for line in try Repository().text(path).split(separator: "\n") {
        guard
          let match = line.prefixMatch(
            of: /(?:@\w+ )?(?:(?:package|internal|public|private|fileprivate) )?import (?:\w+ )?([A-Za-z_.]+)/)
        else { continue }
        let name = String(match.1)
        #expect(allowed.contains(name), "\(path) imports \(name)")
      }
    }
  }

  /// A script with the marks of a merge in it stops only where it comes to them.
  @Test func everyScriptCanBeRead() throws {
    for script in ["Tests/kit/run.sh", ".ci/run"] {
      let run = try CommandRun(
        URL(filePath: "/usr/bin/env"), ["bash", "-n", script], in: Repository().folder,
        environment: ProcessInfo.processInfo.environment)
      #expect(run.exitCode == 0, "\(run.stderr)")
    }
  }

  @Test func nothingIsPublic() throws {
    for path in try Repository().swiftFiles("Sources") {
      for line in try Repository().text(path).split(separator: "\n") {
        #expect(
          line.firstMatch(
            of: /\b(?:public|open) (?:struct|enum|class|actor|protocol|func|var|let|init|extension|static)\b/) == nil,
          "\(path): \(line)")
      }
    }
  }

  @Test func filesAreShort() throws {
    let files = try Repository().swiftFiles("Sources").map { path in
      (
        path: path,
        lines: try Repository().text(path).split(separator: "\n", omittingEmptySubsequences: false).count - 1
      )
    }
    for file in files where file.lines > 600 { Issue.record("\(file.path) has \(file.lines) lines") }
    let sorted = files.map(\.lines).sorted()
    #expect(sorted[sorted.count / 2] <= 120)
  }

  @Test func noNameIsAboutNothing() throws {
    let files = try Repository().swiftFiles("Sources")
    for word in ["Utilities", "Utility", "Utils", "Helper", "Models", "Manager"] {
      #expect(
        files.filter { $0.split(separator: "/").contains { $0.hasPrefix(word) || $0.hasSuffix("\(word).swift") } }
          .isEmpty)
    }
  }
}
