import Testing

/// Each rule has a file named after it in the folder for its kind of input, and is in the list of that kind.
struct RuleFilesTests {
  private static let rules: [(folder: String, file: String, type: String)] = {
    do {
      let files = try ["Reports", "Portal"].flatMap { try Repository().swiftFiles("Sources/\($0)/Rules") }
      return try files.flatMap { path in
        let parts = path.split(separator: "/")
        return try Repository().text(path).matches(of: /(?m)^enum (\w+): (\w+Rule) \{/).map { match in
          #expect(parts.last.map(String.init) == "\(match.1).swift", "\(path)")
          return (parts.dropLast().joined(separator: "/"), String(match.1), String(match.2))
        }
      }
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test func everyFileHoldsOneRuleOfItsName() throws {
    #expect(Self.rules.count > 40)
    let files = try ["Reports", "Portal"].flatMap { try Repository().swiftFiles("Sources/\($0)/Rules") }
    for path in files {
      let kinds = try Repository().text(path).matches(of: /static let \w+ = FindingKind\(/).count
      #expect(kinds <= 1, "\(path) holds \(kinds) kinds of findings")
      let name = path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      if kinds == 1 { #expect(Self.rules.contains { $0.file == name }, "\(path)") }
    }
  }

  /// Otherwise a rule would exist without ever being run.
  @Test func everyRuleIsInTheListOfItsFolder() throws {
    for (folder, rules) in Dictionary(grouping: Self.rules, by: \.folder) {
      let files = try Repository().swiftFiles(folder)
      let lists = try files.filter { try Repository().text($0).contains(/: \[any \w+Rule\.Type\] = \[/) }
      #expect(lists.count == 1, "\(folder): \(lists)")
      guard let list = lists.first else { continue }
      let listed = try Repository().text(list).matches(of: /\b(\w+)\.self\b/).map { String($0.1) }
      #expect(listed.sorted() == rules.map(\.file).sorted(), "\(folder)")
    }
  }
}
