import Foundation
import Testing

/// The strings of the built-in theme, and who uses them.
struct StringKeyTests {
  private static func keys(_ language: String) throws -> [String] {
    try Repository().text("Themes/default/strings/\(language).yaml").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.compactMap { line in
        line.firstRange(of: ": ").map { String(line[..<$0.lowerBound]) }
      }
  }

  private static func sources() throws -> String {
    let repository = Repository()
    return try repository.swiftFiles("Sources").map(repository.text).joined()
  }

  private static func layouts() throws -> String {
    let theme = Repository().folder.appending(path: "Themes/default")
    return try FileManager.default.subpathsOfDirectory(atPath: theme.path).filter { $0.hasSuffix(".mustache") }.sorted()
      .map { try Repository().text("Themes/default/\($0)") }.joined()
  }

  @Test func everyKeyOfTheProgramIsInEachFileOfStrings() throws {
    let used = try Self.sources().matches(
      of: /(?:Text\(|: StringKey = |StringKey\(|[sS]trings\[|each\(|joined\()"([a-z0-9_.]+)"/)
    #expect(used.count > 250)
    for language in ["zh-Hans", "en"] {
      let keys = Set(try Self.keys(language))
      for key in used where key.output.1.contains(".") { #expect(keys.contains(String(key.output.1)), "\(language)") }
    }
  }

  @Test func everyStringIsUsed() throws {
    let (sources, layouts) = (try Self.sources(), try Self.layouts())
    for key in try Self.keys("zh-Hans") {
      let isUsed = key.contains(".") ? sources.contains("\"\(key)\"") : layouts.contains("t.\(key)}}")
      #expect(isUsed, "\(key)")
    }
  }

  @Test func noKeyIsTwiceInAFile() throws {
    for language in ["zh-Hans", "en"] {
      let keys = try Self.keys(language)
      #expect(Set(keys).count == keys.count && keys.count > 400, "\(language)")
    }
  }
}
