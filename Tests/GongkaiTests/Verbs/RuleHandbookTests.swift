import Testing

struct RuleHandbookTests {
  @Test func theDocumentationHasEveryRule() throws {
    let run = try TemporaryPortal(hasRegistry: false).run("explain", "--all", "--format", "markdown")
    #expect(run.exitCode == 0)
    let written = try Repository().text("docs/rules.md")
    #expect(
      written == run.stdout, "docs/rules.md is stale; renew it: gongkai explain --all --format markdown > docs/rules.md"
    )
  }

  @Test func allAreExplainedOnTheConsoleToo() throws {
    let portal = try TemporaryPortal(hasRegistry: false)
    let ids = try portal.run("explain").stdout.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    let all = try portal.run("explain", "--all", "--lang", "en").stdout
    #expect(ids.count > 50)
    for id in ids { #expect(all.contains("\(id) (")) }
  }
}
