import Foundation
import Testing

/// The ground rules of the package: an acyclic graph of targets, each of which imports only its dependencies.
struct PackageTests {
  /// Each target and its dependencies, which come before it. Their own dependencies may be imported too.
  private static let graph: [(target: String, dependencies: [String])] = [
    ("Bytes", []), ("Diagnostics", ["Bytes"]), ("Markup", ["Diagnostics"]),
    ("Languages", ["Markup"]), ("Narrative", ["Markup"]), ("Reports", ["Languages", "Narrative"]),
    ("Importing", ["Reports"]), ("Portal", ["Reports"]),
    ("Templates", ["Portal"]), ("DataFiles", ["Portal"]), ("SearchIndex", ["Portal"]),
    ("Pages", ["Templates", "DataFiles"]), ("Publishing", ["Pages", "SearchIndex"]),
    ("GongkaiCommand", ["Publishing", "Importing"]), ("gongkai", ["GongkaiCommand"]),
  ]
  /// C targets, libraries and system modules that only this target imports.
  private static let own: [String: Set<String>] = [
    "Bytes": ["CByteSearch", "Glibc.free", "Glibc.realloc"],
    "Markup": ["CMarkGFM", "CMarkBridge", "Yams", "Glibc.memchr"],
    "Reports": ["Glibc.memcmp", "Synchronization"],
    "Importing": ["CArchive", "CMarkupTree", "Glibc"],
    "Templates": ["Mustache"],
    "DataFiles": ["CArchive", "CSQLite", "CXLSXWriter", "CWorkbookFiles"],
    "Publishing": ["CFileSystem", "CCrypto", "CZlib", "CBrotli", "Glibc", "Synchronization"],
    "GongkaiCommand": ["ArgumentParser", "Glibc", "Synchronization"], "gongkai": ["CJemalloc"],
  ]

  /// All direct and indirect dependencies of a target.
  private static func reachable(from target: String) -> Set<String> {
    let direct = graph.first { $0.target == target }?.dependencies ?? []
    return direct.reduce(into: Set(direct)) { $0.formUnion(reachable(from: $1)) }
  }

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

  /// The package as read by the package manager. A separate scratch folder avoids waiting for the build.
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

  @Test func theGraphHasNoCycle() {
    for (place, entry) in Self.graph.enumerated() {
      let before = Set(Self.graph[..<place].map(\.target))
      #expect(before.isSuperset(of: entry.dependencies), "\(entry.target) depends on a target that stands after it")
    }
  }

  @Test func thePackageHasTheDependenciesOfTheGraph() {
    #expect(!Self.targets.isEmpty)
    for entry in Self.graph {
      guard let target = Self.targets.first(where: { $0.name == entry.target }) else {
        Issue.record("there is no target \(entry.target)")
        continue
      }
      let libraries = Self.own[entry.target, default: []]
        .filter { !$0.hasPrefix("Glibc") && $0 != "Synchronization" }
      #expect(Set(target.dependencies.map(\.name)) == libraries.union(entry.dependencies), "\(entry.target)")
    }
  }

  @Test func thereIsNoOtherSwiftTargetInTheProduct() {
    let others = Self.targets.filter { ["regular", "executable"].contains($0.type) }.map(\.name)
      .filter { name in !Self.graph.contains { $0.target == name } }
    #expect(
      Set(others).subtracting([
        "CArchive", "CByteSearch", "CMarkBridge", "CMarkupTree", "CFileSystem", "CWorkbookFiles", "embed-files",
        "ExampleReports",
        "MarkedSources", "RenderedPortals",
      ]).isEmpty,
      "\(others)")
  }

  @Test(arguments: graph.map(\.target))
  func everyImportIsInTheGraph(_ target: String) throws {
    let allowed = Self.reachable(from: target).union(Self.own[target, default: []])
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

  /// A script with merge conflict markers would otherwise fail only when it reaches them.
  @Test func everyScriptCanBeRead() throws {
    for script in [".ci/run", "Tests/run.sh", "Tests/Site/setup.sh", "Tests/kit/run.sh"] {
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
