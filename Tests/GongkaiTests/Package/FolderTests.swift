import Foundation
import Testing

/// The folders of a target do not depend on each other in a cycle, so each can be understood after those it uses.
///
/// A folder depends on another if one of its files names a type that is declared in the other. Files outside any folder
/// may use all of them.
struct FolderTests {
  @Test(arguments: ["Templates", "DataFiles", "Pages"])
  func foldersHaveNoCycle(_ target: String) throws {
    let repository = Repository()
    let root = "Sources/\(target)/"
    var files: [FolderGraph.File] = []
    for path in try repository.swiftFiles("Sources/\(target)") {
      let parts = path.dropFirst(root.count).split(separator: "/")
      guard parts.count > 1 else { continue }
      files.append(FolderGraph.File(folder: String(parts[0]), text: try repository.text(path)))
    }
    let graph = FolderGraph(files)
    #expect(!graph.needs.isEmpty)
    let cycle = graph.cycle
    #expect(cycle == nil, "\(target): \((cycle ?? []).joined(separator: " → "))")
  }

  @Test func aCycleIsFound() {
    let there = FolderGraph.File(folder: "A", text: "struct First {\n  let next: Second\n}\n")
    let back = FolderGraph.File(folder: "B", text: "package enum Second {\n  static let first = First.self\n}\n")
    #expect(FolderGraph([there, back]).cycle == ["A", "B", "A"])
  }

  @Test func wordsInCommentsAndStringsAreNotUses() {
    let there = FolderGraph.File(folder: "A", text: "struct First {\n  let next: Second\n}\n")
    let text = FolderGraph.File(folder: "B", text: "/// `First`\nfinal class Second {\n  let name = \"First\"\n}\n")
    #expect(FolderGraph([there, text]).needs == ["A": ["B"]])
    #expect(FolderGraph([there, text]).cycle == nil)
  }

  @Test func aPrivateTypeIsItsFilesOwn() {
    let one = FolderGraph.File(folder: "A", text: "struct First {\n  let place: Place\n}\nprivate struct Place {}\n")
    let other = FolderGraph.File(folder: "B", text: "struct Second {\n  let first: First\n}\nprivate struct Place {}\n")
    #expect(FolderGraph([one, other]).needs == ["B": ["A"]])
  }
}

/// Which folders use types of which others.
private struct FolderGraph {
  struct File {
    let folder: String
    let text: String
  }

  private(set) var needs: [String: Set<String>] = [:]

  init(_ files: [File]) {
    let code = files.map { (folder: $0.folder, lines: Self.code(of: $0.text)) }
    var folders: [Substring: String] = [:]
    for file in code {
      for line in file.lines {
        let declaration = /^(?:package )?(?:final |indirect )?(?:struct|enum|class|protocol|typealias) (\w+)/
        if let match = line.prefixMatch(of: declaration) { folders[match.1] = file.folder }
      }
    }
    for file in code {
      for line in file.lines {
        for word in line.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
          guard let folder = folders[word], folder != file.folder else { continue }
          needs[file.folder, default: []].insert(folder)
        }
      }
    }
  }

  /// The lines of a file without comments and string literals.
  private static func code(of text: String) -> [Substring] {
    text.split(separator: "\n").map { line in
      let bare = line.replacing(/"(?:\\.|[^"\\])*"/, with: "")
      return bare.firstRange(of: "//").map { bare[..<$0.lowerBound] } ?? bare[...]
    }
  }

  /// Folders that depend on each other, with the first one repeated at the end.
  var cycle: [String]? {
    for start in needs.keys.sorted() {
      if let way = way(from: start, to: start, past: []) { return [start] + way }
    }
    return nil
  }

  private func way(from folder: String, to end: String, past: Set<String>) -> [String]? {
    for next in (needs[folder] ?? []).sorted() {
      if next == end { return [end] }
      if past.contains(next) { continue }
      if let rest = way(from: next, to: end, past: past.union([next])) { return [next] + rest }
    }
    return nil
  }
}
