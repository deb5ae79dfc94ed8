import Foundation
import Testing

/// The modules form one strict chain: each imports only what stands to its left.
struct ModuleChainTests {
  private static let chain = [
    "Bytes", "Diagnostics", "Markup", "Reports", "Portal", "Rendering", "Publishing", "GongkaiCommand", "gongkai",
  ]
  /// What one module alone may import besides.
  private static let ownImports: [String: Set<String>] = [
    "Markup": ["CMarkGFM", "CMarkBridge", "Yams", "Glibc"],
    "Rendering": ["Mustache"],
    "Publishing": ["CFileSystem", "CCrypto", "Glibc", "Synchronization"],
    "GongkaiCommand": ["ArgumentParser", "Glibc"],
  ]

  @Test(arguments: chain)
  func importsOnlyWhatStandsToItsLeft(_ module: String) throws {
    let place = try #require(Self.chain.firstIndex(of: module))
    let allowed = Set(Self.chain[..<place]).union(Self.ownImports[module] ?? [])
    let repository = Repository()
    let files = try repository.swiftFiles("Sources/\(module)")
    #expect(!files.isEmpty)
    for file in files {
      for imported in imports(try repository.text(file)) {
        #expect(allowed.contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test func dependsOnlyOnWhatStandsToItsLeft() throws {
    let manifest = try Repository().text("Package.swift")
    for (place, module) in Self.chain.enumerated() {
      let start = try #require(manifest.range(of: #"name: "\#(module)""#, range: targets(of: manifest)))
      let end = manifest[start.upperBound...].range(of: "arget(")?.lowerBound ?? manifest.endIndex
      for other in Self.chain[place...] where other != module {
        #expect(!manifest[start.upperBound..<end].contains(#""\#(other)""#), "\(module) depends on \(other)")
      }
    }
  }

  private func targets(of manifest: String) -> Range<String.Index> {
    (manifest.range(of: "targets: [\n")?.upperBound ?? manifest.startIndex)..<manifest.endIndex
  }

  private func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count else { return nil }
      return String(words[place + 1])
    }
  }
}

/// Files are short enough to be read at a sitting.
struct FileLengthTests {
  @Test func filesAreShort() throws {
    let repository = Repository()
    let lengths = try repository.swiftFiles("Sources").map { file in
      (file, try repository.text(file).split(separator: "\n", omittingEmptySubsequences: false).count)
    }
    for (file, length) in lengths { #expect(length <= 600, "\(file) has \(length) lines") }
    let sorted = lengths.map(\.1).sorted()
    #expect(sorted[sorted.count / 2] <= 120)
  }
}
